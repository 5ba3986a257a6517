import type { FieldPath, SelectItem, SelectStatement, TypeBranch } from './ast.ts';
import { isCall, parsePath, parsePathOrCall } from './parseExpression.ts';
import { parseAlias } from './parseFrom.ts';
import type { TokenReader } from './tokenReader.ts';

/** The list after SELECT; `parseSelect` reads child subqueries. */
export function parseSelectItems(reader: TokenReader, parseSelect: (reader: TokenReader) => SelectStatement): readonly SelectItem[] {
  if (atPlainCount(reader)) return [parsePlainCount(reader)];
  const items: SelectItem[] = [];
  do {
    if (atPlainCount(reader)) throw reader.unexpected(reader.peek(1));
    items.push(parseSelectItem(reader, parseSelect));
  } while (reader.takeSymbol(','));
  return items;
}

function parseSelectItem(reader: TokenReader, parseSelect: (reader: TokenReader) => SelectStatement): SelectItem {
  const { position } = reader.current;
  if (reader.takeSymbol('(')) {
    const query = reader.nested(() => parseSelect(reader));
    reader.expectSymbol(')');
    return reader.mark({ kind: 'subquery', query }, position);
  }
  const next = reader.peek(1);
  if (reader.atWords('TYPEOF') && next.kind === 'word') return parseTypeOf(reader);
  const expression = parsePathOrCall(reader);
  const alias = parseAlias(reader);
  const item: SelectItem = isCall(expression) ? { kind: 'call', call: expression } : { kind: 'field', path: expression };
  return reader.mark(alias === undefined ? item : { ...item, alias }, position);
}

/** `COUNT()`, which stands alone. */
function atPlainCount(reader: TokenReader): boolean {
  return reader.atWords('COUNT') && reader.peek(1).text === '(' && reader.peek(2).text === ')';
}

function parsePlainCount(reader: TokenReader): SelectItem {
  const { position } = reader.current;
  const call = parsePathOrCall(reader);
  if (!isCall(call) || !reader.atWords('FROM')) throw reader.unexpected();
  return reader.mark({ kind: 'call', call }, position);
}

function parseTypeOf(reader: TokenReader): SelectItem {
  const { position } = reader.current;
  reader.expectWords('TYPEOF');
  const relationship = parsePath(reader);
  const branches: TypeBranch[] = [];
  while (reader.takeWords('WHEN')) {
    const object = reader.current;
    reader.expectWord();
    reader.expectWords('THEN');
    branches.push(reader.mark({ object: object.text, fields: parseFields(reader) }, object.position));
  }
  if (branches.length === 0) throw reader.unexpected();
  const otherwise = reader.takeWords('ELSE') ? parseFields(reader) : undefined;
  reader.expectWords('END');
  const item: SelectItem = { kind: 'typeof', relationship, branches, ...(otherwise === undefined ? {} : { otherwise }) };
  return reader.mark(item, position);
}

function parseFields(reader: TokenReader): readonly FieldPath[] {
  const fields = [parsePath(reader)];
  while (reader.takeSymbol(',')) fields.push(parsePath(reader));
  return fields;
}
