import type { Field, FieldValue, SObjectType } from '../../../schema/types.ts';

/** A record of the answer, before it is cut to the selected shape. */
export interface NodeResult {
  readonly object: SObjectType;
  readonly id: string;
  /** By canonical field name. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** By relationship name; null when the lookup is empty. */
  readonly parents: Map<string, NodeResult | null>;
  /** By response key, because one relationship may be asked for twice with other arguments. */
  readonly children: Map<string, ConnectionResult>;
}

/** One page of records. */
export interface ConnectionResult {
  readonly nodes: readonly NodeResult[];
  /** Position of the first node among all that match. */
  readonly offset: number;
  readonly hasNextPage: boolean;
  /** The fields whose values make up a cursor; undefined where the position does. */
  readonly keys: readonly Field[] | undefined;
  /** Undefined when nobody asked. */
  readonly totalCount: number | undefined;
}

export interface EdgeResult {
  readonly node: NodeResult;
  readonly cursor: string;
}
