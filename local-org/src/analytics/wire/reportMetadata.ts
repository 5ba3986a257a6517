import type { CrossFilter, ReportFilter, ReportGrouping } from '../../reports/types.ts';
import type { FieldType } from '../../schema/types.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { bucketToJson } from './bucketJson.ts';
import { chartToJson } from './chartJson.ts';
import type { ColumnNames } from './columnNames.ts';
import { dateFilterToJson, type DurationDays } from './dateFilterJson.ts';
import { rowFormulasToJson, summaryFormulasToJson } from './summaryFormulas.ts';

/** What a report's metadata is told by, besides the report itself. */
export interface MetadataContext {
  readonly names: ColumnNames;
  /** Label of the report type. */
  readonly typeLabel: string;
  readonly days: DurationDays;
  readonly hasDetailRows: boolean;
}

/** `reportMetadata`: the whole report by the Analytics API's names ("Describe"). */
export function reportMetadata(report: RunnableReport, context: MetadataContext): Record<string, unknown> {
  const { definition } = report;
  const { names } = context;
  return {
    aggregates: definition.aggregates.map((aggregate) => names.aggregateName(aggregate)),
    buckets: definition.buckets.map((bucket) => bucketToJson(bucket, names)),
    chart: chartToJson(report.chart, names),
    crossFilters: definition.crossFilters.map((filter) => crossFilterToJson(filter, names)),
    currency: report.currency,
    customDetailFormula: rowFormulasToJson(definition.rowFormulas),
    customSummaryFormula: summaryFormulasToJson(definition.summaryFormulas, names),
    dashboardSetting: null,
    description: report.description,
    detailColumns: definition.detailColumns.map((column) => names.nameOf(column)),
    developerName: report.developerName,
    division: null,
    folderId: report.folderId,
    groupingsAcross: definition.groupingsAcross.map((grouping) => groupingToJson(grouping, names)),
    groupingsDown: definition.groupingsDown.map((grouping) => groupingToJson(grouping, names)),
    hasDetailRows: context.hasDetailRows,
    hasRecordCount: definition.aggregates.includes('RowCount'),
    historicalSnapshotDates: [],
    id: report.id,
    name: report.name,
    presentationOptions: { hasStackedSummaries: true },
    reportBooleanFilter: definition.booleanFilter ?? null,
    reportFilters: definition.filters.map((filter, place) => filterToJson(filter, names, report.unlocked[place] ?? true)),
    reportFormat: definition.format.toUpperCase(),
    reportType: { label: context.typeLabel, type: definition.reportType },
    scope: definition.scope,
    showGrandTotal: definition.showGrandTotal,
    showSubtotals: definition.showSubtotals,
    sortBy: definition.sortBy.map(({ column, sortOrder }) => ({ sortColumn: names.nameOf(column), sortOrder })),
    standardDateFilter: dateFilterToJson(definition.dateFilter, context),
    standardFilters: null,
    supportsRoleHierarchy: false,
    topRows: topRows(report),
    userOrHierarchyFilterId: null,
  };
}

const dateTypes: ReadonlySet<FieldType> = new Set(['date', 'datetime']);

function groupingToJson({ column, granularity, sortOrder, sortAggregate }: ReportGrouping, names: ColumnNames): unknown {
  const type = names.column(column)?.type;
  const isDate = type === undefined || dateTypes.has(type);
  return {
    dateGranularity: isDate ? granularity : 'None',
    name: names.nameOf(column),
    sortAggregate: sortAggregate === undefined ? null : names.aggregateName(sortAggregate),
    sortOrder,
  };
}

/** A line of a filter; of cross filters too, whose columns are fields. */
function filterToJson({ column, operator, value, columnToColumn }: ReportFilter, names: ColumnNames, unlocked: boolean): unknown {
  return {
    column: names.nameOf(column),
    filterType: columnToColumn === true ? 'fieldToField' : 'fieldValue',
    isRunPageEditable: unlocked,
    operator,
    value: columnToColumn === true ? names.nameOf(value) : value,
  };
}

function crossFilterToJson(filter: CrossFilter, names: ColumnNames): unknown {
  return {
    criteria: filter.filters.map(({ column, operator, value }) => ({ column, filterType: 'fieldValue', operator, value })),
    includesObject: filter.operation === 'with',
    primaryEntityField: names.nameOf(filter.column),
    relatedEntity: filter.relatedObject,
    relatedEntityJoinField: filter.relatedField,
  };
}

function topRows({ definition: { rowLimit, sortBy } }: RunnableReport): unknown {
  return rowLimit === undefined ? null : { rowLimit, direction: sortBy[0]?.sortOrder ?? 'Asc' };
}
