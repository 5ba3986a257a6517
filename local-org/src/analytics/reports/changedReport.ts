import type { ReportDefinition, StandardDateFilter } from '../../reports/types.ts';
import { badRequest } from '../analyticsErrors.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { bucketOf, crossFilterOf, filterOf, groupingOf, rowFormulasOf, summaryFormulasOf } from './inputParts.ts';
import type { MetadataInput } from './metadataInput.ts';

/**
 * The report as a request changes it, for this run alone. What the request
 * leaves out stays; new filters without new logic hold all, because the old
 * logic counts the old ones.
 * @throws SalesforceError BAD_REQUEST in the API's words
 */
export function changedReport(report: RunnableReport, input: MetadataInput): RunnableReport {
  const { definition } = report;
  const filters = input.reportFilters?.map((filter) => ({ ...filterOf(filter), ...languageOf(definition) })) ?? definition.filters;
  const unlocked = input.reportFilters?.map(({ isRunPageEditable }) => isRunPageEditable ?? true) ?? report.unlocked;
  const changed: ReportDefinition = {
    ...withoutOptional(definition),
    detailColumns: input.detailColumns ?? definition.detailColumns,
    groupingsDown: input.groupingsDown?.map(groupingOf) ?? definition.groupingsDown,
    groupingsAcross: input.groupingsAcross?.map(groupingOf) ?? definition.groupingsAcross,
    aggregates: aggregatesOf(input, definition),
    summaryFormulas: summaryFormulasOf(input) ?? definition.summaryFormulas,
    rowFormulas: rowFormulasOf(input) ?? definition.rowFormulas,
    buckets: input.buckets?.map(bucketOf) ?? definition.buckets,
    filters,
    crossFilters: input.crossFilters?.map(crossFilterOf) ?? definition.crossFilters,
    scope: input.scope === undefined || input.scope === null ? definition.scope : scopeOf(input.scope),
    sortBy: sortOf(input, definition),
    showSubtotals: input.showSubtotals ?? definition.showSubtotals,
    showGrandTotal: input.showGrandTotal ?? definition.showGrandTotal,
    showDetails: input.hasDetailRows ?? definition.showDetails,
    ...logicOf(input, definition),
    ...dateFilterOf(input, definition),
    ...rowLimitOf(input, definition),
  };
  const format = formatOf(changed);
  return { ...report, name: input.name ?? report.name, unlocked, definition: { ...changed, format } };
}

/** Values of picklists are in the language of the stored filter also where a client sends them back. */
function languageOf({ filters }: ReportDefinition): Pick<ReportDefinition['filters'][number], 'language'> {
  const language = filters[0]?.language;
  return language === undefined ? {} : { language };
}

/** The members that a change may take away. */
function withoutOptional(definition: ReportDefinition): ReportDefinition {
  const { booleanFilter: _logic, dateFilter: _dates, rowLimit: _limit, ...rest } = definition;
  return rest;
}

/** Groupings alone make the format: a matrix without columns is a summary, one without groups tabular. */
function formatOf({ groupingsDown, groupingsAcross }: ReportDefinition): ReportDefinition['format'] {
  if (groupingsAcross.length > 0) return 'matrix';
  return groupingsDown.length > 0 ? 'summary' : 'tabular';
}

function aggregatesOf({ aggregates }: MetadataInput, definition: ReportDefinition): readonly string[] {
  return aggregates?.map((name) => name.replace(/^mx!/u, 'x!')) ?? definition.aggregates;
}

function logicOf(input: MetadataInput, definition: ReportDefinition): Pick<ReportDefinition, 'booleanFilter'> {
  const { reportBooleanFilter: given } = input;
  if (given !== undefined && given !== null && given.trim() !== '') return { booleanFilter: given };
  const keeps = given === undefined && (input.reportFilters === undefined || input.reportFilters.length === definition.filters.length);
  return keeps && definition.booleanFilter !== undefined ? { booleanFilter: definition.booleanFilter } : {};
}

function dateFilterOf({ standardDateFilter }: MetadataInput, definition: ReportDefinition): Pick<ReportDefinition, 'dateFilter'> {
  if (standardDateFilter === undefined) return definition.dateFilter === undefined ? {} : { dateFilter: definition.dateFilter };
  if (standardDateFilter === null) return {};
  const column = standardDateFilter.column ?? definition.dateFilter?.column;
  const { durationValue, startDate, endDate } = standardDateFilter;
  const interval = durationValue ?? (startDate != null || endDate != null ? 'CUSTOM' : definition.dateFilter?.interval);
  if (column === undefined || interval === undefined) return {};
  return { dateFilter: { column, interval, ...(interval === 'CUSTOM' ? daysOf(column, startDate, endDate) : {}) } };
}

function daysOf(
  column: string,
  start: string | null | undefined,
  end: string | null | undefined,
): Pick<StandardDateFilter, 'startDate' | 'endDate'> {
  const startDate = dayOf(start, `The specified start date of ${column} specified for the standard date filter is invalid.`);
  const endDate = dayOf(end, `The specified end date of ${column} specified for the standard date filter is invalid.`);
  return { ...(startDate === undefined ? {} : { startDate }), ...(endDate === undefined ? {} : { endDate }) };
}

function dayOf(given: string | null | undefined, otherwise: string): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  const day = given.slice(0, 10);
  const moment = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) throw badRequest(otherwise);
  return day;
}

function rowLimitOf({ topRows }: MetadataInput, definition: ReportDefinition): Pick<ReportDefinition, 'rowLimit'> {
  if (topRows === undefined) return definition.rowLimit === undefined ? {} : { rowLimit: definition.rowLimit };
  return topRows === null ? {} : { rowLimit: topRows.rowLimit };
}

function sortOf({ sortBy, topRows }: MetadataInput, definition: ReportDefinition): ReportDefinition['sortBy'] {
  const sorts = sortBy?.map(({ sortColumn, sortOrder }) => ({ column: sortColumn, sortOrder })) ?? definition.sortBy;
  const direction = topRows?.direction;
  return direction == null ? sorts : sorts.map(({ column }) => ({ column, sortOrder: direction }));
}

function scopeOf(scope: NonNullable<MetadataInput['scope']>): ReportDefinition['scope'] {
  if (scope === 'team') throw badRequest('The scope team is not run by local-org.');
  return scope;
}
