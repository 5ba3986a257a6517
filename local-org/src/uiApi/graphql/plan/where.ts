import { GraphQLError } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../schema/types.ts';
import type { ComparisonOperator, Condition, FieldPath } from '../../../soql/ast.ts';
import { asList, isInput, type Input } from './inputs.ts';
import { literalOf } from './literals.ts';

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  like: 'LIKE',
};

/** A `where` input as a SOQL condition; undefined when it asks for nothing. */
export function whereCondition(schema: Schema, object: SObjectType, input: unknown, prefix: FieldPath = []): Condition | undefined {
  if (!isInput(input)) return undefined;
  return all(Object.entries(input).map(([name, value]) => clause(schema, object, name, value, prefix)));
}

function clause(schema: Schema, object: SObjectType, name: string, value: unknown, prefix: FieldPath): Condition | undefined {
  switch (name) {
    case 'and':
      return all(asList(value).map((part) => whereCondition(schema, object, part, prefix)));
    case 'or':
      return joined(
        'or',
        asList(value).map((part) => whereCondition(schema, object, part, prefix)),
      );
    case 'not': {
      const condition = whereCondition(schema, object, value, prefix);
      return condition === undefined ? undefined : { kind: 'not', condition };
    }
    default:
      return isInput(value) ? named(schema, object, name, value, prefix) : undefined;
  }
}

/** A clause about a field, or about the record behind a lookup. */
function named(schema: Schema, object: SObjectType, name: string, value: Input, prefix: FieldPath): Condition | undefined {
  const field = object.fields.get(name.toLowerCase());
  if (field !== undefined)
    return all(Object.entries(value).map(([operator, operand]) => comparison(field, [...prefix, field.name], operator, operand)));
  const targets = parentStep(schema, object, name)?.targets ?? [];
  const [target] = targets;
  if (target === undefined) throw new GraphQLError(`${object.name} has no field ${name}.`);
  if (targets.length === 1) return whereCondition(schema, target, value, [...prefix, name]);
  return all(targets.map((one) => whereCondition(schema, one, value[one.name], [...prefix, `${name}:${one.name}`])));
}

function comparison(field: Field, left: FieldPath, operator: string, operand: unknown): Condition {
  const compared = COMPARISONS[operator];
  if (compared !== undefined) return { kind: 'compare', left, operator: compared, right: literalOf(field, operand) };
  if (operator === 'in' || operator === 'nin') {
    return { kind: 'in', left, negated: operator === 'nin', values: asList(operand).map((value) => literalOf(field, value)) };
  }
  return { kind: 'includes', left, negated: operator === 'excludes', values: asList(operand).map(String) };
}

function all(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  return joined('and', conditions);
}

function joined(kind: 'and' | 'or', parts: readonly (Condition | undefined)[]): Condition | undefined {
  const conditions = parts.filter((part) => part !== undefined);
  return conditions.length < 2 ? conditions[0] : { kind, conditions };
}
