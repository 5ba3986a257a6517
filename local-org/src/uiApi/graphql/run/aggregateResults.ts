import type { FieldValue } from '../../../schema/types.ts';
import type { PageInfoResult } from '../schema/pageInfo.ts';

/** One group, seen from an object or from behind its lookups. */
export interface AggregateResult {
  /** By `aggregateKey`. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** Lookups that were followed, each with a dot behind it. */
  readonly prefix: string;
}

export interface AggregateEdgeResult {
  readonly node: AggregateResult;
  readonly cursor: string;
}

/** One page of groups. */
export interface AggregateConnectionResult {
  readonly edges: readonly AggregateEdgeResult[];
  readonly pageInfo: PageInfoResult;
  /** Groups; records where nothing is grouped. */
  readonly totalCount: number;
}
