import { coerceInputLiteral, GraphQLError, isInputType, parseConstValue, validateInputLiteral, type GraphQLSchema } from 'graphql';
import { SalesforceError } from '../../errors.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { Condition } from '../../soql/ast.ts';
import { whereCondition } from '../graphql/plan/where.ts';

/**
 * The `where` of a related list, which is written as a GraphQL filter.
 * @throws SalesforceError ILLEGAL_QUERY_PARAMETER_VALUE when it is not one
 */
export function relatedListFilter(schema: Schema, types: GraphQLSchema, object: SObjectType, where: string): Condition | undefined {
  const type = types.getType(`${object.name}_Filter`);
  if (!isInputType(type)) throw refused(`${object.name} cannot be filtered`);
  try {
    const literal = parseConstValue(where);
    validateInputLiteral(literal, type, (error) => {
      throw error;
    });
    return whereCondition(schema, object, coerceInputLiteral(literal, type));
  } catch (error) {
    if (error instanceof GraphQLError) throw refused(error.message);
    throw error;
  }
}

function refused(reason: string): SalesforceError {
  return new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', `where: ${reason}`);
}
