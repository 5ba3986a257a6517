import { Kind, type ValueNode } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import type { FieldPath, OrderItem } from '../../../soql/ast.ts';
import { isInput, type Input } from './inputs.ts';

/** The variables as the request gave them, whose keys stand in the order in which they were written. */
export type RawVariables = Readonly<Record<string, unknown>>;

/**
 * An `orderBy` input as SOQL. The first field written sorts first, so the order
 * is read from the document; GraphQL's own coercion would give it in the order
 * of the schema.
 */
export function orderItems(
  schema: Schema,
  object: SObjectType,
  input: unknown,
  written: ValueNode | undefined,
  raw: RawVariables,
): OrderItem[] {
  if (!isInput(input)) return [];
  return items(schema, object, input, written === undefined ? undefined : shapeOf(written, raw), []);
}

/** Names in the order in which they were written, with what is inside each. */
interface Shape {
  readonly [name: string]: Shape;
}

function shapeOf(node: ValueNode, raw: RawVariables): Shape {
  if (node.kind === Kind.VARIABLE) return shapeOfValue(raw[node.name.value]);
  if (node.kind !== Kind.OBJECT) return {};
  return Object.fromEntries(node.fields.map((field) => [field.name.value, shapeOf(field.value, raw)]));
}

function shapeOfValue(value: unknown): Shape {
  if (!isInput(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOfValue(inner)]));
}

function items(schema: Schema, object: SObjectType, input: Input, shape: Shape | undefined, prefix: FieldPath): OrderItem[] {
  const names = Object.keys(input);
  const written = Object.keys(shape ?? {}).filter((name) => names.includes(name));
  const ordered = [...written, ...names.filter((name) => !written.includes(name))];
  return ordered.flatMap((name) => {
    const clause = input[name];
    if (!isInput(clause)) return [];
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) return [orderItem([...prefix, field.name], clause)];
    const target = parentStep(schema, object, name)?.targets[0];
    return target === undefined ? [] : items(schema, target, clause, shape?.[name], [...prefix, name]);
  });
}

/** The platform puts blanks first, whatever the direction. */
function orderItem(by: FieldPath, { order, nulls }: Input): OrderItem {
  return { by, direction: order === 'DESC' ? 'DESC' : 'ASC', nulls: nulls === 'LAST' ? 'LAST' : 'FIRST' };
}
