import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { displayValue, labelOf } from '../../values/displayValue.ts';
import { wireValue } from '../../values/wireValue.ts';
import type { Field, FieldValue } from '../../../schema/types.ts';
import type { GraphqlContext } from '../context.ts';
import type { FieldKind } from './fieldKinds.ts';

/** A field of a node on its way into the answer. */
export interface ValueResult {
  readonly field: Field;
  readonly value: FieldValue;
}

export const fieldValueInterface = new GraphQLInterfaceType({
  name: 'FieldValue',
  fields: { displayValue: { type: GraphQLString } },
});

type ValueFields = Record<string, GraphQLFieldConfig<ValueResult, GraphqlContext>>;

const made = new Map<string, GraphQLObjectType<ValueResult, GraphqlContext>>();

/** The output of a field type: `StringValue {value, displayValue}`. One type for all objects. */
export function valueType(kind: FieldKind): GraphQLObjectType<ValueResult, GraphqlContext> {
  const known = made.get(kind.valueType);
  if (known !== undefined) return known;
  const fields: ValueFields = {
    value: { type: kind.scalar, resolve: ({ field, value }) => wireValue(field, value) },
    displayValue: { type: GraphQLString, resolve: ({ field, value }, _args, { user }) => displayValue(field, value, user) },
  };
  if (kind.valueType === 'PicklistValue') {
    fields['label'] = {
      type: GraphQLString,
      resolve: ({ field, value }, _args, { user }) => (value === null ? null : labelOf(field, String(value), user.language)),
    };
  }
  const type = new GraphQLObjectType<ValueResult, GraphqlContext>({ name: kind.valueType, interfaces: [fieldValueInterface], fields });
  made.set(kind.valueType, type);
  return type;
}
