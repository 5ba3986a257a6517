import {
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
} from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../schema/types.ts';
import type { GraphqlContext } from '../context.ts';
import { cursorOf } from '../run/cursorOf.ts';
import type { ConnectionResult, EdgeResult, NodeResult } from '../run/results.ts';
import { fieldKind } from './fieldKinds.ts';
import { type FilterTypes } from './filterTypes.ts';
import { pageInfo, type PageInfoResult } from './pageInfo.ts';
import { scalars } from './scalars.ts';
import { valueType } from './valueTypes.ts';

type NodeField = GraphQLFieldConfig<NodeResult, GraphqlContext>;
type NodeType = GraphQLObjectType<NodeResult, GraphqlContext>;

/** What every record type has. */
const recordInterface = new GraphQLInterfaceType({
  name: 'Record',
  fields: {
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
    DisplayValue: { type: GraphQLString },
    WeakEtag: { type: new GraphQLNonNull(scalars.Long) },
  },
});

/** The GraphQL types of the org's objects, in the names and shapes of UI API's schema; each made when first asked for. */
export class RecordTypes {
  readonly #schema: Schema;
  readonly #filters: FilterTypes;
  readonly #nodes = new Map<string, NodeType>();
  readonly #connections = new Map<string, GraphQLObjectType<ConnectionResult, GraphqlContext>>();
  readonly #unions = new Map<string, GraphQLUnionType>();

  constructor(schema: Schema, filters: FilterTypes) {
    this.#schema = schema;
    this.#filters = filters;
  }

  node(object: SObjectType): NodeType {
    const known = this.#nodes.get(object.name);
    if (known !== undefined) return known;
    const type: NodeType = new GraphQLObjectType<NodeResult, GraphqlContext>({
      name: object.name,
      interfaces: [recordInterface],
      fields: () => ({ ...recordFields(object), ...this.#ownFields(object), ...this.#parentFields(object), ...this.#childFields(object) }),
    });
    this.#nodes.set(object.name, type);
    return type;
  }

  /** `AccountConnection`, one page of accounts. */
  connection(object: SObjectType): GraphQLObjectType<ConnectionResult, GraphqlContext> {
    const known = this.#connections.get(object.name);
    if (known !== undefined) return known;
    const edge = new GraphQLObjectType<EdgeResult, GraphqlContext>({
      name: `${object.name}Edge`,
      fields: () => ({
        node: { type: this.node(object), resolve: ({ node }) => node },
        cursor: { type: new GraphQLNonNull(GraphQLString), resolve: ({ cursor }) => cursor },
      }),
    });
    const type = new GraphQLObjectType<ConnectionResult, GraphqlContext>({
      name: `${object.name}Connection`,
      fields: {
        edges: {
          type: new GraphQLList(edge),
          resolve: (page) => page.nodes.map((node, index) => ({ node, cursor: cursorOf(page, index) })),
        },
        pageInfo: { type: new GraphQLNonNull(pageInfo), resolve: pageInfoOf },
        totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ totalCount }) => totalCount ?? 0 },
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ nodes }) => nodes.length },
      },
    });
    this.#connections.set(object.name, type);
    return type;
  }

  /** Arguments of a list of child records; `RecordQuery` adds its own. */
  connectionArguments(object: SObjectType): GraphQLFieldConfigArgumentMap {
    return {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      upperBound: { type: GraphQLInt },
      where: { type: this.#filters.filter(object) },
      orderBy: { type: this.#filters.order(object) },
    };
  }

  #ownFields(object: SObjectType): Record<string, NodeField> {
    // What every record has by that name comes first: a status value's own API name is not shown.
    const fields = [...object.fields.values()].filter((field) => field.name !== 'Id' && field.name !== 'ApiName');
    return Object.fromEntries(fields.flatMap((field) => this.#ownField(field)));
  }

  #ownField(field: Field): readonly (readonly [string, NodeField])[] {
    const kind = fieldKind(field.type);
    if (kind === undefined) return [];
    return [[field.name, { type: valueType(kind), resolve: ({ values }) => ({ field, value: values.get(field.name) ?? null }) }]];
  }

  #parentFields(object: SObjectType): Record<string, NodeField> {
    const entries = [...object.fields.values()].flatMap((field): (readonly [string, NodeField])[] => {
      const name = field.reference?.relationshipName;
      const step = name === undefined ? undefined : parentStep(this.#schema, object, name);
      const [target, ...more] = step?.targets ?? [];
      if (name === undefined || target === undefined) return [];
      const type = more.length === 0 ? this.node(target) : this.#union(object, name, [target, ...more]);
      return [[name, { type, resolve: ({ parents }) => parents.get(name) ?? null }]];
    });
    return Object.fromEntries(entries);
  }

  #union(object: SObjectType, relationship: string, targets: readonly SObjectType[]): GraphQLUnionType {
    const name = `${object.name}_${relationship}`;
    const known = this.#unions.get(name);
    if (known !== undefined) return known;
    const type = new GraphQLUnionType({
      name,
      types: () => targets.map((target) => this.node(target)),
      resolveType: (node: NodeResult) => node.object.name,
    });
    this.#unions.set(name, type);
    return type;
  }

  #childFields(object: SObjectType): Record<string, NodeField> {
    const entries = object.childRelationships.flatMap(({ relationshipName, childObject }): (readonly [string, NodeField])[] => {
      const child = this.#schema.object(childObject);
      if (relationshipName === undefined || child === undefined) return [];
      const config: NodeField = {
        type: this.connection(child),
        args: this.connectionArguments(child),
        resolve: ({ children }, _args, _context, info) => children.get(String(info.path.key)) ?? null,
      };
      return [[relationshipName, config]];
    });
    return Object.fromEntries(entries);
  }
}

function pageInfoOf(page: ConnectionResult): PageInfoResult {
  const { nodes, offset, hasNextPage } = page;
  const isEmpty = nodes.length === 0;
  return {
    hasNextPage,
    hasPreviousPage: offset > 0,
    startCursor: isEmpty ? null : cursorOf(page, 0),
    endCursor: isEmpty ? null : cursorOf(page, nodes.length - 1),
  };
}

function recordFields(object: SObjectType): Record<string, NodeField> {
  return {
    Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ id }) => id },
    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
    DisplayValue: { type: GraphQLString, resolve: ({ values }) => values.get(object.nameField ?? 'Id') ?? null },
    WeakEtag: { type: new GraphQLNonNull(scalars.Long), resolve: ({ values }) => values.get('SystemModstamp') ?? 0 },
  };
}
