import type { ChartType } from '../../metadata/reports/chartWords.ts';
import type { DashboardComponentType } from '../../metadata/reports/dashboardWords.ts';

/** What a component is drawn as, in the words of the Analytics API. */
export interface Visualization {
  readonly type: 'Bar' | 'Column' | 'Donut' | 'Funnel' | 'Gauge' | 'Line' | 'Metric' | 'Pie' | 'Scatter' | 'Table' | 'FlexTable';
  /** What the second grouping does. */
  readonly groupByType: 'none' | 'grouped' | 'stacked' | 'stacked100' | 'cumulative' | 'groupedCumulative';
  /** Whether figures after the first are drawn as a line. */
  readonly withLine: boolean;
}

function drawn(type: Visualization['type'], groupByType: Visualization['groupByType'] = 'none', withLine = false): Visualization {
  return { type, groupByType, withLine };
}

const ofComponents: Partial<Record<DashboardComponentType, Visualization>> = {
  Bar: drawn('Bar'),
  BarGrouped: drawn('Bar', 'grouped'),
  BarStacked: drawn('Bar', 'stacked'),
  BarStacked100: drawn('Bar', 'stacked100'),
  Column: drawn('Column'),
  ColumnGrouped: drawn('Column', 'grouped'),
  ColumnStacked: drawn('Column', 'stacked'),
  ColumnStacked100: drawn('Column', 'stacked100'),
  ColumnLine: drawn('Column', 'none', true),
  ColumnLineGrouped: drawn('Column', 'grouped', true),
  ColumnLineStacked: drawn('Column', 'stacked', true),
  ColumnLineStacked100: drawn('Column', 'stacked100', true),
  Line: drawn('Line'),
  LineGrouped: drawn('Line', 'grouped'),
  LineCumulative: drawn('Line', 'cumulative'),
  LineGroupedCumulative: drawn('Line', 'groupedCumulative'),
  Pie: drawn('Pie'),
  Donut: drawn('Donut'),
  Funnel: drawn('Funnel'),
  Scatter: drawn('Scatter'),
  ScatterGrouped: drawn('Scatter', 'grouped'),
  Gauge: drawn('Gauge'),
  Metric: drawn('Metric'),
  Table: drawn('Table'),
  FlexTable: drawn('FlexTable'),
};

const ofCharts: Partial<Record<ChartType, Visualization>> = {
  HorizontalBar: drawn('Bar'),
  HorizontalBarGrouped: drawn('Bar', 'grouped'),
  HorizontalBarStacked: drawn('Bar', 'stacked'),
  HorizontalBarStackedTo100: drawn('Bar', 'stacked100'),
  VerticalColumn: drawn('Column'),
  VerticalColumnGrouped: drawn('Column', 'grouped'),
  VerticalColumnStacked: drawn('Column', 'stacked'),
  VerticalColumnStackedTo100: drawn('Column', 'stacked100'),
  VerticalColumnLine: drawn('Column', 'none', true),
  VerticalColumnGroupedLine: drawn('Column', 'grouped', true),
  VerticalColumnStackedLine: drawn('Column', 'stacked', true),
  Line: drawn('Line'),
  LineGrouped: drawn('Line', 'grouped'),
  LineCumulative: drawn('Line', 'cumulative'),
  LineCumulativeGrouped: drawn('Line', 'groupedCumulative'),
  Pie: drawn('Pie'),
  Donut: drawn('Donut'),
  Funnel: drawn('Funnel'),
  Scatter: drawn('Scatter'),
  ScatterGrouped: drawn('Scatter', 'grouped'),
};

/** How a component is drawn; undefined for those that show no report (words, pictures, pages). */
export function visualizationOf(type: DashboardComponentType): Visualization | undefined {
  return ofComponents[type];
}

/** How the chart of a report is drawn, for components that take it over. */
export function chartVisualization(type: ChartType): Visualization | undefined {
  return ofCharts[type];
}
