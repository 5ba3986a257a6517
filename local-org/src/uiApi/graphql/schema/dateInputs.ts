import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, type GraphQLScalarType } from 'graphql';
import { scalars } from './scalars.ts';

const UNITS = ['DAYS', 'WEEKS', 'MONTHS', 'QUARTERS', 'YEARS', 'FISCAL_QUARTERS', 'FISCAL_YEARS'];
const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];

/** `TODAY`, `LAST_QUARTER`, ...: SOQL's date literals that take no number. */
const literal = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(
    [
      'YESTERDAY',
      'TODAY',
      'TOMORROW',
      'LAST_90_DAYS',
      'NEXT_90_DAYS',
      ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
    ].map((name) => [name, { value: name }]),
  ),
});

/** `{last_n_days: 7}`: SOQL's date literals that take a number. */
const range = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(
    UNITS.flatMap((unit) => [`LAST_N_${unit}`, `NEXT_N_${unit}`, `N_${unit}_AGO`]).map((name) => [
      name.toLowerCase(),
      { type: GraphQLInt },
    ]),
  ),
});

function momentInput(name: string, scalar: GraphQLScalarType): GraphQLInputObjectType {
  return new GraphQLInputObjectType({ name, fields: { value: { type: scalar }, literal: { type: literal }, range: { type: range } } });
}

/** What a date is compared to: a value, a literal, or a range. */
export const dateInput = momentInput('DateInput', scalars.Date);
export const dateTimeInput = momentInput('DateTimeInput', scalars.DateTime);
