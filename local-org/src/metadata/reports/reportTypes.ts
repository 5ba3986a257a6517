import type { filterOperations } from '../filterOperations.ts';
import type { ChartAxis, ChartLegendPosition, ChartPosition, ChartRangeType, ChartType, ReportChartSize } from './chartWords.ts';
import type {
  ObjectFilterOperator,
  ReportAggrType,
  ReportAggregateDatatype,
  ReportBucketFieldType,
  ReportFormat,
  ReportFormulaNullTreatment,
  ReportSortType,
  ReportSummaryType,
  SortOrder,
  UserDateGranularity,
  UserDateInterval,
} from './reportWords.ts';

/**
 * A report as its file says it; names are those of the XML. A part carries the
 * `line` of its element, so that a problem found later can say where it is.
 *
 * Columns are named by tokens. A report on a custom report type says
 * `Account.PulseResponses__r$Rating__c`: the table, as the report type names it,
 * and the field, perhaps by way of a lookup (`PulseResponse__c$Contact__c.Email`).
 * One on a platform's report type of a custom object (`CustomEntity$Thing__c`) says
 * `Thing__c.Rating__c`. Others are the report's own: `RowCount`, `BucketField_1`,
 * `FORMULA1` (a summary formula), `CDF1` (a formula of each row).
 */
export interface Report {
  /** With its folder: `CustomerPulse/NpsByMonth`. */
  readonly fullName: string;
  /** Source path, as problems name it. */
  readonly file: string;
  /** What people read. */
  readonly name: string;
  readonly description?: string;
  /** `ResponsesWithContact__c` (a custom report type's name and `__c`), `AccountList`, `CustomEntity$Thing__c`. */
  readonly reportType: string;
  readonly format: ReportFormat;
  readonly columns: readonly ReportColumn[];
  readonly groupingsDown: readonly ReportGrouping[];
  readonly groupingsAcross: readonly ReportGrouping[];
  /** Summary formulas. */
  readonly aggregates: readonly ReportAggregate[];
  /** Filters on figures of groups: only groups that meet them are shown. */
  readonly aggregateFilters: readonly ReportAggregateFilter[];
  readonly buckets: readonly ReportBucketField[];
  readonly customDetailFormulas: readonly ReportCustomDetailFormula[];
  readonly crossFilters: readonly ReportCrossFilter[];
  readonly filter?: ReportFilter;
  readonly timeFrameFilter?: ReportTimeFrameFilter;
  readonly chart?: ReportChart;
  readonly colorRanges: readonly ReportColorRange[];
  readonly formattingRules: readonly ReportFormattingRule[];
  /** Settings of the platform's own report types, such as `co` = 1. */
  readonly params: readonly ReportParam[];
  /** `organization`: all records; `user`: the reader's own; `team`: those of the reader's team. */
  readonly scope?: string;
  /** Rows kept after sorting, 1 to 2,000. */
  readonly rowLimit?: number;
  /** Token of a detail column. */
  readonly sortColumn?: string;
  readonly sortOrder?: SortOrder;
  /** Whether detail rows are shown; a tabular report always shows them. */
  readonly showDetails: boolean;
  /** True when the file does not say. */
  readonly showGrandTotal: boolean;
  /** True when the file does not say. */
  readonly showSubTotals: boolean;
  /** ISO code in which amounts are shown. */
  readonly currency?: string;
  /** For problems of the report as a whole. */
  readonly line: number;
}

interface Placed {
  /** Line of its element in the file. */
  readonly line: number;
}

/** A detail column, with the figures made of it. */
export interface ReportColumn extends Placed {
  readonly field: string;
  readonly aggregateTypes: readonly ReportSummaryType[];
}

export interface ReportGrouping extends Placed {
  readonly field: string;
  readonly sortOrder: SortOrder;
  /** `Day` when the file does not say; without meaning for what is no date. */
  readonly dateGranularity: UserDateGranularity;
  /** With `sortType`: by which figure groups are sorted instead of by their own values. */
  readonly aggregateType?: ReportAggrType;
  /** Token of a column, or name of a summary formula. */
  readonly sortByName?: string;
  readonly sortType?: ReportSortType;
}

/** A summary formula. */
export interface ReportAggregate extends Placed {
  /** `IF(PulseResponse__c$Rated__c:SUM = 0, 0, ...)`; entities resolved. */
  readonly calculatedFormula: string;
  readonly datatype: ReportAggregateDatatype;
  readonly description?: string;
  /** `FORMULA1` */
  readonly developerName: string;
  /** Whether it is shown. */
  readonly isActive: boolean;
  readonly isCrossBlock: boolean;
  readonly masterLabel: string;
  /** Digits after the decimal point. */
  readonly scale: number;
  /**
   * Where it is shown: absent or `all` everywhere, `GRAND_SUMMARY`, or the token of
   * the grouping at whose level it is shown. In matrix reports `ROW_GRAND_SUMMARY`.
   */
  readonly downGroupingContext?: string;
  /** As `downGroupingContext`; `COLUMN_GRAND_SUMMARY`. */
  readonly acrossGroupingContext?: string;
}

