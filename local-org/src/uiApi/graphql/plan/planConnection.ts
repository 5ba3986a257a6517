import { getArgumentValues, GraphQLError, isObjectType, type FieldNode, type GraphQLField, type GraphQLSchema } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../schema/types.ts';
import type { OrderItem } from '../../../soql/ast.ts';
import { readCursor, type Cursor } from '../run/cursors.ts';
import { collectFields, selectionsOf, type SelectionContext } from './collectFields.ts';
import type { Input } from './inputs.ts';
import { behind, keySetFields } from './keySet.ts';
import { orderItems } from './orderBy.ts';
import type { ChildPlan, ConnectionPlan, ObjectPlan, ParentPlan } from './plans.ts';
import { whereCondition } from './where.ts';
import type { RawVariables } from './writtenOrder.ts';

/** Rows of a connection when `first` is not given, and the most that may be asked for. */
const DEFAULT_FIRST = 10;
const MOST_FIRST = 2000;
/** The least that may be asked for together with `upperBound`. */
const LEAST_BOUNDED_FIRST = 200;

/** What planning works with: the operation, its variables as sent, and both schemas. */
export interface PlanningContext extends SelectionContext {
  readonly schema: GraphQLSchema;
  readonly org: Schema;
  readonly rawVariables: RawVariables;
}

/** The plan of a connection that is selected by these nodes, which all have the same arguments. */
export function planConnection(
  context: PlanningContext,
  object: SObjectType,
  nodes: readonly FieldNode[],
  args: Input,
  isChild = false,
): ConnectionPlan {
  const selected = collectFields(context, `${object.name}Connection`, selectionsOf(nodes));
  const named = (name: string): readonly FieldNode[] => [...selected.values()].flat().filter((node) => node.name.value === name);
  const edges = collectFields(context, `${object.name}Edge`, selectionsOf(named('edges')));
  const node = [...edges.values()].flat().filter((field) => field.name.value === 'node');
  const written = nodes[0]?.arguments?.find((argument) => argument.name.value === 'orderBy')?.value;
  const orderBy = stable(orderItems(context.org, object, args['orderBy'], written, context.rawVariables));
  const page = planPage(object, orderBy, args, isChild);
  return {
    ...page,
    node: planObject(context, object, node, page.keys),
    where: whereCondition(context.org, object, args['where']),
    orderBy,
    scope: scopeOf(args),
    wantsTotalCount: named('totalCount').length > 0,
  };
}

type Page = Pick<ConnectionPlan, 'first' | 'offset' | 'upperBound' | 'behind' | 'keys'>;

/** Which page is asked for. Pages of children have positions only: one cursor stands for all parents. */
function planPage(object: SObjectType, orderBy: readonly OrderItem[], args: Input, isChild: boolean): Page {
  const { first, upperBound } = bounds(args);
  const after = typeof args['after'] === 'string' ? readCursor(args['after']) : undefined;
  const keys = isChild ? undefined : keySetFields(object, orderBy);
  const isKeyed = after?.keys !== undefined && keys !== undefined && after.keys.length === keys.length;
  return {
    first,
    upperBound: upperBound ?? Number.MAX_SAFE_INTEGER,
    offset: offsetAfter(after, upperBound),
    behind: isKeyed ? behind(keys, orderBy, after.keys) : undefined,
    keys,
  };
}

/** Without an upper bound the platform pages by OFFSET, which ends at 2,000; with one it goes on. */
function offsetAfter(after: Cursor | undefined, upperBound: number | undefined): number {
  const offset = after === undefined ? 0 : after.position + 1;
  if (upperBound === undefined && offset > MOST_FIRST) {
    throw new GraphQLError(`Maximum SOQL offset allowed is ${MOST_FIRST}: 'upperBound' pages through more records.`);
  }
  return offset;
}

