import type { ChartColorPalettes, ChartLegendPosition, ChartRangeType, ChartTheme, ChartUnits } from './chartWords.ts';
import type {
  DashboardComponentFilter,
  DashboardComponentSize,
  DashboardComponentType,
  DashboardFilterOperation,
  DashboardType,
} from './dashboardWords.ts';
import type { ChartSummary } from './reportTypes.ts';
import type { ReportSummaryType } from './reportWords.ts';

interface Placed {
  /** Line of its element in the file. */
  readonly line: number;
}

/** A dashboard as its file says it; names are those of the XML. */
export interface Dashboard extends Placed {
  /** With its folder: `CustomerPulse/Leadership`. */
  readonly fullName: string;
  /** Source path, as problems name it. */
  readonly file: string;
  /** What people read. */
  readonly title: string;
  readonly description?: string;
  /** `SpecifiedUser` when the file does not say. */
  readonly dashboardType: DashboardType;
  /** Name of the user as whom the reports run, for `SpecifiedUser` and `MyTeamUser`. */
  readonly runningUser?: string;
  readonly dashboardFilters: readonly DashboardFilter[];
  /** Of dashboards made in Lightning; those made before have the three sections. */
  readonly dashboardGridLayout?: DashboardGridLayout;
  readonly leftSection?: DashboardComponentSection;
  readonly middleSection?: DashboardComponentSection;
  readonly rightSection?: DashboardComponentSection;
  readonly chartTheme?: ChartTheme;
  readonly colorPalette?: ChartColorPalettes;
  readonly dashboardChartTheme?: ChartTheme;
  readonly dashboardColorPalette?: ChartColorPalettes;
}

/** A filter above the dashboard; each component says which of its columns it means, in the same order. */
export interface DashboardFilter extends Placed {
  readonly name: string;
  readonly dashboardFilterOptions: readonly DashboardFilterOption[];
}

export interface DashboardFilterOption extends Placed {
  readonly operator: DashboardFilterOperation;
  /** One; two with `between`. */
  readonly values: readonly string[];
}

export interface DashboardGridLayout extends Placed {
  readonly numberOfColumns: number;
  /** Pixels. */
  readonly rowHeight: number;
  readonly dashboardGridComponents: readonly DashboardGridComponent[];
}

/** A component and the cells that it fills, counted from 0. */
export interface DashboardGridComponent extends Placed {
  readonly colSpan: number;
  readonly columnIndex: number;
  readonly rowIndex: number;
  readonly rowSpan: number;
  readonly dashboardComponent: DashboardComponent;
}

export interface DashboardComponentSection extends Placed {
  readonly columnSize: DashboardComponentSize;
  readonly components: readonly DashboardComponent[];
}

export interface DashboardComponent extends Placed {
  readonly componentType: DashboardComponentType;
  /** Full name of the report: `CustomerPulse/NpsByMonth`. */
  readonly report?: string;
  readonly header?: string;
  readonly title?: string;
  readonly footer?: string;
  /** Whether columns and figures are chosen from the report. */
  readonly autoselectColumnsFromReport: boolean;
  /** Whether the chart of the report is drawn. */
  readonly useReportChart: boolean;
  readonly chartSummary: readonly ChartSummary[];
  readonly groupingColumn: readonly string[];
  readonly groupingSortProperties: readonly DashboardComponentGroupingSort[];
  readonly sortBy?: DashboardComponentFilter;
  readonly sortLegendValues: boolean;
  /** Groups drawn at most. */
  readonly maxValuesDisplayed?: number;
  readonly chartAxisRange?: ChartRangeType;
  readonly chartAxisRangeMin?: number;
  readonly chartAxisRangeMax?: number;
  /** -1: automatic. */
  readonly decimalPrecision?: number;
  readonly displayUnits?: ChartUnits;
  readonly metricLabel?: string;
  readonly gaugeMin?: number;
  readonly gaugeMax?: number;
  /** Where low ends and where high begins. */
  readonly indicatorBreakpoint1?: number;
  readonly indicatorBreakpoint2?: number;
  readonly indicatorLowColor?: string;
  readonly indicatorMiddleColor?: string;
  readonly indicatorHighColor?: string;
  readonly legendPosition?: ChartLegendPosition;
  readonly componentChartTheme?: ChartTheme;
  readonly drillDownUrl?: string;
  readonly drillEnabled: boolean;
  readonly drillToDetailEnabled: boolean;
  readonly enableHover: boolean;
  readonly expandOthers: boolean;
  readonly showPercentage: boolean;
  readonly showRange: boolean;
  readonly showTotal: boolean;
  readonly showValues: boolean;
  readonly flexComponentProperties?: DashboardFlexTableComponentProperties;
  readonly dashboardTableColumn: readonly DashboardTableColumn[];
  /** Which column each filter of the dashboard means, in the order of the filters. */
  readonly dashboardFilterColumns: readonly DashboardFilterColumn[];
  /** Of components that show words: rich text. */
  readonly richText?: string;
}

export interface DashboardComponentGroupingSort extends Placed {
  /** `g1`, `g2` */
  readonly groupingLevel: string;
  /** `a`, `d`; absent: as `sortColumn` and `sortOrder` say. */
  readonly inheritedReportGroupingSort?: string;
  readonly sortColumn?: string;
  /** `a`, `d` */
  readonly sortOrder?: string;
}

/** A column of a classic table. */
export interface DashboardTableColumn extends Placed {
  readonly column: string;
  readonly aggregateType?: ReportSummaryType;
  readonly calculatePercent: boolean;
  readonly decimalPlaces?: number;
  readonly showSubTotal: boolean;
  readonly showTotal: boolean;
  readonly sortBy?: DashboardComponentFilter;
}

export interface DashboardFlexTableComponentProperties extends Placed {
  readonly decimalPrecision?: number;
  readonly flexTableColumn: readonly DashboardComponentColumn[];
  readonly flexTableSortInfo?: DashboardComponentSortInfo;
  readonly hideChatterPhotos: boolean;
  readonly useReportTableSetting: boolean;
}

/** A column of a Lightning table. */
export interface DashboardComponentColumn extends Placed {
  /** Token, `RowCount`, or the name of a summary formula. */
  readonly reportColumn: string;
  /** `detail`, `aggregate`, `grouping` */
  readonly type: string;
  readonly breakPoint1?: number;
  readonly breakPoint2?: number;
  readonly breakPointOrder?: number;
  readonly lowRangeColor?: number;
  readonly midRangeColor?: number;
  readonly highRangeColor?: number;
  readonly showSubTotal: boolean;
  readonly showTotal: boolean;
}

export interface DashboardComponentSortInfo extends Placed {
  readonly sortColumn?: string;
  /** `1` ascending, `2` descending. */
  readonly sortOrder?: string;
}

export interface DashboardFilterColumn extends Placed {
  readonly column: string;
}
