import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Field, Schema, SObjectType } from '../../../../schema/types.ts';
import type { GraphqlContext } from '../../context.ts';
import type { Input } from '../../plan/inputs.ts';
import type { NodeResult } from '../../run/results.ts';
import { runMutation, type Mutation } from '../../run/runMutation.ts';
import { fieldKind } from '../fieldKinds.ts';
import type { RecordTypes } from '../recordTypes.ts';
import { idOrRef } from './idOrRef.ts';

/** What one operation of a mutation answers. */
export interface MutationResult {
  readonly id: string;
  readonly record: NodeResult | null;
}

type MutationField = GraphQLFieldConfig<unknown, GraphqlContext>;
type Payload = GraphQLObjectType<MutationResult, GraphqlContext>;

const recordDeleteInput = new GraphQLInputObjectType({ name: 'RecordDeleteInput', fields: { Id: { type: new GraphQLNonNull(idOrRef) } } });
const recordDeletePayload: Payload = new GraphQLObjectType<MutationResult, GraphqlContext>({
  name: 'RecordDeletePayload',
  fields: { Id: { type: GraphQLID, resolve: ({ id }) => id } },
});
const mutationsInput = new GraphQLInputObjectType({
  name: 'UIAPIMutationsInput',
  fields: { allOrNone: { type: GraphQLBoolean, default: { value: true } } },
});

/** `mutation { uiapi(input: {allOrNone}) { AccountCreate(...) AccountUpdate(...) AccountDelete(...) } }` */
export function mutationType(schema: Schema, records: RecordTypes): GraphQLObjectType<unknown, GraphqlContext> {
  const operations = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'UIAPIMutations',
    fields: () => Object.fromEntries([...schema.objects.values()].flatMap((object) => operationsOf(records, object))),
  });
  return new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'Mutation',
    fields: {
      uiapi: { type: new GraphQLNonNull(operations), args: { input: { type: mutationsInput } }, resolve: () => ({}) },
    },
  });
}

function operationsOf(records: RecordTypes, object: SObjectType): readonly (readonly [string, MutationField])[] {
  const created = fieldsOf(object, (field) => field.createable);
  const updated = fieldsOf(object, (field) => field.updateable);
  const canCreate = object.createable && Object.keys(created).length > 0;
  const canUpdate = object.updateable && Object.keys(updated).length > 0;
  return [
    ...(canCreate ? [[`${object.name}Create`, written(records, object, 'create', created)] as const] : []),
    ...(canUpdate ? [[`${object.name}Update`, written(records, object, 'update', updated)] as const] : []),
    ...(object.deletable ? [[`${object.name}Delete`, deleted(object)] as const] : []),
  ];
}

function written(
  records: RecordTypes,
  object: SObjectType,
  kind: 'create' | 'update',
  fields: Record<string, GraphQLInputFieldConfig>,
): MutationField {
  const name = `${object.name}${kind === 'create' ? 'Create' : 'Update'}`;
  const representation = new GraphQLInputObjectType({ name: `${name}Representation`, fields });
  const input = new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: {
      ...(kind === 'update' ? { Id: { type: new GraphQLNonNull(idOrRef) } } : {}),
      [object.name]: { type: new GraphQLNonNull(representation) },
    },
  });
  const payload: Payload = new GraphQLObjectType<MutationResult, GraphqlContext>({
    name: `${name}Payload`,
    fields: () => ({
      Record: { type: records.node(object), resolve: ({ record }) => record },
      ...(kind === 'update' ? { success: { type: GraphQLBoolean, resolve: () => true } } : {}),
    }),
  });
  return {
    type: payload,
    args: { input: { type: new GraphQLNonNull(input) } },
    resolve: (_source, args: Input, context, info) => runMutation(context, mutation(kind, object, args, info), info),
  };
}

function deleted(object: SObjectType): MutationField {
  return {
    type: recordDeletePayload,
    args: { input: { type: new GraphQLNonNull(recordDeleteInput) } },
    resolve: (_source, args: Input, context, info) => runMutation(context, mutation('delete', object, args, info), info),
  };
}

function mutation(kind: Mutation['kind'], object: SObjectType, { input }: Input, { path }: GraphQLResolveInfo): Mutation {
  return { kind, object, input, responseKey: String(path.key) };
}

/** The fields that may be given, as raw values; lookups by id or by a reference to an operation before. */
function fieldsOf(object: SObjectType, isGiven: (field: Field) => boolean): Record<string, GraphQLInputFieldConfig> {
  return Object.fromEntries(
    [...object.fields.values()].flatMap((field) => {
      const kind = fieldKind(field.type);
      if (kind === undefined || field.name === 'Id' || !isGiven(field)) return [];
      return [[field.name, { type: field.type === 'reference' ? idOrRef : kind.scalar }]];
    }),
  );
}
