import { filterOperations } from '../filterOperations.ts';

/** Enumerations of Dashboard, word for word as in the Metadata API. */

/** Whose records are shown: the running user's, the reader's, or those of a member of the reader's team. */
export const dashboardTypes = ['SpecifiedUser', 'LoggedInUser', 'MyTeamUser'] as const;
export type DashboardType = (typeof dashboardTypes)[number];

export const dashboardComponentTypes = [
  'Bar',
  'BarGrouped',
  'BarStacked',
  'BarStacked100',
  'Column',
  'ColumnGrouped',
  'ColumnStacked',
  'ColumnStacked100',
  'Line',
  'LineGrouped',
  'Pie',
  'Table',
  'Metric',
  'Gauge',
  'LineCumulative',
  'LineGroupedCumulative',
  'Scontrol',
  'VisualforcePage',
  'Donut',
  'Funnel',
  'ColumnLine',
  'ColumnLineGrouped',
  'ColumnLineStacked',
  'ColumnLineStacked100',
  'Scatter',
  'ScatterGrouped',
  'FlexTable',
  'Image',
  'RichText',
  'PulseMetric',
  'LightningWebComponent',
] as const;
export type DashboardComponentType = (typeof dashboardComponentTypes)[number];

/** By what a component's groups or rows are sorted. */
export const dashboardComponentFilters = ['RowLabelAscending', 'RowLabelDescending', 'RowValueAscending', 'RowValueDescending'] as const;
export type DashboardComponentFilter = (typeof dashboardComponentFilters)[number];

export const dashboardFilterOperations = [...filterOperations, 'between'] as const;
export type DashboardFilterOperation = (typeof dashboardFilterOperations)[number];

export const dashboardComponentSizes = ['Narrow', 'Medium', 'Wide'] as const;
export type DashboardComponentSize = (typeof dashboardComponentSizes)[number];
