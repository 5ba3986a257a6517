import { getArgumentValues, GraphQLError, isObjectType, type FieldNode, type GraphQLField, type GraphQLSchema } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../schema/types.ts';
import type { OrderItem } from '../../../soql/ast.ts';
import { positionAfter } from '../run/cursors.ts';
import { collectFields, selectionsOf, type SelectionContext } from './collectFields.ts';
import type { Input } from './inputs.ts';
import { orderItems } from './orderBy.ts';
import type { ChildPlan, ConnectionPlan, ObjectPlan, ParentPlan } from './plans.ts';
import { whereCondition } from './where.ts';
import type { RawVariables } from './writtenOrder.ts';

/** Rows of a connection when `first` is not given, and the most that may be asked for. */
const DEFAULT_FIRST = 10;
const MOST_FIRST = 2000;

/** What planning works with: the operation, its variables as sent, and both schemas. */
export interface PlanningContext extends SelectionContext {
  readonly schema: GraphQLSchema;
  readonly org: Schema;
  readonly rawVariables: RawVariables;
}

/** The plan of a connection that is selected by these nodes, which all have the same arguments. */
export function planConnection(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[], args: Input): ConnectionPlan {
  const selected = collectFields(context, `${object.name}Connection`, selectionsOf(nodes));
  const named = (name: string): readonly FieldNode[] => [...selected.values()].flat().filter((node) => node.name.value === name);
  const edges = collectFields(context, `${object.name}Edge`, selectionsOf(named('edges')));
  const node = [...edges.values()].flat().filter((field) => field.name.value === 'node');
  const written = nodes[0]?.arguments?.find((argument) => argument.name.value === 'orderBy')?.value;
  return {
    node: planObject(context, object, node),
    first: pageSize(args['first']),
    offset: typeof args['after'] === 'string' ? positionAfter(args['after']) : 0,
    where: whereCondition(context.org, object, args['where']),
    orderBy: stable(orderItems(context.org, object, args['orderBy'], written, context.rawVariables)),
    scope: scopeOf(args),
    wantsTotalCount: named('totalCount').length > 0,
  };
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

function planObject(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[]): ObjectPlan {
  const fields = new Set<Field>();
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
    connection: planConnection(context, child, nodes, args),
  };
}

/** The coerced arguments of a field of an object type. */
function argumentsOf(context: PlanningContext, typeName: string, fieldName: string, [node]: readonly FieldNode[]): Input {
  const type = context.schema.getType(typeName);
  const field: GraphQLField<unknown, unknown> | undefined = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field === undefined || node === undefined ? {} : getArgumentValues(field, node, context.variableValues);
}
