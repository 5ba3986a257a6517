import type { FieldPath, FunctionCall, GroupBy, OrderItem, SelectItem, SelectStatement } from './ast.ts';
import type { QueryText } from './errors.ts';
import { isCall, parsePath, parsePathOrCall } from './parseExpression.ts';
import { parseCondition } from './parseCondition.ts';
import { TokenReader } from './tokenReader.ts';

/** A query's tree, and where its parts stand in the text. */
export interface ParsedQuery {
  readonly statement: SelectStatement;
  readonly text: QueryText;
}

/** Words that start the next clause and so cannot be an alias. */
const CLAUSE_WORDS = new Set([
  'USING',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'UPDATE',
  'ALL',
  'FROM',
  'AS',
]);
/** The longest query that the platform takes. */
const MAX_LENGTH = 100_000;

/**
 * Parses SOQL.
 * @throws SalesforceError MALFORMED_QUERY with the platform's text and the place
 */
export function parseQuery(text: string): ParsedQuery {
  const reader = new TokenReader(text);
  if (text.length > MAX_LENGTH) throw reader.malformed(`SOQL statements cannot be longer than ${MAX_LENGTH} characters.`, 0);
  const statement = parseSelect(reader);
  if (reader.current.kind !== 'end') throw reader.unexpected();
  return { statement, text: reader };
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function parseSelect(reader: TokenReader): SelectStatement {
  reader.expectWords('SELECT');
  const select = parseSelectItems(reader);
  reader.expectWords('FROM');
  // What is wrong with a whole select is most often its object.
  const { position } = reader.current;
  const statement: Mutable<SelectStatement> = { kind: 'select', select, from: parseFrom(reader) };
  const alias = parseAlias(reader);
  if (alias !== undefined) statement.alias = alias;
  if (reader.atSymbol(',')) throw reader.malformed('naming parents in FROM is not run by this local org: write their path in SELECT');
  parseClauses(reader, statement);
  return reader.mark(statement, position);
}

/** The object, or in a subquery the child relationship, which may be written from the parent: `Account.Contacts`. */
function parseFrom(reader: TokenReader): string {
  const path = parsePath(reader);
  return path.at(-1) ?? '';
}

function parseSelectItems(reader: TokenReader): readonly SelectItem[] {
  const items = [parseSelectItem(reader)];
  while (reader.takeSymbol(',')) items.push(parseSelectItem(reader));
  return items;
}

function parseSelectItem(reader: TokenReader): SelectItem {
  const { position } = reader.current;
  if (reader.takeSymbol('(')) {
    const query = reader.nested(() => parseSelect(reader));
    reader.expectSymbol(')');
    return reader.mark({ kind: 'subquery', query }, position);
  }
  if (reader.atWords('TYPEOF')) throw reader.malformed('TYPEOF is not run by this local org');
  if (reader.atWords('FROM')) throw reader.unexpected();
  const expression = parsePathOrCall(reader);
  const alias = parseAlias(reader);
  const item: SelectItem = isCall(expression) ? { kind: 'call', call: expression } : { kind: 'field', path: expression };
  return reader.mark(alias === undefined ? item : { ...item, alias }, position);
}

function parseAlias(reader: TokenReader): string | undefined {
  reader.takeWords('AS');
  const token = reader.current;
  if (token.kind !== 'word' || CLAUSE_WORDS.has(token.text.toUpperCase())) return undefined;
  return reader.advance().text;
}

function parseClauses(reader: TokenReader, statement: Mutable<SelectStatement>): void {
  if (reader.takeWords('USING')) {
    reader.expectWords('SCOPE');
    statement.scope = reader.expectWord().toLowerCase();
  }
  if (reader.takeWords('WHERE')) statement.where = parseCondition(reader, parseSelect);
  if (reader.atWords('WITH')) parseWith(reader);
  if (reader.takeWords('GROUP', 'BY')) statement.groupBy = parseGroupBy(reader);
  if (reader.takeWords('HAVING')) statement.having = parseCondition(reader, parseSelect);
  if (reader.takeWords('ORDER', 'BY')) statement.orderBy = parseOrderBy(reader);
  if (reader.takeWords('LIMIT')) statement.limit = reader.expectCount();
  if (reader.takeWords('OFFSET')) statement.offset = reader.expectCount();
  parseTail(reader, statement);
}

/** `WITH SECURITY_ENFORCED`, `USER_MODE` and `SYSTEM_MODE` change nothing while no field is hidden; the others are refused. */
function parseWith(reader: TokenReader): void {
  reader.expectWords('WITH');
  if (reader.takeWords('SECURITY_ENFORCED') || reader.takeWords('USER_MODE') || reader.takeWords('SYSTEM_MODE')) return;
  throw reader.malformed(`WITH ${reader.current.text} is not run by this local org`);
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

/** FOR VIEW, FOR REFERENCE, FOR UPDATE and UPDATE TRACKING change nothing here: one request runs at a time. */
function parseTail(reader: TokenReader, statement: Mutable<SelectStatement>): void {
  while (reader.takeWords('FOR')) {
    if (!reader.takeWords('VIEW') && !reader.takeWords('REFERENCE') && !reader.takeWords('UPDATE')) throw reader.unexpected();
    while (reader.takeSymbol(',')) reader.expectWord();
  }
  if (reader.takeWords('UPDATE') && !reader.takeWords('TRACKING') && !reader.takeWords('VIEWSTAT')) throw reader.unexpected();
  if (reader.takeWords('ALL', 'ROWS')) statement.allRows = true;
}
