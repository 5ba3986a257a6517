import type { SqlValue } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { ID_COLUMN, PARENT_COLUMN, type CompiledChildren, type CompiledSelect } from './compile.ts';
import { recordOf, type ChildRows } from './records.ts';
import type { Parameter, RunContext } from './sqlBuilder.ts';
import type { QueryCursor, QueryRecord, QueryRows } from './types.ts';

/** One row of a statement, by column. */
export type Row = readonly unknown[];

/** How much of the children comes with their parents, and how the rest is fetched. */
export interface ChildPaging {
  /** Rows for each parent. */
  readonly rows: number;
  readonly open: (children: CompiledChildren, parentId: string, totalSize: number) => QueryCursor;
}

/** Runs a compiled query: one statement, and one more for each child subquery whatever the number of parents. */
export function runSelect(database: OrgDatabase, select: CompiledSelect, context: RunContext): QueryRows {
  if (select.kind === 'count') return { totalSize: countOf(database, select, context), records: [] };
  const rows = allRows(database, select.sql, select.parameters, context);
  const records = select.kind === 'records' ? recordsOf(database, select, rows, context) : aggregatesOf(select, rows, context);
  return { totalSize: records.length, records };
}

/** The number that `SELECT COUNT()` asks for. */
export function countOf(database: OrgDatabase, select: CompiledSelect, context: RunContext): number {
  const [row] = allRows(database, select.sql, select.parameters, context);
  return Number(row?.[0] ?? 0);
}

/** The rows of a statement at once: faster, where they are all needed. */
export function allRows(database: OrgDatabase, sql: string, parameters: readonly Parameter[], context: RunContext): readonly Row[] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  const rows: unknown = statement.all(...boundValues(sql, parameters, context));
  if (!isRows(rows)) throw new Error('the database did not answer with rows');
  return rows;
}

/** The rows of a statement as they come; leaving the loop ends the statement. */
export function* eachRow(database: OrgDatabase, sql: string, parameters: readonly Parameter[], context: RunContext): Generator<Row> {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  for (const row of statement.iterate(...boundValues(sql, parameters, context))) {
    const values: unknown = row;
    if (!isRow(values)) throw new Error('the database did not answer with rows');
    yield values;
  }
}

function boundValues(sql: string, parameters: readonly Parameter[], context: RunContext): SqlValue[] {
  return parameters.slice(0, highestPlaceholder(sql)).map((parameter) => parameter(context));
}

const placeholders = new Map<string, number>();

/** Statements of one query share their parameters; SQLite refuses more values than the text has places for. */
function highestPlaceholder(sql: string): number {
  let highest = placeholders.get(sql);
  if (highest === undefined) {
    if (placeholders.size > 5000) placeholders.clear();
    highest = [...sql.matchAll(/\?(\d+)/gu)].reduce((most, [, number]) => Math.max(most, Number(number)), 0);
    placeholders.set(sql, highest);
  }
  return highest;
}

function isRow(value: unknown): value is Row {
  return Array.isArray(value);
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && (value.length === 0 || Array.isArray(value[0]));
}

/** Rows of `select` as records, with their children. */
export function recordsOf(
  database: OrgDatabase,
  select: CompiledSelect,
  rows: readonly Row[],
  context: RunContext,
  paging?: ChildPaging,
): QueryRecord[] {
  const ids = rows.map((row) => String(row[ID_COLUMN]));
  const children = select.children.map((child) => childrenOf(database, child, ids, context, paging));
  const childRows: ChildRows = (index, parentId) => children[index]?.get(parentId) ?? null;
  const recordContext = { run: context, children: childRows };
  return rows.map((row, index) => recordOf(select.object, select.fields, row, recordContext, ids[index]));
}

/** Rows of an aggregate query as records. */
export function aggregatesOf(select: CompiledSelect, rows: readonly Row[], context: RunContext): QueryRecord[] {
  return rows.map((row) => recordOf(select.object, select.fields, row, { run: context, children: () => null }, undefined));
}

function childrenOf(
  database: OrgDatabase,
  children: CompiledChildren,
  parentIds: readonly string[],
  context: RunContext,
  paging: ChildPaging | undefined,
): ReadonlyMap<string, QueryRows> {
  const { select } = children;
  const most = paging?.rows ?? Number.POSITIVE_INFINITY;
  const kept: Row[] = [];
  const sizes = new Map<string, number>();
  const inner = { ...context, parentIds: JSON.stringify(parentIds) };
  for (const row of eachRow(database, select.sql, select.parameters, inner)) {
    const parentId = String(row[PARENT_COLUMN]);
    const size = (sizes.get(parentId) ?? 0) + 1;
    sizes.set(parentId, size);
    if (size <= most) kept.push(row);
  }
  const records = recordsOf(database, select, kept, context, paging);
  const grouped = new Map<string, QueryRecord[]>();
  for (const [index, record] of records.entries()) {
    const parentId = String(kept[index]?.[PARENT_COLUMN]);
    const siblings = grouped.get(parentId);
    if (siblings === undefined) grouped.set(parentId, [record]);
    else siblings.push(record);
  }
  return new Map(
    [...grouped].map(([parentId, list]) => {
      const totalSize = sizes.get(parentId) ?? list.length;
      if (paging === undefined || totalSize === list.length) return [parentId, { totalSize, records: list }];
      return [parentId, { totalSize, records: list, more: paging.open(children, parentId, totalSize) }];
    }),
  );
}
