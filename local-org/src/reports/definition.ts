/**
 * A report as the engine runs it: what stored metadata (`definitionOf`) and the
 * `reportMetadata` of a REST call (`analytics`) both become.
 *
 * A column is named by its token, in either of the platform's two forms, for a
 * report type that starts at Contact and joins `Responses__r` (PulseResponse__c):
 * - as metadata has it: `Contact$Name`, `Contact.Responses__r$Rated__c`, through a lookup `Contact$Account.Name`
 * - as the Analytics API and summary formulas have it: `Contact.Name`, `PulseResponse__c.Rated__c`
 *   (an object that the report type holds twice is numbered from the second on: `Contact2.Name`)
 * A lookup without a field shows the parent's name: `Contact$Account`, `Contact.Account`.
 * Bucket fields and row-level formulas are named by their developer names.
 */
export interface ReportDefinition {
  readonly format: 'tabular' | 'summary' | 'matrix';
  /** As metadata names it: `Contacts_with_Responses__c` for a custom report type. */
  readonly reportType: string;
  /** Columns of the details, in their order. */
  readonly detailColumns: readonly string[];
  /** At most 3 in a summary, 2 in a matrix; none in a tabular report. */
  readonly groupingsDown: readonly ReportGrouping[];
  /** At most 2, of a matrix only. */
  readonly groupingsAcross: readonly ReportGrouping[];
  /**
   * What each group is told by, as the Analytics API names it: `RowCount`, the sum
   * `s!<column>`, average `a!`, minimum `m!`, maximum `x!`, number of distinct values `u!`,
   * or the developer name of a summary formula.
   */
  readonly aggregates: readonly string[];
  readonly summaryFormulas: readonly SummaryFormula[];
  readonly rowFormulas: readonly RowFormula[];
  readonly buckets: readonly BucketField[];
  readonly filters: readonly ReportFilter[];
  /** `1 AND (2 OR 3)` over `filters`, counted from 1; absent: all of them. */
  readonly booleanFilter?: string;
  readonly crossFilters: readonly CrossFilter[];
  /** Filters on the figures of groups, which are not run: anything in it is refused. */
  readonly aggregateFilters?: readonly AggregateFilter[];
  readonly dateFilter?: StandardDateFilter;
  /** Whose records: everybody's, or those that the running user owns. */
  readonly scope: 'organization' | 'user';
  /** Order of the details within their group. */
  readonly sortBy: readonly ReportSort[];
  /** Only the first so many rows of the whole report. Takes a tabular report. */
  readonly rowLimit?: number;
  readonly showDetails: boolean;
  readonly showSubtotals: boolean;
  readonly showGrandTotal: boolean;
}

export const dateGranularities = [
  'Day',
  'Week',
  'Month',
  'Quarter',
  'Year',
  'FiscalQuarter',
  'FiscalYear',
  'MonthInYear',
  'DayInMonth',
] as const;
export type DateGranularity = (typeof dateGranularities)[number];

export type SortOrder = 'Asc' | 'Desc';

/** Rows that have the same value, or days of the same period. */
export interface ReportGrouping {
  readonly column: string;
  /** Of dates and date-times; ignored elsewhere, because the platform writes `Day` for every grouping. */
  readonly granularity: DateGranularity;
  readonly sortOrder: SortOrder;
  /** Groups are sorted by this aggregate (as in `aggregates`) rather than by their own value. */
  readonly sortAggregate?: string;
}

/** A custom summary formula. */
export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** `IF(PulseResponse__c.Rated__c:SUM = 0, 0, ...)`, `RowCount`, `PARENTGROUPVAL(RowCount, GRAND_SUMMARY)`. */
  readonly formula: string;
  readonly dataType: 'number' | 'currency' | 'percent';
  /** Decimals of the shown value. */
  readonly scale: number;
  /** Column of the grouping at whose level it is shown, or `GRAND_SUMMARY`; absent: at every level. */
  readonly downContext?: string;
  readonly acrossContext?: string;
}

/** A row-level formula. The platform takes one in a report; the engine takes any number. */
export interface RowFormula {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** Columns by the names of the Analytics API: `PulseFollowUp__c.ClosedAt__c - PulseFollowUp__c.CreatedDate`. */
  readonly formula: string;
  readonly dataType: 'text' | 'number' | 'currency' | 'percent' | 'date' | 'datetime' | 'boolean';
  readonly scale: number;
}

/** A bucket field: values of a column in named ranges or lists. */
export interface BucketField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'picklist';
  readonly column: string;
  readonly values: readonly BucketValue[];
  /** Name of what fits nowhere; absent: such values stay as they are. */
  readonly otherLabel?: string;
  /** Of numbers: a blank counts as 0. */
  readonly blankAsZero: boolean;
}

export interface BucketValue {
  readonly label: string;
  /** Of texts and picklists: the values in it. */
  readonly sources: readonly string[];
  /** Of numbers: greater than this ... */
  readonly from?: number;
  /** ... and at most this. */
  readonly to?: number;
}

export type FilterOperator =
  | 'equals'
  | 'notEqual'
  | 'lessThan'
  | 'greaterThan'
  | 'lessOrEqual'
  | 'greaterOrEqual'
  | 'contains'
  | 'notContain'
  | 'startsWith'
  | 'includes'
  | 'excludes';

/** One line of the filter. */
export interface ReportFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  /**
   * As the platform writes it: several values with commas between them (any of them; a value that
   * has a comma stands in quotation marks), `True` or `1`, `2026-01-31` or `1/31/2026`, `LAST_N_DAYS:30`,
   * `$USER.ID`; empty: blank.
   */
  readonly value: string;
  /** `value` names another column of the report, with which this one is compared. */
  readonly columnToColumn?: boolean;
  /** In which picklist values may be written by their labels (`de`), beside their names. */
  readonly language?: string;
}

/** A filter on an aggregate of the groups (`aggregate` as in `ReportDefinition.aggregates`). */
export interface AggregateFilter {
  readonly aggregate: string;
  readonly operator: FilterOperator;
  readonly value: string;
}

/** Records with, or without, related ones. */
export interface CrossFilter {
  /** Column of the id: `Contact$Id`. */
  readonly column: string;
  readonly operation: 'with' | 'without';
  /** API name of the related object. */
  readonly relatedObject: string;
  /** Its lookup field that points at the record. */
  readonly relatedField: string;
  /** Columns are field names of the related object. */
  readonly filters: readonly ReportFilter[];
}

/** The standard date filter, `timeFrameFilter` in metadata. */
export interface StandardDateFilter {
  readonly column: string;
  /** `INTERVAL_CUSTOM`, `INTERVAL_LAST90`, ... or the Analytics API's `CUSTOM`, `LAST_N_DAYS:90`, ... */
  readonly interval: string;
  /** `YYYY-MM-DD`, the first and the last day of `INTERVAL_CUSTOM`; without both nothing is filtered. */
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface ReportSort {
  readonly column: string;
  readonly sortOrder: SortOrder;
}

/** A report that counts all rows of a report type, and what differs from that. */
export function definitionOfType(reportType: string, differing: Partial<ReportDefinition> = {}): ReportDefinition {
  return {
    format: 'tabular',
    reportType,
    detailColumns: [],
    groupingsDown: [],
    groupingsAcross: [],
    aggregates: ['RowCount'],
    summaryFormulas: [],
    rowFormulas: [],
    buckets: [],
    filters: [],
    crossFilters: [],
    scope: 'organization',
    sortBy: [],
    showDetails: false,
    showSubtotals: true,
    showGrandTotal: true,
    ...differing,
  };
}
