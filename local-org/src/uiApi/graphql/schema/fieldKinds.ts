import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLScalarType } from 'graphql';
import type { FieldType } from '../../../schema/types.ts';
import { scalars } from './scalars.ts';

/** How the UI API's schema names a field type: `StringValue`, `StringOperators`, and the scalar of both. */
export interface FieldKind {
  readonly valueType: string;
  readonly operatorsType: string;
  readonly scalar: GraphQLScalarType;
  /** What filters can ask. Dates may also be told by literal or range. */
  readonly filter: 'text' | 'ordered' | 'equality' | 'moment' | 'multiple';
}

const KINDS: Readonly<Record<FieldType, FieldKind | undefined>> = {
  id: kind('IDValue', 'IdOperators', GraphQLID, 'ordered'),
  reference: kind('IDValue', 'IdOperators', GraphQLID, 'ordered'),
  string: kind('StringValue', 'StringOperators', GraphQLString, 'text'),
  textarea: kind('TextAreaValue', 'TextAreaOperators', scalars.TextArea, 'text'),
  longtextarea: kind('LongTextAreaValue', 'LongTextAreaOperators', scalars.LongTextArea, 'text'),
  email: kind('EmailAddressValue', 'EmailAddressOperators', scalars.EmailAddress, 'text'),
  phone: kind('PhoneNumberValue', 'PhoneNumberOperators', scalars.PhoneNumber, 'text'),
  url: kind('UrlValue', 'UrlOperators', scalars.Url, 'text'),
  boolean: kind('BooleanValue', 'BooleanOperators', GraphQLBoolean, 'equality'),
  int: kind('IntValue', 'IntegerOperators', GraphQLInt, 'ordered'),
  double: kind('DoubleValue', 'DoubleOperators', scalars.Double, 'ordered'),
  currency: kind('CurrencyValue', 'CurrencyOperators', scalars.Currency, 'ordered'),
  percent: kind('PercentValue', 'PercentOperators', scalars.Percent, 'ordered'),
  date: kind('DateValue', 'DateOperators', scalars.Date, 'moment'),
  datetime: kind('DateTimeValue', 'DateTimeOperators', scalars.DateTime, 'moment'),
  time: kind('TimeValue', 'TimeOperators', scalars.Time, 'ordered'),
  picklist: kind('PicklistValue', 'PicklistOperators', scalars.Picklist, 'text'),
  multipicklist: kind('MultiPicklistValue', 'MultiPicklistOperators', scalars.MultiPicklist, 'multiple'),
  combobox: kind('StringValue', 'StringOperators', GraphQLString, 'text'),
  encryptedstring: undefined,
  address: undefined,
  location: undefined,
  base64: undefined,
};

/** Counts, and sums of whole numbers: no field has this type. */
export const longKind: FieldKind = kind('LongValue', 'LongOperators', scalars.Long, 'ordered');

/** Undefined for types that the schema leaves out: compound and masked fields, and files. */
export function fieldKind(type: FieldType): FieldKind | undefined {
  return KINDS[type];
}

function kind(valueType: string, operatorsType: string, scalar: GraphQLScalarType, filter: FieldKind['filter']): FieldKind {
  return { valueType, operatorsType, scalar, filter };
}