function bounds(args: Input): { readonly first: number; readonly upperBound: number | undefined } {
  const first = pageSize(args['first']);
  const upperBound = typeof args['upperBound'] === 'number' ? args['upperBound'] : undefined;
  if (upperBound !== undefined && first < LEAST_BOUNDED_FIRST) {
    throw new GraphQLError(`With 'upperBound', 'first' must be between ${LEAST_BOUNDED_FIRST} and ${MOST_FIRST}, not ${first}.`);
  }
  return { first, upperBound };
}

/** Rows of a page. @throws GraphQLError for a size that the platform does not give */
export function pageSize(first: unknown): number {
  if (typeof first !== 'number') return DEFAULT_FIRST;
  if (first < 1 || first > MOST_FIRST) throw new GraphQLError(`'first' must be between 1 and ${MOST_FIRST}, not ${first}.`);
  return first;
}

/** The SOQL scope of these arguments; undefined for everything. */
export function scopeOf({ scope }: Input): string | undefined {
  return typeof scope === 'string' && scope !== 'EVERYTHING' ? scope.toLowerCase() : undefined;
}

/** Pages follow one another only when no two records may change places. */
function stable(order: readonly OrderItem[]): readonly OrderItem[] {
  return [...order, { by: ['Id'], direction: 'ASC', nulls: 'FIRST' }];
}

/** The plan of single records that are selected by these nodes. */
export function planNode(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[]): ObjectPlan {
  return planObject(context, object, nodes);
}

function planObject(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[], keys: readonly Field[] = []): ObjectPlan {
  const fields = new Set<Field>(keys);
  const parents = new Map<string, { readonly nodes: FieldNode[] }>();
  const children: ChildPlan[] = [];
  const want = (name: string): void => {
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) fields.add(field);
  };
  for (const [responseKey, same] of collectFields(context, object.name, selectionsOf(nodes))) {
    const name = same[0]?.name.value ?? '';
    const child = planChild(context, object, responseKey, same);
    if (child !== undefined) children.push(child);
    else if (name === 'WeakEtag') want('SystemModstamp');
    else if (name === 'DisplayValue') want(object.nameField ?? 'Id');
    else if (object.fields.has(name.toLowerCase())) want(name);
    else if (parentStep(context.org, object, name) !== undefined) {
      const known = parents.get(name) ?? { nodes: [] };
      known.nodes.push(...same);
      parents.set(name, known);
    }
  }
  const parentPlans = [...parents].flatMap(([name, { nodes: selected }]) => planParent(context, object, name, selected));
  for (const { step, targets } of parentPlans) if (targets.length > 1) fields.add(step.field);
  return { object, fields, parents: parentPlans, children };
}

function planParent(
  context: PlanningContext,
  object: SObjectType,
  relationship: string,
  nodes: readonly FieldNode[],
): readonly ParentPlan[] {
  const step = parentStep(context.org, object, relationship);
  if (step === undefined) return [];
  return [{ relationship, step, targets: step.targets.map((target) => planObject(context, target, nodes)) }];
}

function planChild(context: PlanningContext, object: SObjectType, responseKey: string, nodes: readonly FieldNode[]): ChildPlan | undefined {
  const name = nodes[0]?.name.value;
  const relationship = object.childRelationships.find(({ relationshipName }) => relationshipName === name);
  const child = relationship === undefined ? undefined : context.org.object(relationship.childObject);
  if (name === undefined || relationship === undefined || child === undefined) return undefined;
  const args = argumentsOf(context, object.name, name, nodes);
  return {
    responseKey,
    relationship: { ...relationship, relationshipName: name },
    connection: planConnection(context, child, nodes, args, true),
  };
}

/** The coerced arguments of a field of an object type. */
function argumentsOf(context: PlanningContext, typeName: string, fieldName: string, [node]: readonly FieldNode[]): Input {
  const type = context.schema.getType(typeName);
  const field: GraphQLField<unknown, unknown> | undefined = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field === undefined || node === undefined ? {} : getArgumentValues(field, node, context.variableValues);
}
