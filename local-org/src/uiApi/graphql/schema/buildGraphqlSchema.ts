import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import type { GraphqlContext } from '../context.ts';
import type { Input } from '../plan/inputs.ts';
import { planAggregate } from '../plan/planAggregate.ts';
import { planConnection, type PlanningContext } from '../plan/planConnection.ts';
import { runAggregate } from '../run/runAggregate.ts';
import { runConnection } from '../run/runConnection.ts';
import { AggregateTypes } from './aggregates/aggregateTypes.ts';
import { GroupByTypes } from './aggregates/groupByTypes.ts';
import { directives } from './directives.ts';
import { FilterTypes } from './filterTypes.ts';
import { mutationType } from './mutations/mutationTypes.ts';
import { RecordTypes } from './recordTypes.ts';

type RootField = GraphQLFieldConfig<unknown, GraphqlContext>;

const supportedScopes = new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } });

/** UI API's GraphQL schema of an org: `uiapi { query { Account(...) {...} } aggregate { Account(...) {...} } }`, and its mutations. */
export function buildGraphqlSchema(schema: Schema): GraphQLSchema {
  const filters = new FilterTypes(schema);
  const records = new RecordTypes(schema, filters);
  const aggregates: AggregateBuilder = { filters, types: new AggregateTypes(schema), groups: new GroupByTypes(schema) };
  const recordQuery = perObject('RecordQuery', schema, (object) => recordField(records, object));
  const recordAggregate = perObject('RecordQueryAggregate', schema, (object) => aggregateField(aggregates, object));
  const uiApi = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'UIAPI',
    fields: { query: below(recordQuery), aggregate: below(recordAggregate) },
  });
  const query = new GraphQLObjectType<unknown, GraphqlContext>({ name: 'Query', fields: { uiapi: below(uiApi) } });
  return new GraphQLSchema({ query, mutation: mutationType(schema, records), directives: [...directives] });
}

type Level = GraphQLObjectType<unknown, GraphqlContext>;

function perObject(name: string, schema: Schema, field: (object: SObjectType) => RootField): Level {
  return new GraphQLObjectType<unknown, GraphqlContext>({
    name,
    fields: () => Object.fromEntries([...schema.objects.values()].map((object) => [object.name, field(object)])),
  });
}

/** A level of the schema that only holds others. */
function below(type: Level): RootField {
  return { type: new GraphQLNonNull(type), resolve: () => ({}) };
}

function recordField(types: RecordTypes, object: SObjectType): RootField {
  return {
    type: types.connection(object),
    args: { ...types.connectionArguments(object), scope: { type: supportedScopes } },
    resolve: (_source, args: Input, context, info) =>
      runConnection(context, planConnection(planning(context, info), object, info.fieldNodes, args)),
  };
}

interface AggregateBuilder {
  readonly filters: FilterTypes;
  readonly types: AggregateTypes;
  readonly groups: GroupByTypes;
}

function aggregateField({ filters, types, groups }: AggregateBuilder, object: SObjectType): RootField {
  return {
    type: types.connection(object),
    args: {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      where: { type: filters.filter(object) },
      groupBy: { type: groups.groupBy(object) },
      orderBy: { type: filters.order(object) },
      scope: { type: supportedScopes },
    },
    resolve: (_source, args: Input, context, info) =>
      runAggregate(context, planAggregate(planning(context, info), object, info.fieldNodes, args)),
  };
}

function planning({ org, rawVariables }: GraphqlContext, { fragments, variableValues, schema }: GraphQLResolveInfo): PlanningContext {
  return { fragments, variableValues, schema, org: org.schema, rawVariables };
}
