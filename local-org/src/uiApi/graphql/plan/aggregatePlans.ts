import type { SObjectType } from '../../../schema/types.ts';
import type { Condition, GroupBy, OrderItem, SelectItem } from '../../../soql/ast.ts';

/** What is asked of the groups of an object's records. */
export interface AggregatePlan {
  readonly object: SObjectType;
  /** What is selected, by `aggregateKey`; each has an alias of its own. */
  readonly items: ReadonlyMap<string, { readonly alias: string; readonly item: SelectItem }>;
  /** Undefined: all records are one group. */
  readonly groupBy: GroupBy | undefined;
  readonly where: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly scope: string | undefined;
  /** Undefined: all groups. */
  readonly first: number | undefined;
  readonly offset: number;
  readonly wantsEdges: boolean;
  readonly wantsTotalCount: boolean;
}

/** What tells one selected thing of a group from the others: a field's dotted name, and the SOQL function over it. */
export function aggregateKey(path: string, called = ''): string {
  return `${path}|${called}`;
}
