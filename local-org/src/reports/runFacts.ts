import type { OrgDatabase } from '../storage/database.ts';
import { fold } from '../storage/fold.ts';
import { allRows, type Row } from '../soql/runSelect.ts';
import type { RunContext } from '../soql/sqlBuilder.ts';
import type { CompiledReport } from './compileReport.ts';
import { FactTable, GroupSide, type FactPart } from './facts.ts';
import type { CompiledGrouping } from './groupings.ts';
import type { LevelMeasure } from './measures.ts';

/** The groups of both sides and what is known of them. */
export interface ReportFacts {
  readonly down: GroupSide;
  readonly across: GroupSide;
  readonly table: FactTable;
}

/**
 * Runs what a report's figures need: one statement for the innermost groups, from which all totals
 * follow, and for each level one more where they do not (distinct values, values of shared parents).
 * @param rowLimit only the first so many rows count
 */
export function runFacts(database: OrgDatabase, report: CompiledReport, context: RunContext, rowLimit: number | undefined): ReportFacts {
  const { down, across, measures, own } = report;
  const facts: ReportFacts = {
    down: new GroupSide((level, raw) => keyOf(down[level], raw)),
    across: new GroupSide((level, raw) => keyOf(across[level], raw)),
    table: new FactTable(measures.parts, measures.levels.length),
  };
  const run = (sql: string): readonly Row[] => allRows(database, sql, own.builder.parameters, context);
  const source = (): RowSource => rowSource(report, rowLimit);
  for (const row of run(innermostSql(report, source()))) {
    const values = row.map(plain);
    const ends = down.length + across.length;
    const onDown = facts.down.path(values.slice(0, down.length));
    const onAcross = facts.across.path(values.slice(down.length, ends));
    facts.table.add(onDown, onAcross, Number(values[ends] ?? 0), values.slice(ends + 1));
  }
  for (const [index, measure] of measures.levels.entries()) {
    if (measure.kind === 'shared' && measure.adds) runInnermost(report, measure, index, facts, run, source());
    else runLevels(report, measure, index, facts, run, source);
  }
  return facts;
}

/** What is one group: names and texts whatever their case. */
function keyOf(grouping: CompiledGrouping | undefined, raw: FactPart): string {
  if (raw === null) return 'null';
  return grouping?.kind === 'text' && typeof raw === 'string' ? `=${fold(raw)}` : `=${String(raw)}`;
}

function plain(value: unknown): FactPart {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** Where statements take their rows from, and how they name a value of a row. */
interface RowSource {
  readonly column: (sql: string) => string;
  /** After all columns are named. */
  readonly from: () => string;
}

function rowSource({ from, order, own }: CompiledReport, rowLimit: number | undefined): RowSource {
  if (rowLimit === undefined) return { column: (sql) => sql, from: () => from };
  const columns: string[] = [];
  const limit = own.builder.bind(rowLimit);
  return {
    column: (sql) => `first.c${String(columns.push(sql) - 1)}`,
    from: () => {
      const named = columns.map((sql, index) => `${sql} AS c${String(index)}`);
      return `(SELECT ${named.length === 0 ? '1' : named.join(', ')} FROM ${from} ORDER BY ${order.join(', ')} LIMIT ${limit}) AS first`;
    },
  };
}

function innermostSql({ down, across, measures }: CompiledReport, source: RowSource): string {
  const keys = [...down, ...across].map(({ keySql }) => source.column(keySql));
  const parts = measures.parts.map(({ column, sql }) => sql(source.column(column)));
  const places = keys.map((_, index) => String(index + 1));
  const groupBy = places.length === 0 ? '' : ` GROUP BY ${places.join(', ')}`;
  return `SELECT ${[...keys, 'count(*)', ...parts].join(', ')} FROM ${source.from()}${groupBy}`;
}

/** A measure of the innermost groups, from which its totals follow. */
function runInnermost(
  { down, across }: CompiledReport,
  measure: LevelMeasure,
  index: number,
  facts: ReportFacts,
  run: (sql: string) => readonly Row[],
  source: RowSource,
): void {
  for (const row of run(levelSql(measure, [...down, ...across], source))) {
    const values = row.map(plain);
    const ends = down.length + across.length;
    const onDown = facts.down.path(values.slice(0, down.length));
    const onAcross = facts.across.path(values.slice(down.length, ends));
    facts.table.addLevel(onDown, onAcross, index, values.slice(ends));
  }
}

/** A measure of every pair of depths. */
function runLevels(
  { down, across }: CompiledReport,
  measure: LevelMeasure,
  index: number,
  { down: downSide, across: acrossSide, table }: ReportFacts,
  run: (sql: string) => readonly Row[],
  source: () => RowSource,
): void {
  for (let depth = 0; depth <= down.length; depth += 1) {
    for (let width = 0; width <= across.length; width += 1) {
      const groupings = [...down.slice(0, depth), ...across.slice(0, width)];
      for (const row of run(levelSql(measure, groupings, source()))) {
        const values = row.map(plain);
        const one = downSide.path(values.slice(0, depth)).at(-1);
        const other = acrossSide.path(values.slice(depth, depth + width)).at(-1);
        if (one !== undefined && other !== undefined) table.setLevel(one, other, index, values.slice(groupings.length));
      }
    }
  }
}

function levelSql(measure: LevelMeasure, groupings: readonly CompiledGrouping[], source: RowSource): string {
  const keys = groupings.map(({ foldedSql }) => source.column(foldedSql));
  const places = keys.map((_, index) => String(index + 1));
  const groupBy = keys.length === 0 ? '' : ` GROUP BY ${places.join(', ')}`;
  if (measure.kind === 'unique') {
    const value = source.column(measure.sql);
    return `SELECT ${[...keys, `count(DISTINCT ${value})`].join(', ')} FROM ${source.from()}${groupBy}`;
  }
  const values = measure.values.map((sql) => source.column(sql));
  const id = source.column(measure.id);
  const named = [
    ...keys.map((key, index) => `${key} AS k${String(index)}`),
    ...values.map((value, index) => `${value} AS v${String(index)}`),
  ];
  // The values of a record are the same in all its rows, so any row will do.
  const records = `SELECT ${named.join(', ')} FROM ${source.from()} GROUP BY ${[...(measure.adds ? [] : places), id].join(', ')} HAVING ${id} IS NOT NULL`;
  const sums = values.flatMap((_, index) => [`sum(v${String(index)})`, `count(v${String(index)})`]);
  return `SELECT ${[...keys.map((_, index) => `k${String(index)}`), ...sums].join(', ')} FROM (${records})${groupBy}`;
}
