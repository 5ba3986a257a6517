import { queryError, type QueryText } from './errors.ts';
import { tokens, type Token } from './lexer.ts';

/** The greatest whole number that LIMIT and its like take. */
const MAX_COUNT = 2 ** 31 - 1;
/** Brackets within brackets, far beyond what people write: a query must not exhaust the stack. */
const MAX_DEPTH = 100;

/** Reads tokens one after the other and remembers where the parts of the tree came from. */
export class TokenReader implements QueryText {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #positions = new WeakMap<object, number>();
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokens(text);
  }

  get current(): Token {
    return this.#at(this.#index);
  }

  peek(ahead: number): Token {
    return this.#at(this.#index + ahead);
  }

  advance(): Token {
    const token = this.current;
    this.#index += 1;
    return token;
  }

  /** Whether the next words are these, in any case. */
  atWords(...words: readonly string[]): boolean {
    return words.every((word, ahead) => {
      const token = this.peek(ahead);
      return token.kind === 'word' && token.text.toUpperCase() === word;
    });
  }

  /** Takes the words if they come next. */
  takeWords(...words: readonly string[]): boolean {
    const found = this.atWords(...words);
    if (found) this.#index += words.length;
    return found;
  }

  expectWords(...words: readonly string[]): void {
    for (const word of words) if (!this.takeWords(word)) throw this.unexpected();
  }

  atSymbol(symbol: string): boolean {
    return this.current.kind === 'symbol' && this.current.text === symbol;
  }

  takeSymbol(symbol: string): boolean {
    const found = this.atSymbol(symbol);
    if (found) this.#index += 1;
    return found;
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  expectWord(): string {
    if (this.current.kind !== 'word') throw this.unexpected();
    return this.advance().text;
  }

  /** A whole number, as LIMIT and OFFSET take it. */
  expectCount(): number {
    const token = this.current;
    const value = token.kind === 'literal' && token.literal.kind === 'number' ? token.literal.value : -1;
    if (!Number.isInteger(value) || value < 0 || value > MAX_COUNT) throw this.unexpected();
    this.advance();
    return value;
  }

  /** Reads something that may hold its like. @throws SalesforceError MALFORMED_QUERY when it lies too deep */
  nested<Part>(read: () => Part): Part {
    if (this.#depth >= MAX_DEPTH) throw this.malformed('the query is nested too deeply');
    this.#depth += 1;
    const part = read();
    this.#depth -= 1;
    return part;
  }

  /** Remembers that this part of the tree starts at `position`. */
  mark<Part extends object>(part: Part, position: number): Part {
    this.#positions.set(part, position);
    return part;
  }

  positionOf(part: object): number | undefined {
    return this.#positions.get(part);
  }

  unexpected(token: Token = this.current): Error {
    return this.malformed(`unexpected token: '${token.text}'`, token.position);
  }

  malformed(message: string, position: number = this.current.position): Error {
    return queryError('MALFORMED_QUERY', message, this, position);
  }

  /** What is wrong with the query as a whole: no place is shown. */
  malformedWhole(message: string): Error {
    return queryError('MALFORMED_QUERY', message, this, undefined);
  }

  #at(index: number): Token {
    const token = this.#tokens[Math.min(index, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('a query has at least its end');
    return token;
  }
}
