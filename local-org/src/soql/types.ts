import type { FieldValue } from '../schema/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SelectStatement } from './ast.ts';

/** One row of a result, still in memory form; the REST layer gives it its wire form. */
export interface QueryRecord {
  /** API name of the object; `AggregateResult` for aggregate queries. */
  readonly object: string;
  /** Id of the record, also when the query does not select it: the REST API names it in `attributes.url`. */
  readonly id?: string;
  /** Selected fields in selection order, by canonical name (aggregates: by alias or `expr0`...). */
  readonly fields: ReadonlyMap<string, QueryField>;
}

/** One selected value: a field, a parent record, or the rows of a child subquery. */
export type QueryField =
  | { readonly kind: 'value'; readonly type: string; readonly value: FieldValue }
  | { readonly kind: 'parent'; readonly record: QueryRecord | null }
  | { readonly kind: 'children'; readonly rows: QueryRows | null };

export interface QueryRows {
  readonly totalSize: number;
  readonly records: readonly QueryRecord[];
}

export interface QueryOptions {
  /** Also records in the recycle bin (`queryAll`, `ALL ROWS`). */
  readonly allRows?: boolean;
}

/** Runs SOQL. Text and tree are equal citizens: flows and GraphQL build trees. */
export interface QueryService {
  /** @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, ... with the platform's text */
  run(query: string | SelectStatement, user: RequestUser, options?: QueryOptions): QueryRows;
}
