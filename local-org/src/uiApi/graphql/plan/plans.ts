import type { Condition, OrderItem } from '../../../soql/ast.ts';
import type { ParentStep } from '../../../schema/paths.ts';
import type { ChildRelationship, Field, SObjectType } from '../../../schema/types.ts';

/** What is asked of the records of one object: everything that its query must bring. */
export interface ObjectPlan {
  readonly object: SObjectType;
  readonly fields: ReadonlySet<Field>;
  readonly parents: readonly ParentPlan[];
  readonly children: readonly ChildPlan[];
}

/** A lookup that is followed; several targets where the lookup may point at several objects. */
export interface ParentPlan {
  readonly relationship: string;
  readonly step: ParentStep;
  readonly targets: readonly ObjectPlan[];
}

/** One page of records. */
export interface ConnectionPlan {
  readonly node: ObjectPlan;
  readonly first: number;
  /** Records before the page. */
  readonly offset: number;
  /** Most records of all pages together. */
  readonly upperBound: number;
  /** What comes behind the last page; undefined where it is told by the position alone. */
  readonly behind: Condition | undefined;
  /** The fields whose values make up a cursor; undefined where the position does. */
  readonly keys: readonly Field[] | undefined;
  readonly where: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  /** Lower-cased SOQL scope. */
  readonly scope: string | undefined;
  readonly wantsTotalCount: boolean;
}

/** One page of the child records of each parent. */
export interface ChildPlan {
  readonly responseKey: string;
  readonly relationship: ChildRelationship & { readonly relationshipName: string };
  readonly connection: ConnectionPlan;
}
