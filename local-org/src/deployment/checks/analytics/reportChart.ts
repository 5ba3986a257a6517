import type { ChartType } from '../../../metadata/reports/chartWords.ts';
import type { Report } from '../../../metadata/reports/reportTypes.ts';
import type { Tell } from '../../../metadata/tell.ts';
import { groupingsOf, hasFigure, hasGrouping } from './figures.ts';

/** Charts that nothing here draws. */
const notDrawn: ReadonlySet<ChartType> = new Set(['Bubble', 'BubbleGrouped', 'Plugin']);

/** Checks that what the chart of a report draws is in the report. */
export function checkReportChart(report: Report, tell: Tell): void {
  const { chart, file } = report;
  if (chart === undefined || chart.chartType === 'None') return;
  const problem = (message: string, line = chart.line): void => tell({ file, line, element: 'chart', message });
  if (notDrawn.has(chart.chartType)) problem(`charts of type ${chart.chartType} are not run by local-org`);
  if (groupingsOf(report).length === 0) problem('A chart needs a report with a grouping');
  for (const [element, field] of [
    ['groupingColumn', chart.groupingColumn],
    ['secondaryGroupingColumn', chart.secondaryGroupingColumn],
  ] as const) {
    if (field !== undefined && !hasGrouping(report, field)) problem(`<${element}> ${field} is not a grouping of the report`);
  }
  for (const { column, aggregate, line } of chart.chartSummaries) {
    if (!hasFigure(report, column, aggregate)) problem(`The report does not sum up ${column}${by(aggregate)}`, line);
  }
}

function by(aggregate: string | undefined): string {
  return aggregate === undefined ? '' : ` by ${aggregate}`;
}
