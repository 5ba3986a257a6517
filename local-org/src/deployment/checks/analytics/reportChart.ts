import type { ChartType } from '../../../metadata/reports/chartWords.ts';
import type { Tell } from '../../../metadata/tell.ts';
import type { ReportFigures } from './figures.ts';

/** Charts that nothing here draws. */
const notDrawn: ReadonlySet<ChartType> = new Set(['Bubble', 'BubbleGrouped', 'Plugin']);

/** Checks that what the chart of a report draws is in the report. */
export function checkReportChart(figures: ReportFigures, tell: Tell): void {
  const { chart, file } = figures.report;
  if (chart === undefined || chart.chartType === 'None') return;
  const problem = (message: string, line = chart.line): void => tell({ file, line, element: 'chart', message });
  if (notDrawn.has(chart.chartType)) problem(`charts of type ${chart.chartType} are not run by local-org`);
  if (!figures.hasGroupings) problem('A chart needs a report with a grouping');
  for (const [element, field] of [
    ['groupingColumn', chart.groupingColumn],
    ['secondaryGroupingColumn', chart.secondaryGroupingColumn],
  ] as const) {
    if (field !== undefined && !figures.hasGrouping(field)) problem(`<${element}> ${field} is not a grouping of the report`);
  }
  for (const { column, aggregate, line } of chart.chartSummaries) {
    const by = aggregate === undefined ? '' : ` by ${aggregate}`;
    if (!figures.hasFigure(column, aggregate)) problem(`The report does not sum up ${column}${by}`, line);
  }
}
