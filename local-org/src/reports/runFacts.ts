import type { OrgDatabase } from '../storage/database.ts';
import { fold } from '../storage/fold.ts';
import { allRows, type Row } from '../soql/runSelect.ts';
import type { RunContext } from '../soql/sqlBuilder.ts';
import type { CompiledReport } from './compileReport.ts';
import { determines } from './columnExpressions.ts';
import { FactTable, GroupSide, type FactPart, type GroupNode } from './facts.ts';
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
  const facts = noFacts(report);
  const run = (sql: string): readonly Row[] => allRows(database, sql, own.builder.parameters, context);
  const source = (): RowSource => rowSource(report, rowLimit);
  const inMain = measures.levels.flatMap((measure, index) => (measure.kind === 'unique' && !groupsByText(report) ? [index] : []));
  const ends = down.length + across.length;
  for (const row of run(innermostSql(report, inMain, source()))) {
    const values = row.map(plain);
    const onDown = facts.down.path(values.slice(0, down.length));
    const onAcross = facts.across.path(values.slice(down.length, ends));
    const distinct = ends + 1 + measures.parts.length;
    facts.table.add(onDown, onAcross, Number(values[ends] ?? 0), values.slice(ends + 1, distinct));
    for (const [place, index] of inMain.entries()) {
      const measure = measures.levels[index];
      const counted = [values[distinct + place] ?? null];
      facts.table.addLevel(coveredBy(onDown, down, measure), coveredBy(onAcross, across, measure), index, counted);
    }
  }
  for (const [index, measure] of measures.levels.entries()) runLevels(report, measure, index, inMain.includes(index), facts, run, source);
  return facts;
}

/** Before any statement ran: no groups, no rows. */
export function noFacts({ down, across, measures }: CompiledReport): ReportFacts {
  return {
    down: new GroupSide((level, raw) => keyOf(down[level], raw)),
    across: new GroupSide((level, raw) => keyOf(across[level], raw)),
    table: new FactTable(measures.parts, measures.levels.length),
  };
}

/** Texts are one group whatever their case, which the main statement does not know. */
function groupsByText({ down, across }: CompiledReport): boolean {
  return [...down, ...across].some(({ kind }) => kind === 'text');
}

/** Of the groups that hold a row, those whose measure is the sum of those within: the last ones, as far as groupings follow from the record. */
function coveredBy(
  path: readonly GroupNode[],
  groupings: readonly CompiledGrouping[],
  measure: LevelMeasure | undefined,
): readonly GroupNode[] {
  let first = path.length - 1;
  while (first > 0 && follows(groupings[first - 1], measure)) first -= 1;
  return path.slice(first);
}

/** Whether a counted record stands in one group of the grouping only. */
function follows(grouping: CompiledGrouping | undefined, measure: LevelMeasure | undefined): boolean {
  return grouping !== undefined && measure?.place !== undefined && determines(measure.place, grouping.column.place);
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

function innermostSql({ down, across, measures }: CompiledReport, distinct: readonly number[], source: RowSource): string {
  const keys = [...down, ...across].map(({ keySql }) => source.column(keySql));
  const parts = measures.parts.map(({ column, sql }) => sql(source.column(column)));
  const counts = distinct.flatMap((index) => {
    const measure = measures.levels[index];
    return measure?.kind === 'unique' ? [`count(DISTINCT ${source.column(measure.sql)})`] : [];
  });
  const places = keys.map((_, index) => String(index + 1));
  const groupBy = places.length === 0 ? '' : ` GROUP BY ${places.join(', ')}`;
  return `SELECT ${[...keys, 'count(*)', ...parts, ...counts].join(', ')} FROM ${source.from()}${groupBy}`;
}

/** A measure of every pair of depths that does not follow from a deeper one. */
function runLevels(
  { down, across }: CompiledReport,
  measure: LevelMeasure,
  index: number,
  innermostIsKnown: boolean,
  facts: ReportFacts,
  run: (sql: string) => readonly Row[],
  source: () => RowSource,
): void {
  for (const depth of depthsToAsk(down, measure)) {
    for (const width of depthsToAsk(across, measure)) {
      if (innermostIsKnown && depth === down.length && width === across.length) continue;
      const groupings = [...down.slice(0, depth), ...across.slice(0, width)];
      for (const row of run(levelSql(measure, groupings, source()))) {
        const values = row.map(plain);
        const onDown = coveredBy(facts.down.path(values.slice(0, depth)), down, measure);
        const onAcross = coveredBy(facts.across.path(values.slice(depth, depth + width)), across, measure);
        facts.table.addLevel(onDown, onAcross, index, values.slice(groupings.length));
      }
    }
  }
}

function depthsToAsk(groupings: readonly CompiledGrouping[], measure: LevelMeasure): readonly number[] {
  return Array.from({ length: groupings.length + 1 }, (_, depth) => depth).filter((depth) => !follows(groupings[depth], measure));
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
  const records = `SELECT ${named.join(', ')} FROM ${source.from()} GROUP BY ${[...(groupings.every((grouping) => follows(grouping, measure)) ? [] : places), id].join(', ')} HAVING ${id} IS NOT NULL`;
  const sums = values.flatMap((_, index) => [`sum(v${String(index)})`, `count(v${String(index)})`]);
  return `SELECT ${[...keys.map((_, index) => `k${String(index)}`), ...sums].join(', ')} FROM (${records})${groupBy}`;
}
