import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { Field, FieldValues, SObjectType } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import { isJsonObject, type ApiRequest, type JsonObject } from '../apiMessages.ts';
import { recordFromJson, type RecordFromJson } from '../wire/recordFromJson.ts';
import { recordToJson } from '../wire/recordToJson.ts';
import { resourceNotFound } from '../wire/resultToJson.ts';

/** The object that a path names. @throws SalesforceError NOT_FOUND, 404 */
export function objectNamed(org: Org, name: string): SObjectType {
  const object = org.schema.object(name);
  if (object === undefined) throw resourceNotFound();
  return object;
}

/** The id of a path or list. @throws SalesforceError NOT_FOUND as the platform says it of an id that is none */
export function idOf(object: SObjectType, text: string): string {
  const id = normaliseId(text);
  if (id === undefined || !id.startsWith(object.keyPrefix)) {
    throw new SalesforceError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${text}`, { status: 404 });
  }
  return id;
}

/** The external id field that a path names. */
export function externalIdField(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !(field.externalId || field.name === 'Id')) {
    throw new SalesforceError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`, { status: 404 });
  }
  return field;
}

/** The request's body as a JSON object. */
export function jsonBody(request: ApiRequest): JsonObject {
  if (!isJsonObject(request.body)) throw parserError('The HTTP entity body must be a JSON object');
  return request.body;
}

export function parserError(message: string): SalesforceError {
  return new SalesforceError('JSON_PARSER_ERROR', message);
}

/** The record of the request's body. */
export function recordBody(org: Org, object: SObjectType, request: ApiRequest): RecordFromJson {
  return recordFromJson(org.schema, object, jsonBody(request));
}

/**
 * The record of a body whose address already says which record it is.
 * @throws SalesforceError INVALID_FIELD when the body says it too (REST API Developer Guide, "Upsert Records Using sObject Rows by External ID")
 */
export function addressedRecord(org: Org, object: SObjectType, request: ApiRequest, ...inAddress: readonly string[]): RecordFromJson {
  const record = recordBody(org, object, request);
  const told = inAddress.find((name) => name in record.values);
  if (told !== undefined) throw new SalesforceError('INVALID_FIELD', `The ${told} field should not be specified in the sobject data.`);
  return record;
}

/** Options under which one record of a request is saved. */
export function singleSave(request: ApiRequest, record: RecordFromJson): SaveOptionsOf {
  return { user: request.user, allOrNone: true, foreignKeys: new Map([[record.values, record.foreignKeys]]) };
}

type SaveOptionsOf = Parameters<Org['records']['insert']>[2] & { foreignKeys: Map<FieldValues, RecordFromJson['foreignKeys']> };

/** The fields that `?fields=` names; undefined without it. */
export function wantedFields(request: ApiRequest): readonly string[] | undefined {
  return request.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Paths of the fields to read, the id always among them: all of the object when none are named. */
export function fieldsToRead(object: SObjectType, names: readonly string[] | undefined): readonly (readonly string[])[] {
  const fields = names ?? [...object.fields.values()].map((field) => field.name);
  const withId = fields.some((name) => name.toLowerCase() === 'id') ? fields : ['Id', ...fields];
  return withId.map((name) => name.split('.'));
}

/**
 * A record as JSON, all fields or those named.
 * @throws SalesforceError NOT_FOUND when there is none, INVALID_FIELD for an unknown field
 */
export function readRecord(org: Org, object: SObjectType, id: string, request: ApiRequest): Record<string, unknown> {
  const found = readRecords(org, object, [id], wantedFields(request), request)[0];
  if (found === null || found === undefined) throw resourceNotFound();
  return found;
}

/** Records as JSON in the order of the ids; null for those that are not there. Without names: every field. */
export function readRecords(
  org: Org,
  object: SObjectType,
  ids: readonly string[],
  names: readonly string[] | undefined,
  request: ApiRequest,
): (Record<string, unknown> | null)[] {
  if (ids.length === 0) return [];
  const { records } = org.queries.run(
    {
      kind: 'select',
      select: fieldsToRead(object, names).map((path) => ({ kind: 'field', path })),
      from: object.name,
      where: { kind: 'in', left: ['Id'], negated: false, values: ids.map((value) => ({ kind: 'string', value })) },
    },
    request.user,
  );
  const byId = new Map(records.map((record) => [idField(record.fields.get('Id')), recordToJson(record, request.version)] as const));
  return ids.map((id) => byId.get(id) ?? null);
}

function idField(field: { readonly kind: string; readonly value?: unknown } | undefined): string {
  return typeof field?.value === 'string' ? field.value : '';
}
