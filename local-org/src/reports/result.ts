import type { FieldType, FieldValue } from '../schema/types.ts';

/** What a run of a report gives, close to the Analytics API's answer so that its wire form is a renaming. */
export interface ReportResult {
  /** The columns that the user may see: of the details, whether or not they were asked for. */
  readonly detailColumns: readonly ReportColumn[];
  readonly groupingsDown: readonly GroupingColumn[];
  readonly groupingsAcross: readonly GroupingColumn[];
  readonly aggregates: readonly AggregateColumn[];
  readonly down: readonly ReportGroup[];
  readonly across: readonly ReportGroup[];
  /**
   * By `<down>!<across>`, each `T` for the total or the indexes of the groups joined by `_`:
   * `T!T`, `0!T`, `0_1!T`, `T!0`, `0!1`. A matrix without rows where two groups meet has a cell there too.
   */
  readonly factMap: ReadonlyMap<string, FactCell>;
  /** False when details were cut at `MOST_DETAIL_ROWS` (or groups at `MOST_GROUPS`). The aggregates are whole nevertheless. */
  readonly allData: boolean;
  readonly hasDetailRows: boolean;
}

/** A column of the report, by the names of both APIs. */
export interface ReportColumn {
  /** `PulseResponse__c.Rated__c`: what the Analytics API and formulas call it. */
  readonly name: string;
  /** `Contact.Responses__r$Rated__c`: what metadata calls it. The same as `name` for buckets and row-level formulas. */
  readonly token: string;
  readonly label: string;
  readonly type: FieldType;
  /** `field`, `bucket` or `formula`: row-level. */
  readonly kind: 'field' | 'bucket' | 'formula';
  readonly scale?: number;
}

export interface GroupingColumn extends ReportColumn {
  /** Position among the groupings of its side, from 0. */
  readonly level: number;
}

export interface AggregateColumn {
  /** `RowCount`, `s!PulseResponse__c.Rated__c`, `FORMULA1`. */
  readonly name: string;
  /** `Record Count`, `Sum of Rated`, the formula's label. */
  readonly label: string;
  readonly type: 'int' | 'double' | 'currency' | 'percent' | 'date' | 'datetime';
  readonly scale: number;
  /** Of a column's summary: which, and what the column is called; for pages that put `label` into other words. */
  readonly summary?: 'sum' | 'average' | 'minimum' | 'maximum' | 'unique';
  readonly columnLabel?: string;
}

/** A group of rows, and the groups within it. */
export interface ReportGroup {
  /** Its place in fact map keys: `0`, `0_1`. */
  readonly key: string;
  /**
   * What the rows have in common: the stored value, the id of a record for a lookup or name
   * (`recordId` too), the first day `YYYY-MM-DD` of a period, the bucket's name; null for blank.
   */
  readonly value: FieldValue;
  /** As a person reads it, in the user's language, locale and zone; `-` for blank. */
  readonly label: string;
  readonly recordId?: string;
  readonly groups: readonly ReportGroup[];
}

export interface FactCell {
  /** In the order of `ReportResult.aggregates`. */
  readonly aggregates: readonly SummaryValue[];
  /** Of the innermost groups, where details are wanted. */
  readonly rows?: readonly DetailRow[];
}

export interface SummaryValue {
  /** Null: there is nothing to tell (no value to average, an error such as a division by zero). Dates as `YYYY-MM-DD`, date-times as epoch ms. */
  readonly value: number | string | null;
  /** `42.9`, `1,000`, `$10.00`, `12.5%`; `-` for null. */
  readonly label: string;
}

/** In the order of `ReportResult.detailColumns`. */
export type DetailRow = readonly DetailCell[];

export interface DetailCell {
  readonly value: FieldValue;
  readonly label: string;
  /** Of a name or lookup: the record that it is a link to. */
  readonly recordId?: string;
}

/** Rows of details that one run gives at most, as the platform shows. */
export const MOST_DETAIL_ROWS = 2000;
/** Groups of one side that one run gives at most, as the platform has it. */
export const MOST_GROUPS = 2000;
