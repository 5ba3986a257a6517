import { GraphQLError, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { SalesforceError } from '../../../errors.ts';
import { isJsonObject, type JsonObject } from '../../../rest/apiMessages.ts';
import { recordFromJson } from '../../../rest/wire/recordFromJson.ts';
import type { SaveResult } from '../../../save/types.ts';
import type { SObjectType } from '../../../schema/types.ts';
import { identify } from '../../records/readRecords.ts';
import type { GraphqlContext } from '../context.ts';
import { collectFields, selectionsOf } from '../plan/collectFields.ts';
import { isInput } from '../plan/inputs.ts';
import { planNode } from '../plan/planConnection.ts';
import { referredName } from '../schema/mutations/idOrRef.ts';
import type { NodeResult } from './results.ts';
import { runNode } from './runConnection.ts';

/** One operation of a mutation. */
export interface Mutation {
  readonly kind: 'create' | 'update' | 'delete';
  readonly object: SObjectType;
  readonly input: unknown;
  /** Its name or alias, by which later operations refer to its record. */
  readonly responseKey: string;
}

/** Writes one record as the user. @throws SalesforceError why it was not written */
export function runMutation(
  context: GraphqlContext,
  mutation: Mutation,
  info: GraphQLResolveInfo,
): { readonly id: string; readonly record: NodeResult | null } {
  const id = write(context, mutation);
  context.written.set(mutation.responseKey, id);
  return { id, record: mutation.kind === 'delete' ? null : readBack(context, mutation, id, info) };
}

function write(context: GraphqlContext, { kind, object, input }: Mutation): string {
  const { user, records } = context;
  const given = isInput(input) ? input : {};
  const options = { user, allOrNone: true };
  if (kind === 'create') return saved(records.insert(...rowsOf(context, object, given[object.name], {})));
  const id = idOf(context, object, given['Id']);
  if (kind === 'delete') return saved(records.delete(object.name, [id], options));
  return saved(records.update(...rowsOf(context, object, given[object.name], { Id: id })));
}

function rowsOf(
  context: GraphqlContext,
  object: SObjectType,
  fields: unknown,
  key: { readonly Id?: string },
): Parameters<GraphqlContext['records']['insert']> {
  const { values, foreignKeys } = recordFromJson(context.org.schema, object, withReferences(context, fields));
  const row = { ...values, ...key };
  return [object.name, [row], { user: context.user, allOrNone: true, foreignKeys: new Map([[row, foreignKeys]]) }];
}

function idOf(context: GraphqlContext, object: SObjectType, value: unknown): string {
  const found = identify(context.org, context.user, resolved(context, String(value)));
  if (found.object.name === object.name) return found.id;
  throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${found.id} is no ${object.name}`);
}

/** The values with the ids of the records that they refer to. */
function withReferences(context: GraphqlContext, fields: unknown): JsonObject {
  if (!isJsonObject(fields)) return {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? resolved(context, value) : value]),
  );
}

function resolved({ written }: GraphqlContext, value: string): string {
  const name = referredName(value);
  if (name === undefined) return value;
  const id = written.get(name);
  if (id === undefined) throw new GraphQLError(`The operation ${name}, to which ${value} refers, does not come before, or failed.`);
  return id;
}

function saved([result]: readonly SaveResult[]): string {
  if (result?.success === true) return result.id;
  const [error, ...more] = result?.errors ?? [];
  if (error === undefined) throw new SalesforceError('UNKNOWN_EXCEPTION', 'The record was not saved.');
  const message = [error, ...more].map((one) => one.message).join('; ');
  throw new SalesforceError(error.statusCode, message, { fields: error.fields });
}

/** The record after all that its save caused, as the payload selects it. */
function readBack(context: GraphqlContext, { object, kind }: Mutation, id: string, info: GraphQLResolveInfo): NodeResult | null {
  const { fragments, variableValues, schema, fieldNodes } = info;
  const payload = `${object.name}${kind === 'create' ? 'Create' : 'Update'}Payload`;
  const selected = collectFields({ fragments, variableValues }, payload, selectionsOf(fieldNodes));
  const nodes: readonly FieldNode[] = [...selected.values()].flat().filter((node) => node.name.value === 'Record');
  if (nodes.length === 0) return null;
  const planning = { fragments, variableValues, schema, org: context.org.schema, rawVariables: context.rawVariables };
  return runNode(context, planNode(planning, object, nodes), id) ?? null;
}
