import { GraphQLEnumType, GraphQLInputObjectType } from 'graphql';
import type { Field } from '../../../schema/types.ts';
import { aggregateFunctions } from './aggregates/aggregateFunctions.ts';

const resultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const nullOrder = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });
const direction = { order: { type: resultOrder }, nulls: { type: nullOrder } };

const texts = ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN'];
const plain = new GraphQLInputObjectType({ name: 'NoFunctionAggregateOrderByClause', fields: direction });
const text = clause('String', texts);
const number = clause('Number', ['AVG', ...texts, 'SUM']);

/** How a field sorts: records by its value; groups by an aggregate of it too. */
export function orderClause(field: Field): GraphQLInputObjectType {
  const functions = aggregateFunctions(field) ?? [];
  if (functions.includes('sum')) return number;
  return functions.includes('count') ? text : plain;
}

function clause(kind: string, functions: readonly string[]): GraphQLInputObjectType {
  const type = new GraphQLEnumType({
    name: `AggregateOrderBy${kind}Function`,
    values: Object.fromEntries(functions.map((name) => [name, {}])),
  });
  return new GraphQLInputObjectType({ name: `AggregateOrderBy${kind}Clause`, fields: { function: { type }, ...direction } });
}
