import type { FieldValue } from '../schema/types.ts';
import { fromSql, storageKind, type SqlValue } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { fold } from '../storage/fold.ts';
import { allRows, eachRow, type Row } from '../soql/runSelect.ts';
import type { RunContext, SqlBuilder } from '../soql/sqlBuilder.ts';
import type { CompiledGrouping } from './groupings.ts';
import type { CompiledReport } from './compileReport.ts';
import type { FactPart, GroupNode } from './facts.ts';
import { BLANK, labelOf, type Reader } from './labels.ts';
import type { DetailCell, DetailRow } from './result.ts';
import type { ReportFacts } from './runFacts.ts';
import { keyOf } from './groupTree.ts';

/** How the rows of a report are read. */
export interface DetailRun {
  readonly database: OrgDatabase;
  readonly report: CompiledReport;
  readonly facts: ReportFacts;
  readonly context: RunContext;
  readonly reader: Reader;
  /** Rows at most. */
  readonly most: number;
  /** Rows that the report has at most, all told. */
  readonly rowLimit: number;
}

/** The rows by the key of their cell in the fact map, and whether all are there. */
export interface Details {
  readonly rows: ReadonlyMap<string, readonly DetailRow[]>;
  readonly all: boolean;
}

/** Cells for each of which the rows are asked for by themselves: few and full ones. */
const FEW_CELLS = 8;

/** Whether a report is nothing but its rows: whoever reads them needs no statement for figures. */
export function isPlainList({ down, across, aggregates }: Pick<CompiledReport, 'down' | 'across' | 'aggregates'>): boolean {
  return down.length + across.length + aggregates.length === 0;
}

/** Reads the rows in the order of the report, the groups' first; at most so many. */
export function readDetails(run: DetailRun): Details {
  const { facts, most } = run;
  if (isPlainList(run.report)) return listRows(run);
  const total = facts.table.at(facts.down.root, facts.across.root).rows;
  const shown = cellsToShow(run);
  const all = total <= most;
  const rows = !all && shown.size <= FEW_CELLS ? rowsByCell(run, shown) : rowsOfAll(run, shown);
  return { rows: firstRows(rows, shown, most), all };
}

/** The first rows, and one more that tells whether there are others. */
function listRows(run: DetailRun): Details {
  const { database, report, context, most, rowLimit } = run;
  const sql = detailSql(run, [], [], Math.min(most + 1, rowLimit));
  const rows = allRows(database, sql, report.own.builder.parameters, context).map((row) => cellsOf(run, row, 0));
  return { rows: new Map([['T!T', rows.slice(0, most)]]), all: rows.length <= most };
}

/** An innermost group of each side. */
interface Cell {
  readonly down: GroupNode;
  readonly across: GroupNode;
}

/** One statement for each cell, which reads no more rows than are shown. */
function rowsByCell(run: DetailRun, shown: ReadonlyMap<string, Cell>): ReadonlyMap<string, readonly DetailRow[]> {
  const { report, database, context } = run;
  const { builder } = report.own;
  return new Map(
    [...shown].map(([key, { down, across }]) => {
      const conditions = [...inGroups(down, report.down, builder), ...inGroups(across, report.across, builder)];
      const sql = detailSql(run, [], conditions, run.most);
      return [key, allRows(database, sql, builder.parameters, context).map((row) => cellsOf(run, row, 0))];
    }),
  );
}

/** The conditions that a row is in the group. */
function inGroups(node: GroupNode, groupings: readonly CompiledGrouping[], builder: SqlBuilder): readonly string[] {
  return node
    .path()
    .slice(1)
    .map(({ raw }, level) => {
      const grouping = groupings[level];
      const wanted = grouping?.kind === 'text' && typeof raw === 'string' && grouping.foldedSql !== grouping.keySql ? fold(raw) : raw;
      return `${grouping?.foldedSql ?? 'NULL'} IS ${builder.bind(wanted)}`;
    });
}

