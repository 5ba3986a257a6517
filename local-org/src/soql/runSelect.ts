import type { OrgDatabase } from '../storage/database.ts';
import { ID_COLUMN, PARENT_COLUMN, type CompiledChildren, type CompiledSelect } from './compile.ts';
import { recordOf, type ChildRows } from './output.ts';
import type { RunContext } from './sqlBuilder.ts';
import type { QueryRecord, QueryRows } from './types.ts';

type Row = readonly unknown[];

/** Runs a compiled query: one statement, and one more for each child subquery whatever the number of parents. */
export function runSelect(database: OrgDatabase, select: CompiledSelect, context: RunContext): QueryRows {
  const rows = rowsOf(database, select, context);
  if (select.kind === 'count') return { totalSize: Number(rows[0]?.[0] ?? 0), records: [] };
  const records = select.kind === 'records' ? recordsOf(database, select, rows, context) : aggregatesOf(select, rows, context);
  return { totalSize: records.length, records };
}

function rowsOf(database: OrgDatabase, select: CompiledSelect, context: RunContext): readonly Row[] {
  const statement = database.prepare(select.sql);
  statement.setReturnArrays(true);
  const bound: unknown = statement.all(...select.parameters.map((parameter) => parameter(context)));
  if (!isRows(bound)) throw new Error('the database did not answer with rows');
  return bound;
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && (value.length === 0 || Array.isArray(value[0]));
}

function recordsOf(database: OrgDatabase, select: CompiledSelect, rows: readonly Row[], context: RunContext): QueryRecord[] {
  const ids = rows.map((row) => String(row[ID_COLUMN]));
  const children = select.children.map((child) => childrenOf(database, child, ids, context));
  const childRows: ChildRows = (index, parentId) => children[index]?.get(parentId) ?? null;
  return rows.map((row, index) => recordOf(select.object, select.fields, row, context, childRows, ids[index]));
}

function aggregatesOf(select: CompiledSelect, rows: readonly Row[], context: RunContext): QueryRecord[] {
  return rows.map((row) => recordOf(select.object, select.fields, row, context, () => null, undefined));
}

function childrenOf(
  database: OrgDatabase,
  { select }: CompiledChildren,
  parentIds: readonly string[],
  context: RunContext,
): ReadonlyMap<string, QueryRows> {
  const rows = rowsOf(database, select, { ...context, parentIds: JSON.stringify(parentIds) });
  const records = recordsOf(database, select, rows, context);
  const grouped = new Map<string, QueryRecord[]>();
  for (const [index, record] of records.entries()) {
    const parentId = String(rows[index]?.[PARENT_COLUMN]);
    const siblings = grouped.get(parentId);
    if (siblings === undefined) grouped.set(parentId, [record]);
    else siblings.push(record);
  }
  return new Map([...grouped].map(([parentId, list]) => [parentId, { totalSize: list.length, records: list }]));
}
