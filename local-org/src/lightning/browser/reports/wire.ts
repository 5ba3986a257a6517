/**
 * What the Analytics REST API answers, as far as the pages read it; the names are the platform's.
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics
 */

/** A figure or a value: what it is, and how it is written for the user. */
export interface WireCell {
  readonly label: string;
  readonly value: unknown;
  /** Where it leads. */
  readonly recordId?: string | null;
}

/** The figures of one group, and its rows where details were asked for. */
export interface WireFact {
  readonly aggregates?: readonly WireCell[];
  readonly rows?: readonly { readonly dataCells: readonly WireCell[] }[];
}

/** A group; its key is the path from the first level, `0_1`. */
export interface WireGroup {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly WireGroup[];
}

export interface WireColumn {
  readonly label: string;
  readonly dataType: string;
}

export interface WireGrouping {
  readonly name: string;
  readonly sortOrder?: string | null;
  readonly sortAggregate?: string | null;
  readonly dateGranularity?: string | null;
}

export interface WireFilter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
  readonly filterType?: string;
  /** False: only who may change the report changes it. */
  readonly isRunPageEditable?: boolean;
}

export interface WireDateFilter {
  readonly column: string | null;
  readonly durationValue: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface WireCrossFilter {
  readonly primaryEntityField?: string;
  readonly relatedEntity?: string;
  readonly relatedEntityJoinField?: string;
  readonly includesObject?: boolean;
  readonly criteria?: readonly WireFilter[];
}

export interface WireChart {
  readonly chartType: string;
  readonly groupings: readonly string[] | null;
  readonly summaries: readonly string[] | null;
  readonly hasLegend?: boolean;
  readonly showChartValues?: boolean;
  readonly title?: string | null;
}

export interface WireReportMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly folderId?: string | null;
  readonly reportFormat: string;
  readonly reportType?: { readonly label: string; readonly type: string };
  readonly aggregates: readonly string[];
  readonly detailColumns: readonly string[];
  readonly groupingsDown: readonly WireGrouping[];
  readonly groupingsAcross: readonly WireGrouping[];
  readonly reportFilters?: readonly WireFilter[] | null;
  readonly reportBooleanFilter?: string | null;
  readonly crossFilters?: readonly WireCrossFilter[] | null;
  readonly standardDateFilter?: WireDateFilter | null;
  readonly scope?: string | null;
  readonly sortBy?: readonly { readonly sortColumn: string; readonly sortOrder: string }[] | null;
  readonly topRows?: { readonly rowLimit: number; readonly direction: string } | null;
  readonly showGrandTotal?: boolean;
  readonly showSubtotals?: boolean;
  readonly chart?: WireChart | null;
}

export interface WireExtendedMetadata {
  readonly aggregateColumnInfo: Readonly<Record<string, WireColumn>>;
  readonly detailColumnInfo: Readonly<Record<string, WireColumn>>;
  readonly groupingColumnInfo: Readonly<Record<string, WireColumn & { readonly groupingLevel?: number }>>;
}

/** A report that was run. */
export interface WireResult {
  readonly allData: boolean;
  readonly hasDetailRows: boolean;
  readonly factMap: Readonly<Record<string, WireFact>>;
  readonly groupingsDown: { readonly groupings: readonly WireGroup[] } | null;
  readonly groupingsAcross: { readonly groupings: readonly WireGroup[] } | null;
  readonly reportMetadata: WireReportMetadata;
  readonly reportExtendedMetadata: WireExtendedMetadata;
}

/** A column that can be filtered by. */
export interface WireFilterColumn extends WireColumn {
  readonly filterable: boolean;
  /** Null for a formula of each row. */
  readonly filterValues: readonly { readonly name: string; readonly label: string }[] | null;
}

/** What can be done with a report. */
export interface WireDescribe {
  readonly reportMetadata: WireReportMetadata & { readonly hasDetailRows: boolean };
  readonly reportTypeMetadata: {
    readonly categories: readonly { readonly label: string; readonly columns: Readonly<Record<string, WireFilterColumn>> }[];
    readonly dataTypeFilterOperatorMap: Readonly<Record<string, readonly { readonly name: string; readonly label: string }[]>>;
    readonly objects?: readonly { readonly apiName: string; readonly label: string }[] | null;
    readonly scopeInfo?: { readonly values: readonly { readonly label: string; readonly value: string }[] } | null;
    readonly standardDateFilterDurationGroups?:
      | readonly {
          readonly label: string;
          readonly standardDateFilterDurations: readonly {
            readonly label: string;
            readonly value: string;
            readonly startDate: string | null;
            readonly endDate: string | null;
          }[];
        }[]
      | null;
  };
}

/** The drawing of a dashboard's component. */
export interface WireVisualization {
  readonly breakPoints?: readonly {
    readonly aggregateName?: string;
    readonly breaks: readonly { readonly color: string | null; readonly lowerBound: number | null; readonly upperBound: number | null }[];
  }[];
  readonly groupByType?: string | null;
  readonly metricLabel?: string | null;
  readonly showValues?: boolean;
  readonly showPercentages?: boolean;
  readonly showTotal?: boolean;
  readonly legendPosition?: string | null;
  readonly flexTableType?: string | null;
  readonly tableColumns?: readonly { readonly column: string; readonly type?: string; readonly showTotal?: boolean }[];
}

export interface WireComponent {
  readonly id: string;
  /** Index into the data of the components. */
  readonly componentData: number | null;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly reportId: string | null;
  readonly type: string;
  readonly properties: {
    readonly aggregates?: readonly { readonly name: string }[] | null;
    readonly groupings?: readonly WireGrouping[] | null;
    readonly useReportChart?: boolean;
    readonly visualizationType?: string;
    readonly visualizationProperties?: WireVisualization | null;
    /** Of text components. */
    readonly text?: string;
  };
}

export interface WireComponentData {
  readonly componentId: string;
  readonly reportResult: WireResult | null;
  readonly status: {
    readonly dataStatus: string;
    readonly errorMessage: string | null;
    readonly refreshDate: string | null;
    readonly refreshStatus?: string;
  };
}

export interface WireDashboardFilter {
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly alias: string | null; readonly value: string | null }[];
  readonly selectedOption: string | null;
}

/** A dashboard with what its reports say. */
export interface WireDashboard {
  readonly componentData: readonly WireComponentData[];
  readonly dashboardMetadata: {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly dashboardType: string;
    readonly runningUser: { readonly id: string; readonly displayName: string };
    readonly components: readonly WireComponent[];
    readonly filters: readonly WireDashboardFilter[] | null;
    readonly layout: WireLayout;
  };
}

export interface WireLayout {
  readonly gridLayout: boolean;
  readonly numColumns?: number;
  readonly rowHeight?: number;
  /** Where each component stands, in their order. */
  readonly components?: readonly {
    readonly column: number;
    readonly row: number;
    readonly colspan: number;
    readonly rowspan: number;
  }[];
  /** Of dashboards that are no grid: the components of each column. */
  readonly columns?: readonly { readonly components: readonly number[] }[];
}