/** One statement for all cells. */
function rowsOfAll(run: DetailRun, shown: ReadonlyMap<string, Cell>): ReadonlyMap<string, readonly DetailRow[]> {
  const { report, facts, most } = run;
  const { down, across } = report;
  const cells = new Map<string, DetailRow[]>();
  const keys = [...down, ...across].map(({ keySql }) => keySql);
  // Without groups the first rows are the ones to show; with them that is known only when they are read.
  const sql = detailSql(run, keys, [], keys.length === 0 ? most : Number.POSITIVE_INFINITY);
  for (const row of eachRow(run.database, sql, report.own.builder.parameters, run.context)) {
    const values = row.slice(0, keys.length).map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null));
    const cell = cellOf(facts, values.slice(0, down.length), values.slice(down.length));
    const list = cells.get(cell) ?? [];
    if (!shown.has(cell) || list.length >= most) continue;
    list.push(cellsOf(run, row, keys.length));
    cells.set(cell, list);
  }
  return cells;
}

function cellOf({ down, across }: ReportFacts, onDown: readonly FactPart[], onAcross: readonly FactPart[]): string {
  const one = down.path(onDown).at(-1) ?? down.root;
  const other = across.path(onAcross).at(-1) ?? across.root;
  return `${keyOf(one)}!${keyOf(other)}`;
}

/** The innermost cells from which rows are shown, in their order: the first ones that fill the report. */
function cellsToShow({ facts, most }: DetailRun): ReadonlyMap<string, Cell> {
  const shown = new Map<string, Cell>();
  let rows = 0;
  for (const one of leaves(facts.down.root)) {
    for (const other of leaves(facts.across.root)) {
      if (rows >= most && shown.size > 0) return shown;
      const { rows: count } = facts.table.at(one, other);
      if (count > 0) shown.set(`${keyOf(one)}!${keyOf(other)}`, { down: one, across: other });
      rows += count;
    }
  }
  return shown;
}

function leaves(node: GroupNode): readonly GroupNode[] {
  return node.sorted.length === 0 ? [node] : node.sorted.flatMap(leaves);
}

function firstRows(
  cells: ReadonlyMap<string, readonly DetailRow[]>,
  order: ReadonlyMap<string, Cell>,
  most: number,
): ReadonlyMap<string, readonly DetailRow[]> {
  const kept = new Map<string, readonly DetailRow[]>();
  let left = most;
  for (const cell of order.keys()) {
    const rows = (cells.get(cell) ?? []).slice(0, left);
    left -= rows.length;
    kept.set(cell, rows);
  }
  return kept;
}

/** Keys of the groups, then for each column its value and the id behind it. */
function detailSql({ report }: DetailRun, keys: readonly string[], conditions: readonly string[], most: number): string {
  const { details, from, order } = report;
  const columns = details.flatMap(({ column: { value, idSql } }) => [value.sql, ...(idSql === undefined ? [] : [idSql])]);
  const selected = [...keys, ...columns];
  const limit = Number.isFinite(most) ? ` LIMIT ${String(Math.max(0, Math.floor(most)))}` : '';
  const rows = [from, ...conditions].join(' AND ');
  return `SELECT ${selected.length === 0 ? '1' : selected.join(', ')} FROM ${rows} ORDER BY ${order.join(', ')}${limit}`;
}

function cellsOf({ report, reader }: DetailRun, row: Row, keys: number): DetailRow {
  let next = keys;
  return report.details.map(({ column }): DetailCell => {
    const { type, field, scale = field?.scale } = column.value;
    const value = valueOf(type, row[next]);
    next += 1;
    if (column.idSql === undefined) return { value, label: labelOf({ type, scale, picklist: field?.picklist }, value, reader) };
    const id = row[next];
    next += 1;
    const label = value === null ? BLANK : String(value);
    return typeof id === 'string' ? { value: id, label, recordId: id } : { value: null, label };
  });
}

function valueOf(type: Parameters<typeof storageKind>[0]['type'], value: unknown): FieldValue {
  const stored: SqlValue = typeof value === 'string' || typeof value === 'number' ? value : null;
  return fromSql(storageKind({ type }), stored);
}
