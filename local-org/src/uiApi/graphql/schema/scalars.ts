import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A scalar that travels as text. */
function textScalar(name: string, description: string): GraphQLScalarType<string> {
  const accept = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a string.`);
  };
  return new GraphQLScalarType<string>({
    name,
    description,
    coerceInputValue: accept,
    coerceInputLiteral: (node) => accept(node.kind === Kind.STRING ? node.value : undefined),
    coerceOutputValue: (value) => String(value),
  });
}

/** A scalar that travels as a number; a text that is one is taken too, as the platform takes it. */
function numberScalar(name: string, description: string): GraphQLScalarType<number> {
  const accept = (value: unknown): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw new GraphQLError(`${name} must be a number.`);
  };
  return new GraphQLScalarType<number>({
    name,
    description,
    coerceInputValue: accept,
    coerceInputLiteral: (node) => accept('value' in node && typeof node.value === 'string' ? node.value : undefined),
    coerceOutputValue: accept,
  });
}

export const scalars = {
  Currency: numberScalar('Currency', 'An amount of money.'),
  Date: textScalar('Date', 'A day, `YYYY-MM-DD`.'),
  DateTime: textScalar('DateTime', 'A moment, ISO 8601.'),
  Double: numberScalar('Double', 'A number with decimals.'),
  EmailAddress: textScalar('EmailAddress', 'An e-mail address.'),
  Long: numberScalar('Long', 'A whole number of 64 bits.'),
  LongTextArea: textScalar('LongTextArea', 'A text of many lines.'),
  MultiPicklist: textScalar('MultiPicklist', 'Values of a multi-select picklist, joined by semicolons.'),
  Percent: numberScalar('Percent', 'A percentage: 50 for 50 %.'),
  PhoneNumber: textScalar('PhoneNumber', 'A phone number.'),
  Picklist: textScalar('Picklist', 'A value of a picklist.'),
  TextArea: textScalar('TextArea', 'A text of several lines.'),
  Time: textScalar('Time', 'A time of day, `HH:MM:SS.mmmZ`.'),
  Url: textScalar('Url', 'A web address.'),
} as const;
