import type {
  Report,
  ReportBucketField,
  ReportColumn,
  ReportCustomDetailFormula,
  ReportGrouping as StoredGrouping,
} from '../metadata/reports/reportTypes.ts';
import type { ReportSummaryType } from '../metadata/reports/reportWords.ts';
import { aggregateName, type Summary } from './aggregates.ts';
import { dateGranularities, type BucketField, type ReportDefinition, type ReportGrouping, type RowFormula } from './definition.ts';

const SUMMARIES: Readonly<Partial<Record<ReportSummaryType, Summary>>> = {
  Sum: 'sum',
  Average: 'average',
  Maximum: 'maximum',
  Minimum: 'minimum',
  Unique: 'unique',
};

const FORMATS: Readonly<Partial<Record<Report['format'], ReportDefinition['format']>>> = { Tabular: 'tabular', Matrix: 'matrix' };

/**
 * A stored report as the engine runs it. What an engine's definition cannot say
 * (joined reports, medians, ...) is told by `reportLimits`, and left out here.
 */
export function definitionOf(report: Report): ReportDefinition {
  const { filter, timeFrameFilter, rowLimit, sortColumn, sortOrder } = report;
  return {
    format: FORMATS[report.format] ?? 'summary',
    reportType: report.reportType,
    detailColumns: report.columns.map(({ field }) => field),
    groupingsDown: report.groupingsDown.map(groupingOf),
    groupingsAcross: report.groupingsAcross.map(groupingOf),
    aggregates: [
      ...report.columns.flatMap(columnAggregates),
      ...report.aggregates.filter(({ isActive }) => isActive).map(({ developerName }) => developerName),
      'RowCount',
    ],
    summaryFormulas: report.aggregates.map((aggregate) => ({
      name: aggregate.developerName,
      label: aggregate.masterLabel,
      ...(aggregate.description === undefined ? {} : { description: aggregate.description }),
      formula: aggregate.calculatedFormula,
      dataType: aggregate.datatype,
      scale: aggregate.scale,
      ...(aggregate.downGroupingContext === undefined ? {} : { downContext: aggregate.downGroupingContext }),
      ...(aggregate.acrossGroupingContext === undefined ? {} : { acrossContext: aggregate.acrossGroupingContext }),
    })),
    rowFormulas: report.customDetailFormulas.map(rowFormulaOf),
    buckets: report.buckets.map(bucketOf),
    filters: (filter?.criteriaItems ?? []).map(({ column, operator, value = '', columnToColumn }) => ({
      column,
      operator,
      value,
      ...(columnToColumn ? { columnToColumn } : {}),
      ...(filter?.language === undefined ? {} : { language: filter.language }),
    })),
    ...(filter?.booleanFilter === undefined ? {} : { booleanFilter: filter.booleanFilter }),
    crossFilters: report.crossFilters.map((cross) => ({
      column: cross.primaryTableColumn,
      operation: cross.operation,
      relatedObject: cross.relatedTable,
      relatedField: cross.relatedTableJoinColumn,
      filters: cross.criteriaItems.map(({ column, operator, value = '', columnToColumn }) => ({
        column,
        operator,
        value,
        ...(columnToColumn ? { columnToColumn } : {}),
      })),
    })),
    ...(timeFrameFilter === undefined
      ? {}
      : {
          dateFilter: {
            column: timeFrameFilter.dateColumn,
            interval: timeFrameFilter.interval,
            ...(timeFrameFilter.startDate === undefined ? {} : { startDate: timeFrameFilter.startDate }),
            ...(timeFrameFilter.endDate === undefined ? {} : { endDate: timeFrameFilter.endDate }),
          },
        }),
    scope: report.scope?.toLowerCase() === 'user' ? 'user' : 'organization',
    sortBy: sortColumn === undefined ? [] : [{ column: sortColumn, sortOrder: sortOrder ?? 'Asc' }],
    ...(rowLimit === undefined ? {} : { rowLimit }),
    showDetails: report.showDetails,
    showSubtotals: report.showSubTotals,
    showGrandTotal: report.showGrandTotal,
  };
}

function columnAggregates({ field, aggregateTypes }: ReportColumn): readonly string[] {
  return aggregateTypes.flatMap((type) => {
    const summary = SUMMARIES[type];
    return summary === undefined ? [] : [aggregateName(summary, field)];
  });
}

function groupingOf({
  field,
  dateGranularity,
  sortOrder,
  sortType,
  sortByName = 'RowCount',
  aggregateType,
}: StoredGrouping): ReportGrouping {
  const summary = aggregateType === undefined || aggregateType === 'RowCount' ? undefined : SUMMARIES[aggregateType];
  const byFigure = sortType === 'Aggregate' || sortType === 'CustomSummaryFormula';
  const sortAggregate = !byFigure ? undefined : summary === undefined ? sortByName : aggregateName(summary, sortByName);
  return {
    column: field,
    granularity: dateGranularities.find((granularity) => granularity === dateGranularity) ?? 'Day',
    sortOrder,
    ...(sortAggregate === undefined ? {} : { sortAggregate }),
  };
}

/** What files call the types of row-level formulas. */
const ROW_TYPES: ReadonlyMap<string, RowFormula['dataType']> = new Map([
  ['text', 'text'],
  ['textonly', 'text'],
  ['number', 'number'],
  ['double', 'number'],
  ['currency', 'currency'],
  ['percent', 'percent'],
  ['date', 'date'],
  ['dateonly', 'date'],
  ['datetime', 'datetime'],
]);

/** The engine's word for the type of a row-level formula; undefined for what it does not run. */
export function rowType(dataType: string): RowFormula['dataType'] | undefined {
  return ROW_TYPES.get(dataType.toLowerCase());
}

function rowFormulaOf({ developerName, label, description, calculatedFormula, dataType, scale }: ReportCustomDetailFormula): RowFormula {
  return {
    name: developerName,
    label,
    ...(description === undefined ? {} : { description }),
    formula: calculatedFormula,
    dataType: rowType(dataType) ?? 'text',
    scale,
  };
}

function bucketOf(bucket: ReportBucketField): BucketField {
  const { developerName, masterLabel, bucketType, sourceColumnName, useOther, otherBucketLabel, nullTreatment } = bucket;
  return {
    name: developerName,
    label: masterLabel,
    type: bucketType,
    column: sourceColumnName,
    values: bucket.values.map(({ value, sourceValues }) => {
      const [range] = sourceValues;
      return {
        label: value,
        sources: sourceValues.flatMap(({ sourceValue }) => (sourceValue === undefined ? [] : [sourceValue])),
        ...(range?.from === undefined ? {} : { from: range.from }),
        ...(range?.to === undefined ? {} : { to: range.to }),
      };
    }),
    ...(useOther || otherBucketLabel !== undefined ? { otherLabel: otherBucketLabel ?? 'Other' } : {}),
    blankAsZero: nullTreatment === 'z',
  };
}
