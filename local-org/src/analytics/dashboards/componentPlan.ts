import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { ReportFilter, ReportGrouping } from '../../reports/types.ts';
import type { RunnableReport } from '../runnableReport.ts';
import type { ColumnNames } from '../wire/columnNames.ts';
import { figureOf } from '../wire/chartJson.ts';
import { groupOrder, tableSort, type GroupOrder } from './componentSort.ts';
import { tablePlan, type TableColumnPlan } from './tablePlan.ts';
import { chartVisualization, visualizationOf, type Visualization } from './visualizationTypes.ts';

/** What a component shows of its report. */
export interface ComponentPlan {
  readonly component: DashboardComponent;
  readonly visualization: Visualization;
  /** The report with the dashboard's filters, its groups in their natural order. */
  readonly report: RunnableReport;
  /** Those of its groupings that the component shows, the outer one first. */
  readonly groupings: readonly ReportGrouping[];
  /** Figures shown, by the Analytics API's names; empty for a table of details. */
  readonly aggregates: readonly string[];
  /** How the groups of each level are sorted. */
  readonly orders: readonly GroupOrder[];
  /** Groups, or rows, shown at most. */
  readonly most: number | undefined;
  /** Whether rows are shown rather than groups. */
  readonly details: boolean;
  readonly tableColumns: readonly TableColumnPlan[];
}

/** The component cannot show its report ("Dashboard and Component Error Codes"). */
export class ComponentError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'ComponentError';
    this.code = code;
  }
}

/**
 * What a component shows.
 * @param filters those of the dashboard that are set, as conditions on the report's columns
 * @throws ComponentError when the report has nothing that the component could show
 */
export function componentPlan(
  component: DashboardComponent,
  report: RunnableReport,
  names: ColumnNames,
  filters: readonly ReportFilter[],
): ComponentPlan {
  const chart = component.useReportChart ? report.chart : undefined;
  const visualization = (chart === undefined ? undefined : chartVisualization(chart.chartType)) ?? visualizationOf(component.componentType);
  if (visualization === undefined) throw new ComponentError(201, 'This component must have a type and a data source.');
  const table = tablePlan(component, visualization, report, names);
  const groupings = table?.groupings ?? chosenGroupings(component, visualization, report);
  const details = table?.details ?? false;
  const { definition } = report;
  if (definition.format === 'tabular' && !details) throw noSource();
  if (groupings.length === 0 && needsGroups(visualization)) throw noSource();
  const aggregates = details ? [] : (table?.aggregates ?? chosenAggregates(component, report, names));
  return {
    component,
    visualization,
    report: details ? asTable(filtered(report, filters), component, table?.detailColumns ?? [], names) : grouped(filtered(report, filters)),
    groupings: details ? [] : groupings.map(natural),
    aggregates,
    orders: groupings.map((grouping, level) => groupOrder(component, grouping, level, aggregates[0] ?? 'RowCount', names)),
    most: component.maxValuesDisplayed,
    details,
    tableColumns: table?.columns ?? [],
  };
}

function noSource(): ComponentError {
  return new ComponentError(
    209,
    'This report cannot be used as the source for this component. If it is a summary or matrix report, add one or more groupings in the report. If it is a tabular report with a row limit, specify the Dashboard Settings in the report.',
  );
}

function needsGroups({ type }: Visualization): boolean {
  return type !== 'Metric' && type !== 'Gauge' && type !== 'FlexTable';
}

/** The groupings that the component names, those of the report's chart, or the first ones of the report. */
function chosenGroupings(
  component: DashboardComponent,
  visualization: Visualization,
  { definition, chart }: RunnableReport,
): readonly ReportGrouping[] {
  if (visualization.type === 'Metric' || visualization.type === 'Gauge') return [];
  const all = [...definition.groupingsDown, ...definition.groupingsAcross];
  const ofChart = component.useReportChart ? [chart?.groupingColumn, chart?.secondaryGroupingColumn] : [];
  const named = component.groupingColumn.length > 0 ? component.groupingColumn : ofChart.filter((column) => column !== undefined);
  const chosen = named.flatMap((column) => all.find((grouping) => isSame(grouping.column, column)) ?? []);
  if (chosen.length > 0) return chosen;
  return all.slice(0, visualization.groupByType === 'none' || visualization.groupByType === 'cumulative' ? 1 : 2);
}

function chosenAggregates(component: DashboardComponent, { definition, chart }: RunnableReport, names: ColumnNames): readonly string[] {
  const ofChart = component.useReportChart ? (chart?.chartSummaries ?? []) : [];
  const summaries = component.chartSummary.length > 0 ? component.chartSummary : ofChart;
  if (summaries.length > 0) return summaries.map((summary) => figureOf(summary, names));
  const [first = 'RowCount'] = definition.aggregates;
  return [names.aggregateName(first)];
}

/** Tokens of the same column, written as metadata (`A$B`) or the Analytics API (`A.B`) has it. */
export function isSame(one: string, other: string): boolean {
  return one.replace('$', '.').toLowerCase() === other.replace('$', '.').toLowerCase();
}

/** The report with filters that hold besides its own. */
function filtered(report: RunnableReport, filters: readonly ReportFilter[]): RunnableReport {
  const { definition } = report;
  const { booleanFilter } = definition;
  const added = filters.map((_filter, place) => String(definition.filters.length + place + 1));
  const logic = booleanFilter === undefined || added.length === 0 ? booleanFilter : `(${booleanFilter}) AND ${added.join(' AND ')}`;
  return {
    ...report,
    unlocked: [...report.unlocked, ...filters.map(() => false)],
    definition: {
      ...definition,
      filters: [...definition.filters, ...filters],
      ...(logic === undefined ? {} : { booleanFilter: logic }),
      showGrandTotal: true,
      showSubtotals: true,
    },
  };
}

function grouped(report: RunnableReport): RunnableReport {
  const { groupingsDown, groupingsAcross } = report.definition;
  const natured = { groupingsDown: groupingsDown.map(natural), groupingsAcross: groupingsAcross.map(natural) };
  return { ...report, definition: { ...report.definition, ...natured, showDetails: false } };
}

/**
 * The rows of the report, without groups, sorted as the component says. A
 * report that shows its first rows alone says itself which these are, and
 * nothing is sorted by what the running user may not see.
 */
function asTable(
  report: RunnableReport,
  component: DashboardComponent,
  detailColumns: readonly string[],
  names: ColumnNames,
): RunnableReport {
  const { definition } = report;
  const sort = definition.rowLimit === undefined ? tableSort(component) : undefined;
  const own =
    sort === undefined ? definition.sortBy : [{ column: sort.column, sortOrder: sort.descending ? ('Desc' as const) : ('Asc' as const) }];
  const sortBy = own.filter(({ column }) => names.column(column) !== undefined || isReportsOwn(column, report));
  const plain = { format: 'tabular' as const, groupingsDown: [], groupingsAcross: [], aggregates: [], summaryFormulas: [] };
  return { ...report, definition: { ...definition, ...plain, detailColumns, sortBy, showDetails: true } };
}

/** Buckets and formulas of rows are columns of no object. */
function isReportsOwn(column: string, { definition: { buckets, rowFormulas } }: RunnableReport): boolean {
  return [...buckets, ...rowFormulas].some(({ name }) => name === column);
}

/** A grouping whose groups stand in the order of their own values. */
function natural({ column, granularity }: ReportGrouping): ReportGrouping {
  return { column, granularity, sortOrder: 'Asc' };
}
