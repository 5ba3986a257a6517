import { FormulaError } from '../errors.ts';
import type { Token } from './tokens.ts';

const BLANK = /[\s\u00a0\ufeff]+/y;
const COMMENT = /\/\*[\s\S]*?\*\//y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_$][\w$:.#]*/y;
/** Flows and rules may write a reference as `{!Name}`. */
const MERGE = /\{!\s*([A-Za-z_$][\w$:.#]*)\s*\}/y;
const SYMBOL = /&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),[\]]/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/**
 * Splits a formula into tokens; the last one is of kind `end`.
 * @throws FormulaError on a character that no formula may hold, or an open text or comment
 */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(source);
  };

  while (position < source.length) {
    const skipped = match(BLANK) ?? match(COMMENT);
    if (skipped) {
      position += skipped[0].length;
      continue;
    }
    if (source.startsWith('/*', position)) throw new FormulaError("Syntax error. Missing '*/'", position);
    const token = quotedText(source, position) ?? plainToken(match, position);
    if (!token) throw new FormulaError(`Syntax error. Found '${source[position] ?? ''}'`, position);
    tokens.push(token.token);
    position += token.length;
  }
  tokens.push({ kind: 'end', text: '', position: source.length });
  return tokens;
}

interface Found {
  readonly token: Token;
  /** Characters of source that it takes. */
  readonly length: number;
}

function plainToken(match: (pattern: RegExp) => RegExpExecArray | null, position: number): Found | undefined {
  const merge = match(MERGE);
  if (merge) return { token: { kind: 'name', text: merge[1] ?? '', position }, length: merge[0].length };
  const number = match(NUMBER);
  if (number) return { token: { kind: 'number', text: number[0], position }, length: number[0].length };
  const name = match(NAME);
  if (name) return { token: { kind: 'name', text: name[0], position }, length: name[0].length };
  const symbol = match(SYMBOL);
  if (symbol) return { token: { kind: 'symbol', text: symbol[0], position }, length: symbol[0].length };
  return undefined;
}

function quotedText(source: string, start: number): Found | undefined {
  const quote = source[start];
  if (quote !== '"' && quote !== "'") return undefined;
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === quote) return { token: { kind: 'text', text, position: start }, length: at + 1 - start };
    if (character === '\\') {
      at++;
      const escape = source.charAt(at);
      text += ESCAPES[escape.toLowerCase()] ?? `\\${escape}`;
    } else {
      text += character;
    }
  }
  throw new FormulaError('Syntax error. Missing closing quotation mark', start);
}
