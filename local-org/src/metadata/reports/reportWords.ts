/**
 * Enumerations of Report and ReportType, word for word as in the Metadata API
 * (`@salesforce/types/metadata`). `MultiBlock` is a joined report.
 */

export const reportFormats = ['Tabular', 'Summary', 'Matrix', 'MultiBlock'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const sortOrders = ['Asc', 'Desc'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** How a column is summed up; `Noop` and `None` mean not at all. */
export const reportSummaryTypes = ['Sum', 'Average', 'Maximum', 'Minimum', 'Unique', 'Median', 'Noop', 'None'] as const;
export type ReportSummaryType = (typeof reportSummaryTypes)[number];

/** How a grouping sums up the figure by which it is sorted. */
export const reportAggrTypes = ['Sum', 'Average', 'Maximum', 'Minimum', 'Unique', 'RowCount', 'Median', 'Noop'] as const;
export type ReportAggrType = (typeof reportAggrTypes)[number];

/** By what a grouping is sorted instead of its own values. */
export const reportSortTypes = ['Column', 'Aggregate', 'CustomSummaryFormula'] as const;
export type ReportSortType = (typeof reportSortTypes)[number];

export const userDateGranularities = [
  'None',
  'Day',
  'Week',
  'Month',
  'Quarter',
  'Year',
  'FiscalQuarter',
  'FiscalYear',
  'MonthInYear',
  'DayInMonth',
  'FiscalPeriod',
  'FiscalWeek',
] as const;
export type UserDateGranularity = (typeof userDateGranularities)[number];

export const reportAggregateDatatypes = ['number', 'percent', 'currency'] as const;
export type ReportAggregateDatatype = (typeof reportAggregateDatatypes)[number];

export const reportBucketFieldTypes = ['text', 'number', 'picklist'] as const;
export type ReportBucketFieldType = (typeof reportBucketFieldTypes)[number];

/** What blanks of a bucketed number are: nothing (`n`) or zero (`z`). */
export const reportFormulaNullTreatments = ['n', 'z'] as const;
export type ReportFormulaNullTreatment = (typeof reportFormulaNullTreatments)[number];

export const objectFilterOperators = ['with', 'without'] as const;
export type ObjectFilterOperator = (typeof objectFilterOperators)[number];

export const reportTypeCategories = [
  'accounts',
  'opportunities',
  'forecasts',
  'cases',
  'leads',
  'campaigns',
  'activities',
  'busop',
  'products',
  'admin',
  'territory',
  'other',
  'content',
  'usage_entitlement',
  'wdc',
  'calibration',
  'territory2',
  'quotes',
  'individual',
  'employee',
  'data_cloud',
  'commerce',
  'flow',
  'semantic_model',
] as const;
export type ReportTypeCategory = (typeof reportTypeCategories)[number];

/** Durations of a time frame; those of entitlement periods are left out. */
export const userDateIntervals = [
  'INTERVAL_CURRENT',
  'INTERVAL_CURNEXT1',
  'INTERVAL_CURPREV1',
  'INTERVAL_NEXT1',
  'INTERVAL_PREV1',
  'INTERVAL_CURNEXT3',
  'INTERVAL_CURFY',
  'INTERVAL_PREVFY',
  'INTERVAL_PREV2FY',
  'INTERVAL_AGO2FY',
  'INTERVAL_NEXTFY',
  'INTERVAL_PREVCURFY',
  'INTERVAL_PREVCUR2FY',
  'INTERVAL_CURNEXTFY',
  'INTERVAL_CUSTOM',
  'INTERVAL_YESTERDAY',
  'INTERVAL_TODAY',
  'INTERVAL_TOMORROW',
  'INTERVAL_LASTWEEK',
  'INTERVAL_THISWEEK',
  'INTERVAL_NEXTWEEK',
  'INTERVAL_LASTMONTH',
  'INTERVAL_THISMONTH',
  'INTERVAL_NEXTMONTH',
  'INTERVAL_LASTTHISMONTH',
  'INTERVAL_THISNEXTMONTH',
  'INTERVAL_CURRENTQ',
  'INTERVAL_CURNEXTQ',
  'INTERVAL_CURPREVQ',
  'INTERVAL_NEXTQ',
  'INTERVAL_PREVQ',
  'INTERVAL_CURNEXT3Q',
  'INTERVAL_CURY',
  'INTERVAL_PREVY',
  'INTERVAL_PREV2Y',
  'INTERVAL_AGO2Y',
  'INTERVAL_NEXTY',
  'INTERVAL_PREVCURY',
  'INTERVAL_PREVCUR2Y',
  'INTERVAL_CURNEXTY',
  'INTERVAL_LAST7',
  'INTERVAL_LAST30',
  'INTERVAL_LAST60',
  'INTERVAL_LAST90',
  'INTERVAL_LAST120',
  'INTERVAL_NEXT7',
  'INTERVAL_NEXT30',
  'INTERVAL_NEXT60',
  'INTERVAL_NEXT90',
  'INTERVAL_NEXT120',
] as const;
export type UserDateInterval = (typeof userDateIntervals)[number];
