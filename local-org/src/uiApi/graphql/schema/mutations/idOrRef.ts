import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A record's id, or `@{name}`: the record of the operation of that name or alias before it in the same request. */
export const idOrRef = new GraphQLScalarType<string>({
  name: 'IdOrRef',
  description: 'The id of a record, or a reference to an operation of the same request: `@{AccountCreate}`.',
  coerceInputValue: accept,
  coerceInputLiteral: (node) => accept(node.kind === Kind.STRING ? node.value : undefined),
  coerceOutputValue: (value) => String(value),
});

const REFERENCE = /^@\{(\w+)(?:\.Record\.Id)?\}$/u;

/** The name that a reference refers to; undefined for an id. */
export function referredName(value: string): string | undefined {
  return REFERENCE.exec(value)?.[1];
}

function accept(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('IdOrRef must be a string.');
}
