import type { Argument, FieldPath, FunctionCall, LiteralArgument } from './ast.ts';
import type { TokenReader } from './tokenReader.ts';

/** Words that cannot begin a name. */
const RESERVED = new Set([
  'AND',
  'ASC',
  'DESC',
  'EXCLUDES',
  'FROM',
  'HAVING',
  'IN',
  'INCLUDES',
  'LIKE',
  'LIMIT',
  'NOT',
  'NULL',
  'NULLS',
  'OR',
  'SELECT',
  'USING',
  'WHERE',
  'WITH',
]);

/** `Account.Owner.Name` */
export function parsePath(reader: TokenReader): FieldPath {
  const { position } = reader.current;
  if (reader.current.kind === 'word' && RESERVED.has(reader.current.text.toUpperCase())) throw reader.unexpected();
  const path = [reader.expectWord()];
  while (reader.takeSymbol('.')) path.push(reader.expectWord());
  return reader.mark(path, position);
}

/** A dotted name or a call such as `CALENDAR_YEAR(convertTimezone(CreatedDate))`. */
export function parsePathOrCall(reader: TokenReader): FieldPath | FunctionCall {
  const next = reader.peek(1);
  const isCall = reader.current.kind === 'word' && next.kind === 'symbol' && next.text === '(';
  return isCall ? reader.nested(() => parseCall(reader)) : parsePath(reader);
}

/** Whether this is a call rather than a dotted name. */
export function isCall(expression: Argument): expression is FunctionCall {
  return 'kind' in expression && expression.kind === 'function';
}

/** Whether this is a literal, as DISTANCE and GEOLOCATION take them. */
export function isLiteral(expression: Argument): expression is LiteralArgument {
  return 'kind' in expression && expression.kind === 'literal';
}

/** The functions that take literals beside fields. */
const TAKES_LITERALS = new Set(['DISTANCE', 'GEOLOCATION']);

function parseCall(reader: TokenReader): FunctionCall {
  const { position } = reader.current;
  const name = reader.expectWord().toUpperCase();
  reader.expectSymbol('(');
  const args: Argument[] = [];
  if (!reader.atSymbol(')')) {
    do args.push(parseArgument(reader, name));
    while (reader.takeSymbol(','));
  }
  reader.expectSymbol(')');
  return reader.mark({ kind: 'function', name, args }, position);
}

function parseArgument(reader: TokenReader, call: string): Argument {
  const token = reader.current;
  if (token.kind !== 'literal' || !TAKES_LITERALS.has(call)) return parsePathOrCall(reader);
  reader.advance();
  return reader.mark({ kind: 'literal', literal: token.literal }, token.position);
}
