import { GraphQLEnumType, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfig } from 'graphql';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import type { GraphqlContext } from '../context.ts';
import type { Input } from '../plan/inputs.ts';
import { planConnection } from '../plan/planConnection.ts';
import { runConnection } from '../run/runConnection.ts';
import { directives } from './directives.ts';
import { RecordTypes } from './recordTypes.ts';

type RootField = GraphQLFieldConfig<unknown, GraphqlContext>;

const supportedScopes = new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } });

/**
 * UI API's GraphQL schema of an org: `uiapi { query { Account(...) {...} } }`.
 * Mutations and aggregates will stand beside `query`.
 */
export function buildGraphqlSchema(schema: Schema): GraphQLSchema {
  const types = new RecordTypes(schema);
  const recordQuery = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'RecordQuery',
    fields: () => Object.fromEntries([...schema.objects.values()].map((object) => [object.name, recordField(types, object)])),
  });
  const uiApi = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'UIAPI',
    fields: { query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) } },
  });
  const query = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'Query',
    fields: { uiapi: { type: new GraphQLNonNull(uiApi), resolve: () => ({}) } },
  });
  return new GraphQLSchema({ query, directives: [...directives] });
}

function recordField(types: RecordTypes, object: SObjectType): RootField {
  return {
    type: types.connection(object),
    args: { ...types.connectionArguments(object), scope: { type: supportedScopes }, upperBound: { type: GraphQLInt } },
    resolve(_source, args: Input, context, info) {
      const { fragments, variableValues, schema } = info;
      const planning = { fragments, variableValues, schema, org: context.org.schema, rawVariables: context.rawVariables };
      return runConnection(context, planConnection(planning, object, info.fieldNodes, args));
    },
  };
}
