import { GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { parentStep } from '../../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../../schema/types.ts';
import type { GraphqlContext } from '../../context.ts';
import type { AggregateConnectionResult, AggregateEdgeResult, AggregateResult } from '../../run/aggregateResults.ts';
import { pageInfo } from '../pageInfo.ts';
import { aggregateType } from './aggregateValueTypes.ts';

type AggregateField = GraphQLFieldConfig<AggregateResult, GraphqlContext>;

/** The output types of aggregates: connection, edge, result and the object's aggregate; each made when first asked for. */
export class AggregateTypes {
  readonly #schema: Schema;
  readonly #connections = new Map<string, GraphQLObjectType<AggregateConnectionResult, GraphqlContext>>();
  readonly #aggregates = new Map<string, GraphQLObjectType<AggregateResult, GraphqlContext>>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** `AccountAggregateConnection`: the groups of accounts. */
  connection(object: SObjectType): GraphQLObjectType<AggregateConnectionResult, GraphqlContext> {
    const known = this.#connections.get(object.name);
    if (known !== undefined) return known;
    const type = new GraphQLObjectType<AggregateConnectionResult, GraphqlContext>({
      name: `${object.name}AggregateConnection`,
      fields: () => ({
        edges: { type: new GraphQLList(this.#edge(object)) },
        pageInfo: { type: new GraphQLNonNull(pageInfo) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      }),
    });
    this.#connections.set(object.name, type);
    return type;
  }

  #edge(object: SObjectType): GraphQLObjectType<AggregateEdgeResult, GraphqlContext> {
    const result = new GraphQLObjectType<AggregateResult, GraphqlContext>({
      name: `${object.name}Result`,
      fields: () => ({ aggregate: { type: this.#aggregate(object), resolve: (source) => source } }),
    });
    return new GraphQLObjectType<AggregateEdgeResult, GraphqlContext>({
      name: `${object.name}AggregateEdge`,
      fields: { node: { type: result }, cursor: { type: GraphQLString } },
    });
  }

  /** `AccountAggregate`: a group's values and functions by field, and behind lookups to one object. */
  #aggregate(object: SObjectType): GraphQLObjectType<AggregateResult, GraphqlContext> {
    const known = this.#aggregates.get(object.name);
    if (known !== undefined) return known;
    const type = new GraphQLObjectType<AggregateResult, GraphqlContext>({
      name: `${object.name}Aggregate`,
      fields: () => ({
        ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
        ...Object.fromEntries([...object.fields.values()].flatMap((field) => [...ownField(field), ...this.#parentField(object, field)])),
      }),
    });
    this.#aggregates.set(object.name, type);
    return type;
  }

  #parentField(object: SObjectType, field: Field): readonly (readonly [string, AggregateField])[] {
    const name = field.reference?.relationshipName;
    const [target, ...more] = name === undefined ? [] : (parentStep(this.#schema, object, name)?.targets ?? []);
    if (name === undefined || target === undefined || more.length > 0) return [];
    return [[name, { type: this.#aggregate(target), resolve: ({ values, prefix }) => ({ values, prefix: `${prefix}${name}.` }) }]];
  }
}

function ownField(field: Field): readonly (readonly [string, AggregateField])[] {
  const type = field.name === 'ApiName' ? undefined : aggregateType(field);
  if (type === undefined) return [];
  return [[field.name, { type, resolve: ({ values, prefix }) => ({ field, path: `${prefix}${field.name}`, values }) }]];
}
