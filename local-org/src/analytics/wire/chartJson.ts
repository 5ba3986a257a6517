import type { ChartType } from '../../metadata/reports/chartWords.ts';
import type { ChartSummary, ReportChart } from '../../metadata/reports/reportTypes.ts';
import type { ReportSummaryType } from '../../metadata/reports/reportWords.ts';
import type { ColumnNames } from './columnNames.ts';

/** Letter of a kind of figure, as figures are named: `s!Contact.Amount__c`. */
const prefixes: Partial<Record<ReportSummaryType, string>> = {
  Sum: 's',
  Average: 'a',
  Maximum: 'x',
  Minimum: 'm',
  Unique: 'u',
  Median: 'med',
};

/** The figure that a chart, of a report or a dashboard, draws: `RowCount`, `FORMULA1`, `s!Contact.Amount__c`. */
export function figureOf({ aggregate, column }: Pick<ChartSummary, 'aggregate' | 'column'>, names: ColumnNames): string {
  const prefix = aggregate === undefined ? undefined : prefixes[aggregate];
  return prefix === undefined ? column : `${prefix}!${names.nameOf(column)}`;
}

/** `chart` of a report's metadata; its types are named as in the report builder. */
export function chartToJson(chart: ReportChart | undefined, names: ColumnNames): Record<string, unknown> | null {
  if (chart === undefined || chart.chartType === 'None') return null;
  const groupings = [chart.groupingColumn, chart.secondaryGroupingColumn].filter((column) => column !== undefined);
  return {
    chartType: wireChartType(chart.chartType),
    groupings: groupings.map((column) => names.nameOf(column)),
    hasLegend: chart.legendPosition !== undefined,
    showChartValues: chart.showValues,
    summaries: chart.chartSummaries.map((summary) => figureOf(summary, names)),
    summaryAxisLocations: chart.chartSummaries.map(({ axisBinding }) => (axisBinding ?? 'y').toUpperCase()),
    title: chart.title ?? null,
  };
}

/** Metadata says `HorizontalBarStacked`, the Analytics API `Horizontal Bar Stacked`; one word stays as it is. */
function wireChartType(type: ChartType): string {
  return type.replace(/([a-z])([A-Z])/gu, '$1 $2').replace('To100', 'To 100');
}
