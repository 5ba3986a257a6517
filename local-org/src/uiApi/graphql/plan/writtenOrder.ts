import { Kind, type ValueNode } from 'graphql';
import { isInput } from './inputs.ts';

/** The variables as the request gave them, whose keys stand in the order in which they were written. */
export type RawVariables = Readonly<Record<string, unknown>>;

/** Names in the order in which they were written, with what is inside each. */
export interface Shape {
  readonly [name: string]: Shape;
}

/** The shape of an input as the document has it; GraphQL's own coercion gives the order of the schema. */
export function shapeOf(node: ValueNode, raw: RawVariables): Shape {
  if (node.kind === Kind.VARIABLE) return shapeOfValue(raw[node.name.value]);
  if (node.kind !== Kind.OBJECT) return {};
  return Object.fromEntries(node.fields.map((field) => [field.name.value, shapeOf(field.value, raw)]));
}

/** The names of a coerced input in the order in which they were written. */
export function inWrittenOrder(names: readonly string[], shape: Shape | undefined): readonly string[] {
  const written = Object.keys(shape ?? {}).filter((name) => names.includes(name));
  return [...written, ...names.filter((name) => !written.includes(name))];
}

function shapeOfValue(value: unknown): Shape {
  if (!isInput(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOfValue(inner)]));
}
