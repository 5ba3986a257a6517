import { RE2JS } from 're2js';
import { SalesforceError } from '../../errors.ts';
import { fold } from '../../storage/fold.ts';

/** What a text must hold to be found (SOSL reference, "FIND {SearchQuery}"). */
export type SearchTerm =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly term: SearchTerm }
  /** Words that follow each other; `*` and `?` stand for any characters and for one. */
  | { readonly kind: 'words'; readonly pattern: RE2JS; readonly literal: string };

const shortest = 2;

/** Reads a search query: words, `"phrases"`, AND, OR, AND NOT, parentheses, wildcards. @throws SalesforceError MALFORMED_SEARCH */
export function readSearchTerm(text: string): SearchTerm {
  const tokens = tokensOf(text);
  const reader = new TermReader(tokens);
  const term = reader.either();
  if (!reader.atEnd) throw malformed(`unexpected token: ${reader.next() ?? ''}`);
  if (longestLiteral(term) < shortest) throw malformed(`search term must be longer than one character: ${text}`);
  return term;
}

export function malformed(message: string): SalesforceError {
  return new SalesforceError('MALFORMED_SEARCH', message);
}

/** Whether a text, folded, holds what is looked for. */
export function matchesTerm(term: SearchTerm, text: string): boolean {
  switch (term.kind) {
    case 'and':
      return term.terms.every((one) => matchesTerm(one, text));
    case 'or':
      return term.terms.some((one) => matchesTerm(one, text));
    case 'not':
      return !matchesTerm(term.term, text);
    case 'words':
      return term.pattern.matcher(text).find();
  }
}

/** Texts of which one must stand in whatever is found, for a database to narrow the search; undefined when there are none. */
export function neededTexts(term: SearchTerm): readonly string[] | undefined {
  switch (term.kind) {
    case 'words':
      return term.literal === '' ? undefined : [term.literal];
    case 'and':
      return term.terms.map(neededTexts).find((texts) => texts !== undefined);
    case 'or': {
      const each = term.terms.map(neededTexts);
      return each.includes(undefined) ? undefined : each.flatMap((texts) => texts ?? []);
    }
    case 'not':
      return undefined;
  }
}

function longestLiteral(term: SearchTerm): number {
  if (term.kind === 'words') return term.literal.length;
  return term.kind === 'not' ? 0 : Math.max(0, ...term.terms.map(longestLiteral));
}

interface Token {
  readonly kind: 'phrase' | 'word' | 'mark';
  readonly text: string;
}

/** Characters with a meaning are escaped by a backslash: `\?`, `\{`, `\"`. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, phrase, mark, word] of text.matchAll(/"((?:\\.|[^"\\])*)"|([()])|((?:\\.|[^\s()"])+)/gsu)) {
    if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

class TermReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  next(): string | undefined {
    return this.#tokens[this.#at]?.text;
  }

  either(): SearchTerm {
    const terms = [this.#all()];
    while (this.#takes('OR')) terms.push(this.#all());
    return single('or', terms);
  }

  #all(): SearchTerm {
    const terms = [this.#one()];
    for (;;) {
      if (this.#takes('AND')) terms.push(this.#takes('NOT') ? { kind: 'not', term: this.#one() } : this.#one());
      else if (this.#startsTerm()) terms.push(this.#one());
      else return single('and', terms);
    }
  }

  #one(): SearchTerm {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw malformed('No search term found. The search term must be enclosed in braces.');
    this.#at += 1;
    if (token.kind !== 'mark') return wordsTerm(token.text);
    if (token.text !== '(') throw malformed(`unexpected token: ${token.text}`);
    const inner = this.either();
    if (this.next() !== ')') throw malformed('missing a closing parenthesis');
    this.#at += 1;
    return inner;
  }

  #startsTerm(): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.text === ')') return false;
    return token.kind !== 'word' || token.text.toUpperCase() !== 'OR';
  }

  #takes(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }
}

function single(kind: 'and' | 'or', terms: readonly SearchTerm[]): SearchTerm {
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind, terms };
}

/**
 * Words are found as whole words, in any case: `acme` finds "Acme, Inc." and not
 * "Acmeville", `acme*` both. RE2 takes a time that only grows with the text,
 * whatever pattern somebody asks for.
 */
function wordsTerm(text: string): SearchTerm {
  let source = '';
  const literals = [''];
  for (const [whole, escaped, wildcard] of fold(text).matchAll(/\\(.)|([*?])|[^\\]|\\$/gsu)) {
    const character = escaped ?? whole;
    if (wildcard !== undefined || /\s/u.test(character)) {
      source += wildcard === '*' ? '[\\p{L}\\p{N}]*' : wildcard === '?' ? '[\\p{L}\\p{N}]' : '[^\\p{L}\\p{N}]+';
      literals.push('');
    } else {
      source += RE2JS.quote(character);
      literals.push((literals.pop() ?? '') + character);
    }
  }
  const literal = literals.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return { kind: 'words', pattern: RE2JS.compile(`(?:^|[^\\p{L}\\p{N}])${source}(?:$|[^\\p{L}\\p{N}])`), literal };
}
