import type { FieldPath, FunctionCall } from './ast.ts';
import type { TokenReader } from './tokenReader.ts';

/** `Account.Owner.Name` */
export function parsePath(reader: TokenReader): FieldPath {
  const { position } = reader.current;
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
export function isCall(expression: FieldPath | FunctionCall): expression is FunctionCall {
  return 'kind' in expression;
}

function parseCall(reader: TokenReader): FunctionCall {
  const { position } = reader.current;
  const name = reader.expectWord().toUpperCase();
  if (name === 'DISTANCE' || name === 'GEOLOCATION') throw reader.malformed(`${name} is not run by this local org`, position);
  reader.expectSymbol('(');
  const args: (FieldPath | FunctionCall)[] = [];
  if (!reader.atSymbol(')')) {
    args.push(parsePathOrCall(reader));
    while (reader.takeSymbol(',')) args.push(parsePathOrCall(reader));
  }
  reader.expectSymbol(')');
  return reader.mark({ kind: 'function', name, args }, position);
}
