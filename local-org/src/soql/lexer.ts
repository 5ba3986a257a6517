import { queryError, type QueryText } from './errors.ts';
import type { Literal } from './ast.ts';

/** One word, sign or literal of a query, with its offset in the text. */
export type Token =
  | { readonly kind: 'word' | 'symbol'; readonly text: string; readonly position: number }
  | { readonly kind: 'literal'; readonly text: string; readonly literal: Literal; readonly position: number }
  | { readonly kind: 'end'; readonly text: '<EOF>'; readonly position: number };

const SPACE = /\s+/uy;
const STRING = /'(?:[^'\\]|\\[^])*'/uy;
const DATE_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/iuy;
const DATE = /\d{4}-\d{2}-\d{2}(?![\dT])/uy;
const TIME = /\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/iuy;
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)/uy;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/uy;
const SYMBOL = /<=|>=|!=|<>|[=<>(),.:*]/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/**
 * Cuts a query into tokens; the last one is the end.
 * @throws SalesforceError MALFORMED_QUERY for a character that SOQL does not know or a string without an end
 */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  while (position < text.length) {
    const space = match(SPACE);
    if (space !== undefined) {
      position += space.length;
      continue;
    }
    const token = literalToken(match, position, text) ?? plainToken(match, position);
    if (token === undefined) throw lexicalError(text, position);
    found.push(token);
    position += token.text.length;
  }
  return [...found, { kind: 'end', text: '<EOF>', position: text.length }];
}

function literalToken(match: (pattern: RegExp) => string | undefined, position: number, query: string): Token | undefined {
  const literal = (text: string, value: Literal): Token => ({ kind: 'literal', text, literal: value, position });
  const string = match(STRING);
  if (string !== undefined) return literal(string, stringLiteral(string.slice(1, -1), query, position));
  const dateTime = match(DATE_TIME);
  if (dateTime !== undefined) return literal(dateTime, { kind: 'datetime', value: dateTime });
  const date = match(DATE);
  if (date !== undefined) return literal(date, { kind: 'date', value: date });
  const time = match(TIME);
  if (time !== undefined) return literal(time, { kind: 'time', value: time });
  const number = match(NUMBER);
  if (number !== undefined) return literal(number, { kind: 'number', value: Number(number) });
  return undefined;
}

function plainToken(match: (pattern: RegExp) => string | undefined, position: number): Token | undefined {
  const word = match(WORD);
  if (word !== undefined) return { kind: 'word', text: word, position };
  const symbol = match(SYMBOL);
  return symbol === undefined ? undefined : { kind: 'symbol', text: symbol, position };
}

/** Reads the escapes of a string; LIKE keeps those of its wildcards. */
function stringLiteral(body: string, query: string, start: number): Literal {
  let value = '';
  let pattern = '';
  for (let index = 0; index < body.length; index += 1) {
    const character = body.charAt(index);
    if (character !== '\\') {
      value += character;
      pattern += character;
      continue;
    }
    index += 1;
    const escaped = body.charAt(index);
    if (escaped === '%' || escaped === '_') {
      value += escaped;
      pattern += `\\${escaped}`;
      continue;
    }
    const unicode = /^u([0-9A-Fa-f]{4})/u.exec(body.slice(index))?.[1];
    const meant = unicode === undefined ? ESCAPES[escaped.toLowerCase()] : String.fromCharCode(Number.parseInt(unicode, 16));
    if (meant === undefined) throw malformed(`Illegal escape '\\${escaped}' in a string`, query, start + 1 + index);
    if (unicode !== undefined) index += 4;
    value += meant;
    pattern += meant === '\\' ? '\\\\' : meant;
  }
  return { kind: 'string', value, pattern };
}

function lexicalError(text: string, position: number): Error {
  const before = text.slice(0, position);
  const where = `line ${before.split('\n').length}:${position - before.lastIndexOf('\n') - 1}`;
  return text.charAt(position) === "'"
    ? malformed(`${where} mismatched character '<EOF>' expecting '''`, text, undefined)
    : malformed(`${where} no viable alternative at character '${text.charAt(position)}'`, text, undefined);
}

function malformed(message: string, text: string, position: number | undefined): Error {
  const query: QueryText = { text, positionOf: () => undefined };
  return queryError('MALFORMED_QUERY', message, query, position);
}
