import { GraphQLError, type FieldNode, type ValueNode } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import type { FieldPath, FunctionCall, GroupBy, OrderItem, SelectItem } from '../../../soql/ast.ts';
import { soqlFunction } from '../schema/aggregates/aggregateFunctions.ts';
import { GROUP_TYPE } from '../schema/aggregates/groupByTypes.ts';
import { readCursor } from '../run/cursors.ts';
import { aggregateKey, type AggregatePlan } from './aggregatePlans.ts';
import { collectFields, selectionsOf } from './collectFields.ts';
import { isInput, type Input } from './inputs.ts';
import { orderItems } from './orderBy.ts';
import { pageSize, scopeOf, type PlanningContext } from './planConnection.ts';
import { whereCondition } from './where.ts';
import { inWrittenOrder, shapeOf, type Shape } from './writtenOrder.ts';

/** Fields of an aggregate that show the value by which was grouped. */
const OWN_VALUE = ['value', 'displayValue', 'label'];

type Items = Map<string, { readonly alias: string; readonly item: SelectItem }>;

/** The plan of the aggregates that are selected by these nodes, which all have the same arguments. */
export function planAggregate(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[], args: Input): AggregatePlan {
  const selected = collectFields(context, `${object.name}AggregateConnection`, selectionsOf(nodes));
  const named = (name: string): readonly FieldNode[] => [...selected.values()].flat().filter((node) => node.name.value === name);
  const below = (typeName: string, from: readonly FieldNode[], name: string): readonly FieldNode[] =>
    [...collectFields(context, typeName, selectionsOf(from)).values()].flat().filter((node) => node.name.value === name);
  const results = below(`${object.name}AggregateEdge`, named('edges'), 'node');
  const items: Items = new Map();
  selectItems(context, object, below(`${object.name}Result`, results, 'aggregate'), [], items);
  const groupBy = groupsOf(context.org, object, args['groupBy'], shapeOfArgument(context, nodes, 'groupBy'));
  // Groups are counted by what they are grouped by when nothing else of them is wanted.
  if (items.size === 0) for (const path of groupBy?.items ?? []) want(items, 'kind' in path ? path : undefined, pathOf(path));
  return {
    object,
    items,
    groupBy,
    where: whereCondition(context.org, object, args['where']),
    orderBy: stable(orderItems(context.org, object, args['orderBy'], argument(nodes, 'orderBy'), context.rawVariables, 'groups'), groupBy),
    scope: scopeOf(args),
    first: typeof args['first'] === 'number' ? pageSize(args['first']) : undefined,
    offset: typeof args['after'] === 'string' ? readCursor(args['after']).position + 1 : 0,
    wantsEdges: items.size > 0 && named('edges').length > 0,
    wantsTotalCount: named('totalCount').length > 0,
  };
}

function argument(nodes: readonly FieldNode[], name: string): ValueNode | undefined {
  return nodes[0]?.arguments?.find((one) => one.name.value === name)?.value;
}

function shapeOfArgument(context: PlanningContext, nodes: readonly FieldNode[], name: string): Shape | undefined {
  const written = argument(nodes, name);
  return written === undefined ? undefined : shapeOf(written, context.rawVariables);
}

/** Adds what is selected of an object's aggregate, and behind its lookups. */
function selectItems(context: PlanningContext, object: SObjectType, nodes: readonly FieldNode[], prefix: FieldPath, items: Items): void {
  for (const same of collectFields(context, `${object.name}Aggregate`, selectionsOf(nodes)).values()) {
    const name = same[0]?.name.value ?? '';
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) selectFunctions(context, [...prefix, field.name], same, items);
    const target = field === undefined ? parentStep(context.org, object, name)?.targets[0] : undefined;
    if (target !== undefined) selectItems(context, target, same, [...prefix, name], items);
  }
}

function selectFunctions(context: PlanningContext, path: FieldPath, nodes: readonly FieldNode[], items: Items): void {
  for (const [node] of collectFields(context, '', selectionsOf(nodes)).values()) {
    const name = node?.name.value ?? '';
    if (name === '__typename') continue;
    want(items, OWN_VALUE.includes(name) ? undefined : { kind: 'function', name: soqlFunction(name), args: [path] }, path);
  }
}

function want(items: Items, call: FunctionCall | undefined, path: FieldPath): void {
  const key = aggregateKey(path.join('.'), call?.name);
  if (items.has(key)) return;
  const alias = `a${items.size}`;
  items.set(key, { alias, item: call === undefined ? { kind: 'field', path, alias } : { kind: 'call', call, alias } });
}

function pathOf(item: FieldPath | FunctionCall): FieldPath {
  if (!('kind' in item)) return item;
  const [path] = item.args;
  return path === undefined || 'kind' in path ? [] : path;
}

function groupsOf(schema: Schema, object: SObjectType, input: unknown, shape: Shape | undefined): GroupBy | undefined {
  if (!isInput(input)) return undefined;
  const items = groupItems(schema, object, input, shape, []);
  const kind = input[GROUP_TYPE] === 'ROLLUP' ? 'rollup' : input[GROUP_TYPE] === 'CUBE' ? 'cube' : 'plain';
  if (items.length === 0 && kind !== 'plain') throw new GraphQLError(`'groupBy' of type ${kind.toUpperCase()} needs a field.`);
  return items.length === 0 ? undefined : { kind, items };
}

function groupItems(
  schema: Schema,
  object: SObjectType,
  input: Input,
  shape: Shape | undefined,
  prefix: FieldPath,
): readonly (FieldPath | FunctionCall)[] {
  return inWrittenOrder(Object.keys(input), shape).flatMap((name) => {
    const clause = input[name];
    if (!isInput(clause)) return [];
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) return groupItem([...prefix, field.name], clause);
    const target = parentStep(schema, object, name)?.targets[0];
    return target === undefined ? [] : groupItems(schema, target, clause, shape?.[name], [...prefix, name]);
  });
}

function groupItem(path: FieldPath, { group, function: name }: Input): readonly (FieldPath | FunctionCall)[] {
  if (typeof name === 'string') return [{ kind: 'function', name, args: [path] }];
  return group === true ? [path] : [];
}

/** Pages follow one another only when no two groups may change places; subtotals stand where the query puts them. */
function stable(order: readonly OrderItem[], groupBy: GroupBy | undefined): readonly OrderItem[] {
  if (groupBy === undefined || groupBy.kind !== 'plain') return order;
  return [...order, ...groupBy.items.map((by) => ({ by, direction: 'ASC', nulls: 'FIRST' }) as const)];
}
