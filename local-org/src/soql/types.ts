import type { FieldValue } from '../schema/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SelectStatement } from './ast.ts';
import type { QueryColumn } from './columnMetadata.ts';

/** One row of a result, still in memory form; the REST layer gives it its wire form. */
export interface QueryRecord {
  /** API name of the object; `AggregateResult` for aggregate queries. */
  readonly object: string;
  /** `Name` for a parent that may be of several objects and is shown by their common fields: its `attributes.type`. */
  readonly shownAs?: 'Name';
  /** Id of the record, also when the query does not select it: the REST API names it in `attributes.url`. */
  readonly id?: string;
  /** Selected fields in selection order, by canonical name (aggregates: by alias or `expr0`...). */
  readonly fields: ReadonlyMap<string, QueryField>;
}

/** One selected value: a field, a compound field, a parent record, or the rows of a child subquery. */
export type QueryField =
  | { readonly kind: 'value'; readonly type: string; readonly value: FieldValue }
  /** An address or a location: its parts by their names in JSON, or null when all are blank. */
  | { readonly kind: 'compound'; readonly type: 'address' | 'location'; readonly value: Readonly<Record<string, FieldValue>> | null }
  | { readonly kind: 'parent'; readonly record: QueryRecord | null }
  | { readonly kind: 'children'; readonly rows: QueryRows | null };

export interface QueryRows {
  readonly totalSize: number;
  readonly records: readonly QueryRecord[];
  /** Rows of a child subquery beyond `records`, fetched when asked for; absent when `records` is all. */
  readonly more?: QueryCursor;
}

/**
 * A result that is fetched in parts. Which records it holds, and their order,
 * is settled when it is opened; their values are read with each part, and
 * records that were deleted since are left out. It lives in memory (18 bytes a
 * record) and becomes useless when a deployment changes the org.
 */
export interface QueryCursor {
  /** API name of the object; `AggregateResult` for aggregate queries. */
  readonly object: string;
  readonly totalSize: number;
  /** At most `count` records, from the one at `from` (0 is the first). */
  read(from: number, count: number): readonly QueryRecord[];
}

export interface QueryOptions {
  /** Also records in the recycle bin (`queryAll`, `ALL ROWS`). */
  readonly allRows?: boolean;
}

export interface CursorOptions extends QueryOptions {
  /** Rows of a child subquery that come with its parent; the rest by `QueryRows.more`. Absent: all. */
  readonly childRows?: number;
  /** Most groups of a grouped query: such results cannot be fetched in parts. Absent: any number. */
  readonly mostGroups?: number;
}

/** Runs SOQL. Text and tree are equal citizens: flows and GraphQL build trees. */
export interface QueryService {
  /** The whole result at once. @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, ... with the platform's text */
  run(query: string | SelectStatement, user: RequestUser, options?: QueryOptions): QueryRows;
  /** A result to fetch in parts, for results that must not be in memory whole. @throws as `run` */
  open(query: string | SelectStatement, user: RequestUser, options?: CursorOptions): QueryCursor;
  /** The records one after the other, fetched in parts of a few hundred. @throws as `run` */
  iterate(query: string | SelectStatement, user: RequestUser, options?: QueryOptions): Iterable<QueryRecord>;
  /** What the columns of a query are, without running it (`query?columns=true`, headers of Bulk results). @throws as `run` */
  columns(query: string, user: RequestUser, options?: QueryOptions): QueryDescription;
}

/** The shape of a query's result, as `query?columns=true` tells it. */
export interface QueryDescription {
  /** The object of FROM. */
  readonly object: string;
  readonly keyPrefix: string;
  readonly kind: 'records' | 'aggregate' | 'count';
  readonly grouped: boolean;
  readonly idSelected: boolean;
  readonly columns: readonly QueryColumn[];
}
