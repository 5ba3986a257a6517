import type { FieldValue } from '../schema/types.ts';
import { fromSql, storageKind, type SqlValue } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { eachRow, type Row } from '../soql/runSelect.ts';
import type { Parameter, RunContext } from '../soql/sqlBuilder.ts';
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
}

/** The rows by the key of their cell in the fact map, and whether all are there. */
export interface Details {
  readonly rows: ReadonlyMap<string, readonly DetailRow[]>;
  readonly all: boolean;
}

/** Reads the rows in the order of the report, the groups' first; at most so many. */
export function readDetails(run: DetailRun): Details {
  const { report, facts, most } = run;
  const { down, across } = report;
  const total = facts.table.at(facts.down.root, facts.across.root).rows;
  const shown = cellsToShow(run);
  const cells = new Map<string, DetailRow[]>();
  const keys = down.length + across.length;
  const isGrouped = keys > 0;
  for (const row of eachRow(run.database, detailSql(run), parametersOf(run), run.context)) {
    const values = row.slice(0, keys).map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null));
    const cell = cellOf(facts, values.slice(0, down.length), values.slice(down.length));
    if (!shown.has(cell)) continue;
    const list = cells.get(cell);
    const detail = cellsOf(run, row, keys);
    if (list === undefined) cells.set(cell, [detail]);
    else list.push(detail);
    if (!isGrouped && list !== undefined && list.length >= most) break;
  }
  return { rows: firstRows(cells, shown, most), all: total <= most };
}

function cellOf({ down, across }: ReportFacts, onDown: readonly FactPart[], onAcross: readonly FactPart[]): string {
  const one = down.path(onDown).at(-1) ?? down.root;
  const other = across.path(onAcross).at(-1) ?? across.root;
  return `${keyOf(one)}!${keyOf(other)}`;
}

/** The innermost cells from which rows are shown, in their order: the first ones that fill the report. */
function cellsToShow({ facts, most }: DetailRun): ReadonlySet<string> {
  const shown = new Set<string>();
  let rows = 0;
  for (const one of leaves(facts.down.root)) {
    for (const other of leaves(facts.across.root)) {
      if (rows >= most && shown.size > 0) return shown;
      const { rows: count } = facts.table.at(one, other);
      if (count > 0) shown.add(`${keyOf(one)}!${keyOf(other)}`);
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
  order: ReadonlySet<string>,
  most: number,
): ReadonlyMap<string, readonly DetailRow[]> {
  const kept = new Map<string, readonly DetailRow[]>();
  let left = most;
  for (const cell of order) {
    const rows = (cells.get(cell) ?? []).slice(0, left);
    left -= rows.length;
    kept.set(cell, rows);
  }
  return kept;
}

/** Keys of the groups, then for each column its value and the id behind it. */
function detailSql({ report, most }: DetailRun): string {
  const { down, across, details, from, order } = report;
  const keys = [...down, ...across].map(({ keySql }) => keySql);
  const columns = details.flatMap(({ column: { value, idSql } }) => [value.sql, ...(idSql === undefined ? [] : [idSql])]);
  const selected = [...keys, ...columns];
  // Without groups the first rows are the ones to show; with them that is known only when they are read.
  const limit = keys.length === 0 && Number.isFinite(most) ? ` LIMIT ${String(Math.max(0, Math.floor(most)))}` : '';
  return `SELECT ${selected.length === 0 ? '1' : selected.join(', ')} FROM ${from} ORDER BY ${order.join(', ')}${limit}`;
}

function parametersOf({ report }: DetailRun): readonly Parameter[] {
  return report.own.builder.parameters;
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
