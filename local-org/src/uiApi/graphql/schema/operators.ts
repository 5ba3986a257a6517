import { GraphQLInputObjectType, GraphQLList, type GraphQLInputFieldConfig, type GraphQLInputType } from 'graphql';
import { dateInput, dateTimeInput } from './dateInputs.ts';
import type { FieldKind } from './fieldKinds.ts';

const made = new Map<string, GraphQLInputObjectType>();

/** The filter input of a field type: `StringOperators {eq, ne, like, in, ...}`. One type for all objects. */
export function operatorsType(kind: FieldKind): GraphQLInputObjectType {
  const known = made.get(kind.operatorsType);
  if (known !== undefined) return known;
  const type = new GraphQLInputObjectType({ name: kind.operatorsType, fields: fieldsOf(kind) });
  made.set(kind.operatorsType, type);
  return type;
}

function fieldsOf(kind: FieldKind): Record<string, GraphQLInputFieldConfig> {
  const operand = operandType(kind);
  const single = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: operand }]));
  const lists = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: new GraphQLList(operand) }]));
  switch (kind.filter) {
    case 'equality':
      return single('eq', 'ne');
    case 'multiple':
      return { ...single('eq', 'ne'), ...lists('includes', 'excludes') };
    case 'text':
      return { ...single('eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'like'), ...lists('in', 'nin') };
    case 'ordered':
    case 'moment':
      return { ...single('eq', 'ne', 'lt', 'lte', 'gt', 'gte'), ...lists('in', 'nin') };
  }
}

function operandType(kind: FieldKind): GraphQLInputType {
  if (kind.filter !== 'moment') return kind.scalar;
  return kind.valueType === 'DateValue' ? dateInput : dateTimeInput;
}
