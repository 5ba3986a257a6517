import { textOf, type Json } from '../client.ts';
import { dayIn, grainOf, intervalDays } from './days.ts';
import { combined, meets, todayOf, type Viewer } from './filters.ts';
import { figureTokens, tokenOf } from './figures.ts';
import { formulaOf, type FormulaValue } from './formula.ts';
import type { BucketElement, Criterion, CrossFilterElement, GroupingElement, ReportFile, ReportTypeFile } from './reportFile.ts';
import type { Column, Tables, Values } from './tables.ts';

/** A report's rows, computed from its file and the records, and what each grouping makes of them. */
export interface Expected {
  readonly columns: ReadonlyMap<string, Column>;
  /** Those that meet the filters. */
  readonly rows: readonly Values[];
  readonly down: readonly KeyOf[];
  readonly across: readonly KeyOf[];
}

/** What a row is grouped by: the value of a group in the Analytics API's answer, or the record's name for lookups. */
export type KeyOf = (row: Values) => Json;

/** Runs a report file as the platform's documentation describes it, over rows read by SOQL as this viewer. */
export async function runReport(
  report: ReportFile,
  types: ReadonlyMap<string, ReportTypeFile>,
  tables: Tables,
  viewer: Viewer,
): Promise<Expected> {
  const type = types.get(report.reportType);
  if (type === undefined) throw new Error(`${report.fullName}: the checks know no report type ${report.reportType}`);
  const buckets = new Map(report.buckets.map((bucket) => [bucket.developerName, bucket]));
  const tableOf = await tables.tables(type);
  const ofRows = report.rowFormulas.flatMap(({ formula }) =>
    [...formula.matchAll(/[A-Za-z_]\w*(?:\.\w+)+/gu)].map(([name]) => tokenOf(name, tableOf)),
  );
  const named = [...tokensOf(report), ...figureTokens(report, tableOf), ...ofRows];
  const tokens = [...new Set(named)].filter((token) => !buckets.has(token));
  const columns = await tables.columns(type, tokens);
  const read = await tables.rows(type, [...tokens, ...report.crossFilters.map((cross) => cross.primaryTableColumn)]);
  const rows = read.map((row) => withFormulas(withBuckets(row, report.buckets), report, columns));
  const typeOf = (token: string): string => columns.get(token)?.type ?? 'string';
  const holds = (row: Values, { column, operator, value, columnToColumn }: Criterion): boolean => {
    const other = columnToColumn ? textOf(row.get(value) ?? null) : value;
    return meets(row.get(column) ?? null, typeOf(column), operator, other, viewer);
  };
  let kept: readonly Values[] = rows.filter((row) =>
    combined(
      report.booleanFilter,
      report.criteria.map((criterion) => holds(row, criterion)),
    ),
  );
  kept = kept.filter(inTimeFrame(report, typeOf, viewer));
  for (const cross of report.crossFilters) kept = await crossFiltered(kept, cross, tables, viewer);
  if (report.scope === 'user') kept = kept.filter((row) => row.get(`${type.baseObject}$OwnerId`) === viewer.id);
  if (report.rowLimit !== undefined && report.sortColumn !== undefined) {
    kept = [...kept].sort(byColumn(report.sortColumn, report.sortOrder)).slice(0, report.rowLimit);
  }
  const keyOf = (grouping: GroupingElement): KeyOf => keyOfGrouping(grouping, typeOf(grouping.field), viewer);
  return { columns, rows: kept, down: report.groupingsDown.map(keyOf), across: report.groupingsAcross.map(keyOf) };
}

/** Every column that the file names. */
export function tokensOf(report: ReportFile): readonly string[] {
  const named = [
    ...report.columns.map(({ field }) => field),
    ...report.groupingsDown.map(({ field }) => field),
    ...report.groupingsAcross.map(({ field }) => field),
    ...report.criteria.flatMap(({ column, value, columnToColumn }) => (columnToColumn ? [column, value] : [column])),
    ...report.buckets.map(({ sourceColumnName }) => sourceColumnName),
    ...(report.timeFrame === undefined ? [] : [report.timeFrame.column]),
    ...(report.sortColumn === undefined ? [] : [report.sortColumn]),
    ...(report.scope === 'user' ? [`${report.columns[0]?.field.split(/[.$]/u)[0] ?? ''}$OwnerId`] : []),
  ];
  return [...new Set(named)].filter((token) => token.includes('$'));
}

