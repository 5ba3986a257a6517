import { GraphQLError, type ValueNode } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import type { FieldPath, OrderItem } from '../../../soql/ast.ts';
import { isInput, type Input } from './inputs.ts';
import { inWrittenOrder, shapeOf, type RawVariables, type Shape } from './writtenOrder.ts';

/** What is sorted: records by their fields, or groups by aggregates too. */
export type Sorted = 'records' | 'groups';

/**
 * An `orderBy` input as SOQL. The first field written sorts first, so the order
 * is read from the document.
 */
export function orderItems(
  schema: Schema,
  object: SObjectType,
  input: unknown,
  written: ValueNode | undefined,
  raw: RawVariables,
  sorted: Sorted = 'records',
): OrderItem[] {
  if (!isInput(input)) return [];
  return items({ schema, sorted }, object, input, written === undefined ? undefined : shapeOf(written, raw), []);
}

interface Ordering {
  readonly schema: Schema;
  readonly sorted: Sorted;
}

function items(ordering: Ordering, object: SObjectType, input: Input, shape: Shape | undefined, prefix: FieldPath): OrderItem[] {
  return inWrittenOrder(Object.keys(input), shape).flatMap((name) => {
    const clause = input[name];
    if (!isInput(clause)) return [];
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) return [orderItem(ordering, [...prefix, field.name], clause)];
    const target = parentStep(ordering.schema, object, name)?.targets[0];
    return target === undefined ? [] : items(ordering, target, clause, shape?.[name], [...prefix, name]);
  });
}

/** The platform puts blanks first, whatever the direction. */
function orderItem({ sorted }: Ordering, path: FieldPath, { order, nulls, function: name }: Input): OrderItem {
  if (typeof name === 'string' && sorted === 'records') {
    throw new GraphQLError(`Records cannot be ordered by ${name} of ${path.join('.')}: only aggregates can.`);
  }
  return {
    by: typeof name === 'string' ? { kind: 'function', name, args: [path] } : path,
    direction: order === 'DESC' ? 'DESC' : 'ASC',
    nulls: nulls === 'LAST' ? 'LAST' : 'FIRST',
  };
}
