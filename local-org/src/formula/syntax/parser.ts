import { FormulaError } from '../errors.ts';
import { tokenize } from './lexer.ts';
import { callNode, type SyntaxNode } from './nodes.ts';
import type { Token } from './tokens.ts';

/**
 * How tightly each infix operator binds. `^` binds looser than `*`, so that
 * `2*3^2` is 36, and a leading minus binds tighter than `^`, so that `-2^2` is 4:
 * so says the platform's own grammar, unlike its help pages.
 */
const BINDING: ReadonlyMap<string, number> = new Map([
  ['||', 10],
  ['&&', 20],
  ['=', 30],
  ['==', 30],
  ['<>', 30],
  ['!=', 30],
  ['<', 40],
  ['<=', 40],
  ['>', 40],
  ['>=', 40],
  ['+', 50],
  ['-', 50],
  ['&', 50],
  ['^', 60],
  ['*', 70],
  ['/', 70],
]);
const PREFIX_BINDING = 80;
/** Two spellings, one operator. */
const SAME_OPERATOR: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['<>', '!='],
]);
/** Deeper nesting would exhaust the stack; the platform's own size limits come first. */
const DEEPEST = 500;
/** Characters of a formula, as on the platform. */
const LONGEST = 3900;

/**
 * Reads a formula by operator precedence.
 * @throws FormulaError with the platform's text
 */
export function parseFormula(source: string): SyntaxNode {
  if (source.length > LONGEST) {
    throw new FormulaError(
      `Formula is too long (${count(source.length)} characters). Maximum length is ${count(LONGEST)} characters.`,
      LONGEST,
    );
  }
  return new Parser(tokenize(source)).formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): SyntaxNode {
    const node = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind === 'end') return node;
    throw new FormulaError(rest.text === ')' ? "Syntax error. Extra ')'" : `Syntax error. Extra ${describe(rest)}`, rest.position);
  }

  #expression(binding: number): SyntaxNode {
    if (++this.#depth > DEEPEST) throw new FormulaError('Formula is nested too deeply', this.#peek().position);
    let left = this.#prefix();
    for (;;) {
      const operator = this.#peek();
      const power = operator.kind === 'symbol' ? BINDING.get(operator.text) : undefined;
      if (power === undefined || power <= binding) break;
      this.#next++;
      const right = this.#expression(power);
      left = callNode(SAME_OPERATOR.get(operator.text) ?? operator.text, true, [left, right], operator.position);
    }
    this.#depth--;
    return left;
  }

  #prefix(): SyntaxNode {
    const token = this.#peek();
    this.#next++;
    switch (token.kind) {
      case 'number':
        return Object.freeze({ kind: 'number', text: token.text, position: token.position });
      case 'text':
        return Object.freeze({ kind: 'text', text: token.text, position: token.position });
      case 'name':
        return this.#name(token);
      case 'symbol':
        return this.#symbol(token);
      case 'end':
        throw new FormulaError('Syntax error. Found end of formula', token.position);
    }
  }

  #symbol(token: Token): SyntaxNode {
    if (token.text === '(') {
      const inner = this.#expression(0);
      this.#close();
      return inner;
    }
    if (token.text === '-') return callNode('negate', true, [this.#expression(PREFIX_BINDING)], token.position);
    if (token.text === '+') return callNode('plus', true, [this.#expression(PREFIX_BINDING)], token.position);
    if (token.text === '!') return callNode('NOT', false, [this.#expression(PREFIX_BINDING)], token.position);
    throw new FormulaError(`Syntax error. Found '${token.text}'`, token.position);
  }

  #name(token: Token): SyntaxNode {
    if (this.#peek().text === '(' && this.#peek().kind === 'symbol') {
      this.#next++;
      return callNode(token.text.toUpperCase(), false, this.#arguments(), token.position);
    }
    switch (token.text.toLowerCase()) {
      case 'true':
      case 'false':
        return Object.freeze({ kind: 'boolean', value: token.text.toLowerCase() === 'true', position: token.position });
      case 'null':
        return Object.freeze({ kind: 'null', position: token.position });
      case 'not':
        return callNode('NOT', false, [this.#expression(PREFIX_BINDING)], token.position);
      default:
        return Object.freeze({ kind: 'name', path: Object.freeze(token.text.split('.')), position: token.position });
    }
  }

  #arguments(): readonly SyntaxNode[] {
    const args: SyntaxNode[] = [];
    if (this.#takes(')')) return args;
    do args.push(this.#expression(0));
    while (this.#takes(','));
    this.#close();
    return args;
  }

  #close(): void {
    if (this.#takes(')')) return;
    const found = this.#peek();
    throw new FormulaError(
      found.kind === 'end' ? "Syntax error. Missing ')'" : `Syntax error. Missing ')' before ${describe(found)}`,
      found.position,
    );
  }

  #takes(symbol: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'symbol' || token.text !== symbol) return false;
    this.#next++;
    return true;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', position: 0 };
  }
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function describe(token: Token): string {
  return token.kind === 'end' ? 'end of formula' : `'${token.text}'`;
}
