/** Enumerations that charts of reports and of dashboards share, as in the Metadata API. */

export const chartTypes = [
  'None',
  'Scatter',
  'ScatterGrouped',
  'Bubble',
  'BubbleGrouped',
  'HorizontalBar',
  'HorizontalBarGrouped',
  'HorizontalBarStacked',
  'HorizontalBarStackedTo100',
  'VerticalColumn',
  'VerticalColumnGrouped',
  'VerticalColumnStacked',
  'VerticalColumnStackedTo100',
  'Line',
  'LineGrouped',
  'LineCumulative',
  'LineCumulativeGrouped',
  'Pie',
  'Donut',
  'Funnel',
  'VerticalColumnLine',
  'VerticalColumnGroupedLine',
  'VerticalColumnStackedLine',
  'Plugin',
] as const;
export type ChartType = (typeof chartTypes)[number];

export const chartAxes = ['x', 'y', 'y2', 'r'] as const;
export type ChartAxis = (typeof chartAxes)[number];

export const chartLegendPositions = ['Right', 'Bottom', 'OnChart'] as const;
export type ChartLegendPosition = (typeof chartLegendPositions)[number];

export const chartRangeTypes = ['Auto', 'Manual'] as const;
export type ChartRangeType = (typeof chartRangeTypes)[number];

export const chartPositions = ['CHART_TOP', 'CHART_BOTTOM'] as const;
export type ChartPosition = (typeof chartPositions)[number];

export const reportChartSizes = ['Tiny', 'Small', 'Medium', 'Large', 'Huge'] as const;
export type ReportChartSize = (typeof reportChartSizes)[number];

export const chartUnits = ['Auto', 'Integer', 'Hundreds', 'Thousands', 'Millions', 'Billions', 'Trillions'] as const;
export type ChartUnits = (typeof chartUnits)[number];

export const chartThemes = ['light', 'dark'] as const;
export type ChartTheme = (typeof chartThemes)[number];

export const chartColorPalettes = [
  'Default',
  'gray',
  'colorSafe',
  'unity',
  'justice',
  'nightfall',
  'sunrise',
  'bluegrass',
  'tropic',
  'heat',
  'dusk',
  'pond',
  'watermelon',
  'fire',
  'water',
  'earth',
  'accessible',
  'branding',
] as const;
export type ChartColorPalettes = (typeof chartColorPalettes)[number];
