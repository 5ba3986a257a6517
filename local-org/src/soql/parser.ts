import type { FieldPath, FunctionCall, GroupBy, OrderItem, SelectStatement } from './ast.ts';
import type { QueryText } from './errors.ts';
import { parsePathOrCall } from './parseExpression.ts';
import { parseCondition } from './parseCondition.ts';
import { parseFrom } from './parseFrom.ts';
import { parseSelectItems } from './parseSelectItems.ts';
import { parseScope, parseTail, parseWith, type Clauses } from './parseTail.ts';
import { TokenReader } from './tokenReader.ts';

/** A query's tree, and where its parts stand in the text. */
export interface ParsedQuery {
  readonly statement: SelectStatement;
  readonly text: QueryText;
}

/** The longest query that the platform takes. */
const MAX_LENGTH = 100_000;

/**
 * Parses SOQL.
 * @throws SalesforceError MALFORMED_QUERY with the platform's text and the place
 */
export function parseQuery(text: string): ParsedQuery {
  const reader = new TokenReader(text);
  if (text.trim() === '') throw reader.malformedWhole('SOQL statements cannot be empty or null');
  if (text.length > MAX_LENGTH) throw reader.malformedWhole(`SOQL statements cannot be longer than ${MAX_LENGTH} characters.`);
  const statement = parseSelect(reader);
  if (reader.current.kind !== 'end') throw reader.unexpected();
  return { statement, text: reader };
}

function parseSelect(reader: TokenReader): SelectStatement {
  reader.expectWords('SELECT');
  const select = parseSelectItems(reader, parseSelect);
  reader.expectWords('FROM');
  // What is wrong with a whole select is most often its object.
  const { position } = reader.current;
  const clauses: Clauses = {};
  const from = parseFrom(reader);
  parseClauses(reader, clauses);
  return reader.mark({ kind: 'select', select, ...from, ...clauses }, position);
}

function parseClauses(reader: TokenReader, clauses: Clauses): void {
  parseScope(reader, clauses);
  if (reader.takeWords('WHERE')) clauses.where = parseCondition(reader, parseSelect);
  parseWith(reader);
  if (reader.takeWords('GROUP', 'BY')) {
    clauses.groupBy = parseGroupBy(reader);
    if (reader.takeWords('HAVING')) clauses.having = parseCondition(reader, parseSelect);
  }
  if (reader.takeWords('ORDER', 'BY')) clauses.orderBy = parseOrderBy(reader);
  if (reader.takeWords('LIMIT')) clauses.limit = reader.expectCount();
  if (reader.takeWords('OFFSET')) clauses.offset = reader.expectCount();
  parseTail(reader, clauses);
}

function parseGroupBy(reader: TokenReader): GroupBy {
  const { position } = reader.current;
  const next = reader.peek(1);
  const called = next.kind === 'symbol' && next.text === '(';
  const kind = called && reader.atWords('ROLLUP') ? 'rollup' : called && reader.atWords('CUBE') ? 'cube' : 'plain';
  if (kind === 'plain') return reader.mark({ kind, items: parseList(reader) }, position);
  reader.advance();
  reader.expectSymbol('(');
  const items = parseList(reader);
  reader.expectSymbol(')');
  return reader.mark({ kind, items }, position);
}

function parseList(reader: TokenReader): readonly (FieldPath | FunctionCall)[] {
  const items = [parsePathOrCall(reader)];
  while (reader.takeSymbol(',')) items.push(parsePathOrCall(reader));
  return items;
}

function parseOrderBy(reader: TokenReader): readonly OrderItem[] {
  const items = [parseOrderItem(reader)];
  while (reader.takeSymbol(',')) items.push(parseOrderItem(reader));
  return items;
}

function parseOrderItem(reader: TokenReader): OrderItem {
  const by = parsePathOrCall(reader);
  const descending = !reader.takeWords('ASC') && reader.takeWords('DESC');
  let nulls: OrderItem['nulls'] = 'FIRST';
  if (reader.takeWords('NULLS')) {
    if (reader.takeWords('LAST')) nulls = 'LAST';
    else reader.expectWords('FIRST');
  }
  return { by, direction: descending ? 'DESC' : 'ASC', nulls };
}
