import type { AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import type { Dashboard, DashboardComponent } from '../../../metadata/reports/dashboardTypes.ts';
import type { DashboardComponentType } from '../../../metadata/reports/dashboardWords.ts';
import type { Tell } from '../../../metadata/tell.ts';
import type { Schema } from '../../../schema/types.ts';
import { ReportFigures } from './figures.ts';
import { checkLength } from './names.ts';

export interface ComponentContext {
  readonly analytics: AnalyticsMetadata;
  readonly schema: Schema;
  readonly tell: Tell;
}

const notDrawn: ReadonlySet<DashboardComponentType> = new Set([
  'Scontrol',
  'VisualforcePage',
  'Image',
  'PulseMetric',
  'LightningWebComponent',
]);
const LONGEST_HEADER = 255;

/** Components that show rows as well as figures of groups. */
function isTable({ componentType }: DashboardComponent): boolean {
  return componentType === 'Table' || componentType === 'FlexTable';
}

/** Components that show one figure of the whole report. */
function isOneFigure({ componentType }: DashboardComponent): boolean {
  return componentType === 'Metric' || componentType === 'Gauge';
}

/** Checks that the component's report is there and has what the component draws. */
export function checkComponent(component: DashboardComponent, dashboard: Dashboard, context: ComponentContext): void {
  const { componentType, header, title, report: fullName } = component;
  const element = `${componentType} ${header ?? title ?? fullName ?? ''}`.trim();
  const at = { file: dashboard.file, line: component.line };
  const problem = (message: string, line = component.line): void => context.tell({ file: dashboard.file, line, element, message });
  for (const name of ['header', 'title', 'footer', 'metricLabel'] as const)
    checkLength(at, name, component[name], LONGEST_HEADER, context.tell);
  if (notDrawn.has(componentType)) problem(`components of type ${componentType} are not run by local-org`);
  else if (componentType === 'RichText') {
    if (component.richText === undefined) problem('<richTextContent> is missing');
  } else {
    const report = context.analytics.reports.get((fullName ?? '').toLowerCase());
    if (report === undefined) problem(fullName === undefined ? '<report> is missing' : `no Report named ${fullName} found`);
    else {
      const figures = new ReportFigures(report, context.schema, context.analytics.reportTypes);
      checkFigures(component, figures, problem);
      checkFilterColumns(component, dashboard, figures, problem);
    }
  }
}

type Problem = (message: string, line?: number) => void;

function checkFigures(component: DashboardComponent, figures: ReportFigures, problem: Problem): void {
  const { report } = figures;
  const isLimited = report.format === 'Tabular' && report.rowLimit !== undefined;
  if (report.format === 'Tabular' && !isLimited && !isOneFigure(component) && !isTable(component)) {
    problem(`The report ${report.fullName} has no grouping: a dashboard draws reports that are grouped, or limited to a number of rows`);
  }
  if (component.useReportChart && (report.chart === undefined || report.chart.chartType === 'None')) {
    problem(`<useReportChart>: the report ${report.fullName} has no chart`);
  }
  for (const field of component.groupingColumn) {
    if (!figures.hasGrouping(field) && !(isLimited && figures.hasColumn(field)))
      problem(`${field} is not a grouping of the report ${report.fullName}`);
  }
  for (const { column, aggregate, line } of component.chartSummary) {
    if (!figures.hasFigure(column, aggregate)) problem(`The report ${report.fullName} does not sum up ${column}`, line);
  }
  if (!isTable(component) && !isOneFigure(component) && !component.useReportChart && !component.autoselectColumnsFromReport) {
    if (figures.hasGroupings && component.groupingColumn.length === 0) problem('<groupingColumn> is missing');
  }
  checkTables(component, figures, problem);
}

function checkTables(
  { flexComponentProperties, dashboardTableColumn }: DashboardComponent,
  figures: ReportFigures,
  problem: Problem,
): void {
  const columns = [
    ...(flexComponentProperties?.flexTableColumn ?? []).map(({ reportColumn, line }) => ({ column: reportColumn, line })),
    ...dashboardTableColumn,
  ];
  for (const { column, line } of columns) {
    if (!figures.hasColumn(column) && !figures.hasFigure(column))
      problem(`The report ${figures.report.fullName} has no column ${column}`, line);
  }
}

/** Each filter of the dashboard means a column of each component's report. */
function checkFilterColumns(
  { dashboardFilterColumns, line }: DashboardComponent,
  { dashboardFilters }: Dashboard,
  figures: ReportFigures,
  problem: Problem,
): void {
  if (dashboardFilterColumns.length > dashboardFilters.length) {
    problem(
      `The dashboard has ${dashboardFilters.length} filters, the component names ${dashboardFilterColumns.length} columns for them`,
      line,
    );
  }
  for (const { column, line: at } of dashboardFilterColumns) {
    if (!figures.couldHave(column)) problem(`The report type of ${figures.report.fullName} has no column ${column}`, at);
  }
}