export interface ReportAggregateFilter extends Placed {
  /** `RowCount`, `FORMULA1`, or a prefix and a token: `s!Account$AnnualRevenue`. */
  readonly aggregate: string;
  readonly operator: (typeof filterOperations)[number];
  readonly value: string;
}

export interface ReportBucketField extends Placed {
  readonly bucketType: ReportBucketFieldType;
  /** Token by which columns, groupings and filters name it: `BucketField_1`. */
  readonly developerName: string;
  readonly masterLabel: string;
  readonly nullTreatment?: ReportFormulaNullTreatment;
  readonly otherBucketLabel?: string;
  readonly sourceColumnName: string;
  /** Whether values outside all buckets stand together under `otherBucketLabel`. */
  readonly useOther: boolean;
  readonly values: readonly ReportBucketFieldValue[];
}

export interface ReportBucketFieldValue extends Placed {
  /** Label of the bucket. */
  readonly value: string;
  readonly sourceValues: readonly ReportBucketFieldSourceValue[];
}

/** For texts and picklists `sourceValue`; for numbers the range above `from`, up to and with `to`. */
export interface ReportBucketFieldSourceValue extends Placed {
  readonly from?: number;
  readonly to?: number;
  readonly sourceValue?: string;
}

/** A formula of each row. */
export interface ReportCustomDetailFormula extends Placed {
  readonly calculatedFormula: string;
  /** `Double`, `TextOnly`, `DateOnly`, `DateTime`. */
  readonly dataType: string;
  readonly description?: string;
  /** Token by which columns, groupings and filters name it: `CDF1`. */
  readonly developerName: string;
  readonly label: string;
  readonly scale: number;
}

/** Only records with (or without) related ones that meet the criteria. */
export interface ReportCrossFilter extends Placed {
  readonly operation: ObjectFilterOperator;
  /** Token of the id on this side: `Account$Id`, or `ACCOUNT_ID`. */
  readonly primaryTableColumn: string;
  /** The object on the other side. */
  readonly relatedTable: string;
  /** Its lookup. */
  readonly relatedTableJoinColumn: string;
  readonly criteriaItems: readonly ReportFilterItem[];
}

export interface ReportFilter extends Placed {
  /** `1 AND (2 OR 3)`; absent: all hold. */
  readonly booleanFilter?: string;
  readonly criteriaItems: readonly ReportFilterItem[];
  /** Language of the values of picklists. */
  readonly language?: string;
}

export interface ReportFilterItem extends Placed {
  readonly column: string;
  /** Whether `value` is the token of another column. */
  readonly columnToColumn: boolean;
  /** Whether the reader may change it without editing the report. */
  readonly isUnlocked: boolean;
  readonly operator: (typeof filterOperations)[number];
  /** Commas separate alternatives; absent means blank. */
  readonly value?: string;
}

export interface ReportTimeFrameFilter extends Placed {
  readonly dateColumn: string;
  readonly interval: UserDateInterval;
  /** ISO dates; only with `INTERVAL_CUSTOM`. */
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface ReportParam extends Placed {
  readonly name: string;
  readonly value: string;
}

export interface ReportColorRange extends Placed {
  readonly aggregate?: ReportSummaryType;
  readonly columnName: string;
  readonly lowBreakpoint?: number;
  readonly highBreakpoint?: number;
  readonly lowColor: string;
  readonly midColor: string;
  readonly highColor: string;
}

export interface ReportFormattingRule extends Placed {
  readonly aggregate?: ReportSummaryType;
  readonly columnName: string;
  readonly values: readonly ReportFormattingRuleValue[];
}

export interface ReportFormattingRuleValue extends Placed {
  /** `#RRGGBB` */
  readonly backgroundColor?: string;
  /** Absent for the highest range. */
  readonly rangeUpperBound?: number;
}

/** What a chart draws, and on which axis. */
export interface ChartSummary extends Placed {
  readonly aggregate?: ReportSummaryType;
  readonly axisBinding?: ChartAxis;
  /** Token, `RowCount` or the name of a summary formula. */
  readonly column: string;
}

export interface ReportChart extends Placed {
  readonly chartType: ChartType;
  readonly chartSummaries: readonly ChartSummary[];
  readonly groupingColumn?: string;
  readonly secondaryGroupingColumn?: string;
  readonly title?: string;
  readonly legendPosition?: ChartLegendPosition;
  readonly location?: ChartPosition;
  readonly size?: ReportChartSize;
  readonly summaryAxisRange?: ChartRangeType;
  readonly summaryAxisManualRangeStart?: number;
  readonly summaryAxisManualRangeEnd?: number;
  readonly enableHoverLabels: boolean;
  readonly expandOthers: boolean;
  readonly showAxisLabels: boolean;
  readonly showPercentage: boolean;
  readonly showTotal: boolean;
  readonly showValues: boolean;
}
