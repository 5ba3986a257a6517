import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { Field, FieldValue, FieldValues, SObjectType } from '../../schema/types.ts';
import { storedForm } from '../../save/fieldValues.ts';
import { normaliseId } from '../../storage/ids.ts';
import { normalisedKey } from '../../storage/recordStore.ts';
import type { ApiRequest, ApiResponse } from '../apiMessages.ts';
import type { Parameters, ResourceContext, Route } from '../route.ts';
import { JsonValueError } from '../wire/jsonBody.ts';
import { valueFromJson } from '../wire/recordFromJson.ts';
import { recordUrl } from '../wire/recordToJson.ts';
import { refusal, resourceNotFound } from '../wire/resultToJson.ts';
import { reachedBy } from './reached.ts';
import { created, deleteRecord, getRecord, updateRecord } from './record.ts';
import { relatedRecords, writeParent } from './relationship.ts';
import { addressedRecord, externalIdField, objectNamed, singleSave } from './shared.ts';

/** `/sobjects/{Object}/{ExternalIdField}/{value}`: read, upsert and delete by external id; `/sobjects/{Object}/{Id}/{relationship}`. */
export const externalIdRoutes: readonly Route[] = [
  {
    pattern: 'sobjects/:object/:field/:value',
    methods: {
      GET: (context, request, parameters) => read(context, request, parameters),
      PATCH: (context, request, parameters) => upsert(context, request, parameters),
      POST: (context, request, parameters) => upsert(context, request, parameters),
      DELETE: (context, request, parameters) => remove(context, request, parameters),
    },
  },
];

interface Addressed {
  readonly object: SObjectType;
  readonly field: Field;
  readonly value: FieldValue;
  readonly ids: readonly string[];
}

function read(context: ResourceContext, request: ApiRequest, parameters: Parameters): ApiResponse {
  if (isRelationship(context.org, parameters)) return relatedRecords(context, request, relationshipOf(context.org, parameters));
  return withOne(find(context.org, parameters), request, (object, id) => getRecord(context.org, request, object, id));
}

function remove(context: ResourceContext, request: ApiRequest, parameters: Parameters): ApiResponse {
  const { org } = context;
  if (isRelationship(org, parameters)) return writeParent(context, request, relationshipOf(org, parameters));
  return withOne(find(org, parameters), request, (object, id) => deleteRecord(org, request, object, id));
}

function withOne(addressed: Addressed, request: ApiRequest, answer: (object: SObjectType, id: string) => ApiResponse): ApiResponse {
  const { object, ids } = addressed;
  if (ids.length > 1) return multipleChoices(request, object, ids);
  const [id] = ids;
  if (id === undefined) throw resourceNotFound();
  return answer(object, id);
}

/** `sobjects/Contact/003.../Account`: the second part is an id, not a field. */
function isRelationship(org: Org, { object: name = '', field = '' }: Parameters): boolean {
  const object = objectNamed(org, name);
  return !object.fields.has(field.toLowerCase()) && normaliseId(field)?.startsWith(object.keyPrefix) === true;
}

function relationshipOf(org: Org, { object = '', field = '', value = '' }: Parameters): { object: SObjectType; id: string; name: string } {
  return { object: objectNamed(org, object), id: normaliseId(field) ?? '', name: value };
}

function find(org: Org, { object: name = '', field: fieldName = '', value: text = '' }: Parameters): Addressed {
  const object = objectNamed(org, name);
  const field = externalIdField(object, fieldName);
  const value = addressValue(field, text);
  const ids = value === null ? [] : (org.store.findBy(object, field, [value]).get(normalisedKey(field, value)) ?? []);
  return { object, field, value, ids };
}

/** The external id as it is stored, so that it finds what it made. */
function addressValue(field: Field, text: string): FieldValue {
  try {
    const value = storedForm(field, valueFromJson(field, text, field.name));
    return field.type === 'id' && typeof value === 'string' ? (normaliseId(value) ?? value) : value;
  } catch (error) {
    if (!(error instanceof JsonValueError)) throw error;
    throw new SalesforceError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${field.name}`, {
      status: 404,
    });
  }
}

function upsert(context: ResourceContext, request: ApiRequest, parameters: Parameters): ApiResponse {
  const { org } = context;
  if (isRelationship(org, parameters)) return writeParent(context, request, relationshipOf(org, parameters));
  const { object, field, value, ids } = find(org, parameters);
  if (ids.length > 1) return multipleChoices(request, object, ids);
  const [id] = ids;
  if (field.name === 'Id') return updateRecord(org, request, object, id ?? String(value));
  if (id === undefined && request.query.get('updateOnly') === 'true') throw resourceNotFound();
  const record = addressedRecord(org, object, request, 'Id', field.name);
  const values: FieldValues = { ...record.values, [field.name]: value };
  const results = org.records.upsert(object.name, field.name, [values], singleSave(request, { ...record, values }));
  const [result] = results;
  if (result?.success !== true) return refusal(result?.errors ?? []);
  const body = { id: result.id, success: true, errors: [], created: result.created };
  return result.created ? { ...created(request, object, results), body } : { status: 200, body };
}

/** Several records carry the external id: the platform answers with where they are. */
function multipleChoices(request: ApiRequest, object: SObjectType, ids: readonly string[]): ApiResponse {
  const reached = reachedBy(request.user, object, ids);
  return { status: 300, body: ids.filter((id) => reached.has(id)).map((id) => recordUrl(request.version, object.name, id)) };
}
