import type { MetadataProblem } from '../../errors.ts';
import type { MetadataFile } from '../packageSource.ts';
import type { ShapeReader } from '../shapeReader.ts';
import { flagUnlessFalse, present, readerOf, readFilterItem, requiredWord } from './readParts.ts';
import { readReportChart } from './readReportChart.ts';
import { readAggregate, readAggregateFilter, readBucketField, readCustomDetailFormula } from './readReportFormulas.ts';
import { readColorRange, readFormattingRule } from './readReportColors.ts';
import type {
  Report,
  ReportColumn,
  ReportCrossFilter,
  ReportFilter,
  ReportGrouping,
  ReportParam,
  ReportTimeFrameFilter,
} from './reportTypes.ts';
import {
  objectFilterOperators,
  reportAggrTypes,
  reportFormats,
  reportSortTypes,
  reportSummaryTypes,
  sortOrders,
  userDateGranularities,
  userDateIntervals,
} from './reportWords.ts';

/**
 * Reads a report.
 * @param problems takes every element and value that a report cannot have, or that nothing here runs
 */
export function readReport(file: MetadataFile, problems: MetadataProblem[]): Report {
  const reader = readerOf(file, problems);
  const format = requiredWord(reader, 'format', reportFormats, 'Tabular');
  const report: Report = {
    fullName: fullNameOf(file),
    file: file.path,
    line: reader.line,
    name: reader.requiredText('name'),
    reportType: reader.requiredText('reportType'),
    format,
    columns: reader.each('columns', readColumn),
    groupingsDown: reader.each('groupingsDown', readGrouping),
    groupingsAcross: reader.each('groupingsAcross', readGrouping),
    aggregates: reader.each('aggregates', readAggregate),
    aggregateFilters: reader.each('aggregateFilters', readAggregateFilter),
    buckets: reader.each('buckets', readBucketField),
    customDetailFormulas: reader.each('customDetailFormulas', readCustomDetailFormula),
    crossFilters: reader.each('crossFilters', readCrossFilter),
    colorRanges: reader.each('colorRanges', readColorRange),
    formattingRules: reader.each('formattingRules', readFormattingRule),
    params: reader.each('params', readParam),
    showDetails: reader.flag('showDetails') || format === 'Tabular',
    showGrandTotal: flagUnlessFalse(reader, 'showGrandTotal'),
    showSubTotals: flagUnlessFalse(reader, 'showSubTotals'),
    ...present({
      description: reader.text('description'),
      filter: reader.one('filter', readFilter),
      timeFrameFilter: reader.one('timeFrameFilter', readTimeFrameFilter),
      chart: reader.one('chart', readReportChart),
      scope: reader.text('scope'),
      rowLimit: reader.number('rowLimit'),
      sortColumn: reader.text('sortColumn'),
      sortOrder: reader.oneOf('sortOrder', sortOrders),
      currency: reader.text('currency'),
    }),
  };
  readWhatDoesNothing(reader);
  reader.close();
  return report;
}

/** `Folder/Report`, from `reports/Folder/Report.report-meta.xml`: names in folders lie below their type's own folder. */
export function fullNameOf({ path }: MetadataFile): string {
  return path.slice(path.indexOf('/') + 1).replace(/\.[A-Za-z]+-meta\.xml$/u, '');
}

/** What is written for other programs, what is the same here, and what nothing here runs. */
function readWhatDoesNothing(reader: ShapeReader): void {
  reader.harmless('folderName', 'numSubscriptions', 'showCurrentDate', 'isSmartTotalDisabled');
  reader.inert('showCommonRowsOnly', 'false');
  // Joined reports are refused as a whole, by their format; these are their parts.
  reader.refuse('block', 'blockInfo', 'dataCategoryFilters', 'division', 'hierarchyScopeBindings', 'historicalSelector');
  reader.refuse('reportTypeApiName', 'roleHierarchyFilter', 'territoryHierarchyFilter', 'userFilter');
}

function readColumn(reader: ShapeReader): ReportColumn {
  reader.inert('isExtendedColumn', 'false');
  reader.inert('showChanges', 'false');
  reader.inert('reverseColors', 'false');
  return {
    line: reader.line,
    field: reader.requiredText('field'),
    aggregateTypes: reader.each('aggregateTypes', (child) => {
      const word = child.element.text.trim();
      const known = reportSummaryTypes.find((type) => type === word);
      if (known === undefined) child.problem(`'${word}' is not a way to sum up a column; it can be ${reportSummaryTypes.join(', ')}`);
      return known ?? 'None';
    }),
  };
}

function readGrouping(reader: ShapeReader): ReportGrouping {
  reader.refuse('hierarchyApiName');
  return {
    line: reader.line,
    field: reader.requiredText('field'),
    sortOrder: reader.oneOf('sortOrder', sortOrders) ?? 'Asc',
    dateGranularity: reader.oneOf('dateGranularity', userDateGranularities) ?? 'Day',
    ...present({
      aggregateType: reader.oneOf('aggregateType', reportAggrTypes),
      sortByName: reader.text('sortByName'),
      sortType: reader.oneOf('sortType', reportSortTypes),
    }),
  };
}

function readFilter(reader: ShapeReader): ReportFilter {
  return {
    line: reader.line,
    criteriaItems: reader.each('criteriaItems', readFilterItem),
    ...present({ booleanFilter: reader.text('booleanFilter'), language: reader.text('language') }),
  };
}

function readCrossFilter(reader: ShapeReader): ReportCrossFilter {
  return {
    line: reader.line,
    operation: requiredWord(reader, 'operation', objectFilterOperators, 'with'),
    primaryTableColumn: reader.requiredText('primaryTableColumn'),
    relatedTable: reader.requiredText('relatedTable'),
    relatedTableJoinColumn: reader.requiredText('relatedTableJoinColumn'),
    criteriaItems: reader.each('criteriaItems', readFilterItem),
  };
}

function readTimeFrameFilter(reader: ShapeReader): ReportTimeFrameFilter {
  return {
    line: reader.line,
    dateColumn: reader.requiredText('dateColumn'),
    interval: requiredWord(reader, 'interval', userDateIntervals, 'INTERVAL_CUSTOM'),
    ...present({ startDate: readDate(reader, 'startDate'), endDate: readDate(reader, 'endDate') }),
  };
}

function readDate(reader: ShapeReader, name: string): string | undefined {
  const value = reader.text(name);
  if (value === undefined || /^\d{4}-\d\d-\d\d$/u.test(value)) return value;
  reader.problem(`<${name}> is not a date: ${value}`);
  return undefined;
}

function readParam(reader: ShapeReader): ReportParam {
  return { line: reader.line, name: reader.requiredText('name'), value: reader.text('value') ?? '' };
}
