import { GraphQLError } from 'graphql';
import type { Field } from '../../../schema/types.ts';
import type { Literal } from '../../../soql/ast.ts';
import { isInput } from './inputs.ts';

/** The right-hand side of a filter on this field. */
export function literalOf(field: Field, value: unknown): Literal {
  if (value === null || value === undefined) return { kind: 'null' };
  if (field.type === 'date' || field.type === 'datetime') return momentLiteral(field, value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value };
  const text = textOf(field, value);
  return field.type === 'time' ? { kind: 'time', value: text } : { kind: 'string', value: text };
}

/** `{value: ...}`, `{literal: TODAY}` or `{range: {last_n_days: 7}}`. */
function momentLiteral(field: Field, input: unknown): Literal {
  if (!isInput(input)) throw new GraphQLError(`The filter on ${field.name} needs a value, a literal or a range.`);
  const { value, literal, range } = input;
  if (isInput(range)) {
    const [entry, ...more] = Object.entries(range).filter(([, count]) => typeof count === 'number');
    if (entry === undefined || more.length > 0) throw new GraphQLError(`The range on ${field.name} needs exactly one period.`);
    return { kind: 'dateLiteral', name: entry[0].toUpperCase(), n: Number(entry[1]) };
  }
  if (typeof literal === 'string') return { kind: 'dateLiteral', name: literal };
  if (value === null || value === undefined) return { kind: 'null' };
  return { kind: field.type === 'date' ? 'date' : 'datetime', value: textOf(field, value) };
}

function textOf(field: Field, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`The filter on ${field.name} needs a text.`);
}