/** The row with its own formulas. */
function withFormulas(row: Values, { rowFormulas }: ReportFile, columns: ReadonlyMap<string, Column>): Values {
  if (rowFormulas.length === 0) return row;
  const byName = new Map([...columns.values()].map((column) => [column.wireName, column.token]));
  const nowhere = (): never => {
    throw new Error('a formula of one row reads no groups');
  };
  const value = (name: string): FormulaValue => {
    const token = byName.get(name);
    if (token === undefined) throw new Error(`The checks know no column ${name}.`);
    const found = row.get(token) ?? null;
    return typeof found === 'object' ? null : found;
  };
  const scope = { value, parent: nowhere, previous: nowhere };
  return new Map([...row, ...rowFormulas.map(({ developerName, formula }) => [developerName, formulaOf(formula)(scope)] as const)]);
}

function withBuckets(row: Values, buckets: readonly BucketElement[]): Values {
  if (buckets.length === 0) return row;
  return new Map([
    ...row,
    ...buckets.map((bucket) => [bucket.developerName, bucketOf(bucket, row.get(bucket.sourceColumnName) ?? null)] as const),
  ]);
}

/** Ranges of numbers leave out their lower end and take in their upper one. */
function bucketOf({ bucketType, nullTreatment, otherBucketLabel, useOther, values }: BucketElement, value: Json): Json {
  if (bucketType === 'number') {
    const figure = value === null && nullTreatment === 'z' ? 0 : value;
    if (typeof figure !== 'number') return null;
    const within = values.find(({ sources }) =>
      sources.some(({ from, to }) => (from === undefined || figure > from) && (to === undefined || figure <= to)),
    );
    return within?.value ?? null;
  }
  // A blank is in no bucket, "Other" included, unless one names it.
  const text = textOf(value).toLowerCase();
  const named = values.find(({ sources }) => sources.some(({ sourceValue }) => (sourceValue ?? '').toLowerCase() === text));
  return named?.value ?? (useOther && text !== '' ? (otherBucketLabel ?? null) : value);
}

function inTimeFrame({ timeFrame }: ReportFile, typeOf: (token: string) => string, viewer: Viewer): (row: Values) => boolean {
  if (timeFrame === undefined) return () => true;
  const { column, interval, start, end } = timeFrame;
  const custom = interval === 'INTERVAL_CUSTOM';
  if (custom && start === undefined && end === undefined) return () => true;
  const days = custom ? { from: start ?? '0000-01-01', to: end ?? '9999-12-31' } : intervalDays(interval, todayOf(viewer));
  return (row) => {
    const value = row.get(column) ?? null;
    if (value === null) return false;
    const day = typeOf(column) === 'date' ? textOf(value) : dayIn(viewer.timeZone, textOf(value));
    return day >= days.from && day <= days.to;
  };
}

async function crossFiltered(
  rows: readonly Values[],
  cross: CrossFilterElement,
  tables: Tables,
  viewer: Viewer,
): Promise<readonly Values[]> {
  const type = { baseObject: cross.relatedTable, joins: [], columns: [] };
  const token = (field: string): string => `${cross.relatedTable}$${field}`;
  const fields = cross.criteria.map(({ column }) => token(column));
  const columns = await tables.columns(type, fields);
  const related = await tables.reached(cross.relatedTable, `SELECT Id, ${cross.relatedTableJoinColumn} FROM ${cross.relatedTable}`);
  const parentOf = new Map(related.map((row) => [row['Id'], row[cross.relatedTableJoinColumn]]));
  const meeting = (await tables.rows(type, fields)).filter((row) =>
    cross.criteria.every(({ column, operator, value }) =>
      meets(row.get(token(column)) ?? null, columns.get(token(column))?.type ?? 'string', operator, value, viewer),
    ),
  );
  const parents = new Set(meeting.map((row) => parentOf.get(row.get(token('Id')) ?? null)));
  return rows.filter((row) => parents.has(row.get(cross.primaryTableColumn) ?? null) === (cross.operation === 'with'));
}

function byColumn(token: string, order: string): (one: Values, other: Values) => number {
  const sign = order === 'Desc' ? -1 : 1;
  return (one, other) => sign * compared(one.get(token) ?? null, other.get(token) ?? null);
}

/** Blanks first, then numbers by size, texts by their letters. */
export function compared(one: Json, other: Json): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [a, b] = [textOf(one).toLowerCase(), textOf(other).toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOfGrouping({ field, dateGranularity }: GroupingElement, type: string, viewer: Viewer): KeyOf {
  return (row) => {
    const value = row.get(field) ?? null;
    if (value === null) return null;
    if (type === 'date') return grainOf(dateGranularity, textOf(value));
    if (type === 'datetime') return grainOf(dateGranularity, dayIn(viewer.timeZone, textOf(value)));
    return value;
  };
}
