import { kindOf } from '../soql/expressions.ts';
import { USER_ID } from '../soql/sqlBuilder.ts';
import { isDateInterval } from './dateIntervals.ts';
import { dayBounds, intervalBounds, type DateBounds } from './filterDates.ts';
import type { CrossFilter, ReportDefinition, ReportFilter, StandardDateFilter } from './definition.ts';
import { parseFilterLogic, type FilterLogic } from './filterLogic.ts';
import { columnsSql, FilterError, filterSql } from './filters.ts';
import { findColumn } from './columns.ts';
import { ReportPartError } from './reportError.ts';
import { reportTables, type ReportEnvironment, type ReportTables } from './reportRows.ts';
import type { ReportShape } from './reportShape.ts';

/** Most lines that the platform takes in a filter, cross filters, and lines of one. */
const MOST_FILTERS = 20;
const MOST_CROSS_FILTERS = 3;

/**
 * The conditions that a definition puts on its rows, as SQL that is 1, or 0 or null.
 * @throws ReportPartError for what cannot be run, HiddenPartError for what the user may not see
 */
export function rowConditions(environment: ReportEnvironment, own: ReportTables, definition: ReportDefinition): readonly string[] {
  return [
    ...own.conditions,
    ...scopeConditions(own, definition),
    ...dateConditions(own, definition.dateFilter),
    ...filterConditions(own, definition),
    ...crossConditions(environment, own, definition.crossFilters),
  ];
}

/** "My" records are those that the user owns. */
function scopeConditions({ tables }: ReportTables, { scope }: ReportDefinition): readonly string[] {
  if (scope === 'organization') return [];
  const { root, builder } = tables;
  if (!root.object.hasOwner)
    throw new ReportPartError('scope', `${root.object.name} has no owner, so it cannot be narrowed to the user's own records.`);
  return [`${root.column('OwnerId')} = ${builder.bind(USER_ID)}`];
}

function dateConditions({ columns, builder }: ReportTables, filter: StandardDateFilter | undefined): readonly string[] {
  if (filter === undefined) return [];
  const element = 'timeFrameFilter';
  const { value } = columns.of(filter.column, element);
  const kind = kindOf(value.type);
  if (kind !== 'date' && kind !== 'datetime') throw new ReportPartError(element, `${filter.column} is no date.`);
  const { start, end } = boundsOf(filter, kind, element);
  return [
    ...(start === undefined ? [] : [`${value.sql} >= ${builder.bind(start)}`]),
    ...(end === undefined ? [] : [`${value.sql} < ${builder.bind(end)}`]),
  ];
}

function boundsOf({ interval, startDate, endDate }: StandardDateFilter, kind: 'date' | 'datetime', element: string): Partial<DateBounds> {
  const custom = ['INTERVAL_CUSTOM', 'CUSTOM'].includes(interval.toUpperCase());
  if (!custom && !isDateInterval(interval)) throw new ReportPartError(element, `there is no duration ${interval}.`);
  if (!custom) return intervalBounds(interval, kind);
  const found = dayBounds(startDate, endDate, kind);
  for (const [day, bound] of [
    [startDate, found.start],
    [endDate, found.end],
  ] as const) {
    if (day !== undefined && bound === undefined) throw new ReportPartError(element, `"${day}" is no date.`);
  }
  return found;
}

function filterConditions(own: ReportTables, { filters, booleanFilter }: ReportDefinition): readonly string[] {
  if (filters.length > MOST_FILTERS) throw new ReportPartError('filter', `a report takes at most ${String(MOST_FILTERS)} filters.`);
  const lines = filters.map((filter, index) => lineSql(own, filter, `filter ${String(index + 1)}`));
  if (booleanFilter === undefined || booleanFilter.trim() === '') return lines;
  const logic = parseFilterLogic(booleanFilter, lines.length);
  if (typeof logic === 'string') throw new ReportPartError('booleanFilter', logic);
  return [logicSql(logic, lines)];
}

function lineSql(
  { columns, builder }: ReportTables,
  { column, operator, value, columnToColumn, language }: ReportFilter,
  element: string,
): string {
  const target = columns.of(column, element);
  try {
    if (columnToColumn === true) return columnsSql(target.value, operator, columns.of(value, element).value);
    return filterSql(
      {
        expression: target.value,
        ...(target.idSql === undefined ? {} : { idSql: target.idSql }),
        ...(target.keyPrefixes === undefined ? {} : { keyPrefixes: target.keyPrefixes }),
        ...(language === undefined ? {} : { language }),
      },
      operator,
      value,
      builder,
    );
  } catch (error) {
    if (error instanceof FilterError) throw new ReportPartError(element, `${column}: ${error.message}`);
    throw error;
  }
}

function logicSql(logic: FilterLogic, lines: readonly string[]): string {
  switch (logic.kind) {
    case 'line':
      return lines[logic.line - 1] ?? '1';
    case 'not':
      return `NOT coalesce(${logicSql(logic.part, lines)}, 0)`;
    default:
      return `(${logic.parts.map((part) => logicSql(part, lines)).join(logic.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function crossConditions(environment: ReportEnvironment, own: ReportTables, filters: readonly CrossFilter[]): readonly string[] {
  if (filters.length > MOST_CROSS_FILTERS) {
    throw new ReportPartError('crossFilters', `a report takes at most ${String(MOST_CROSS_FILTERS)} cross filters.`);
  }
  return filters.map((filter, index) => crossSql(environment, own, filter, `crossFilters ${String(index + 1)}`));
}

/** Records whose id is, or is not, among those that related records point at. */
function crossSql(environment: ReportEnvironment, own: ReportTables, filter: CrossFilter, element: string): string {
  const { value, idSql } = own.columns.of(filter.column, element);
  const left = kindOf(value.type) === 'id' ? value.sql : idSql;
  if (left === undefined) throw new ReportPartError(element, `${filter.column} names no record.`);
  const object = environment.formulaSchema.object(filter.relatedObject);
  if (object === undefined) throw new ReportPartError(element, `there is no object ${filter.relatedObject}.`);
  const token = object.name;
  const inner: ReportShape = { name: token, label: object.label, tables: [{ token, alias: token, object }] };
  const related = reportTables(environment, inner, { buckets: [], rowFormulas: [] }, own.builder);
  const join = findColumn(environment.formulaSchema, inner, `${token}$${filter.relatedField}`);
  if (join?.field.reference === undefined) throw new ReportPartError(element, `${token} has no lookup ${filter.relatedField}.`);
  const key = related.tables.root.column(join.field.name);
  const named = (field: string): string => `${token}$${field}`;
  const lines = filter.filters.map((line) => {
    const value = line.columnToColumn === true ? named(line.value) : line.value;
    return lineSql(related, { ...line, column: named(line.column), value }, element);
  });
  const where = [...related.conditions, ...lines, `${key} IS NOT NULL`].join(' AND ');
  const ids = `SELECT ${key} FROM ${related.tables.sql()} WHERE ${where}`;
  return filter.operation === 'with' ? `${left} IN (${ids})` : `(+${left} IS NOT NULL AND ${left} NOT IN (${ids}))`;
}
