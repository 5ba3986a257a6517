import type { Org } from '../../org.ts';
import type { SaveResult } from '../../save/types.ts';
import type { SObjectType } from '../../schema/types.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { objectSummary } from '../wire/describeToJson.ts';
import { recordUrl } from '../wire/recordToJson.ts';
import { refusal } from '../wire/resultToJson.ts';
import { recordHeaders, unmetCondition } from './recordState.ts';
import { addressedRecord, idOf, objectNamed, readRecord, recordBody, singleSave } from './shared.ts';

/** `/sobjects/{Object}` and `/sobjects/{Object}/{Id}`: one record at a time. */
export const recordRoutes: readonly Route[] = [
  {
    pattern: 'sobjects/:object',
    methods: {
      GET: ({ org }, request, { object: name = '' }) => {
        const object = objectNamed(org, name);
        return ok({ objectDescribe: objectSummary(object, request.version), recentItems: [] });
      },
      POST: ({ org }, request, { object = '' }) => createRecord(org, request, objectNamed(org, object)),
    },
  },
  {
    // Creating by upsert on a blank id.
    pattern: 'sobjects/:object/Id',
    methods: { POST: ({ org }, request, { object = '' }) => createRecord(org, request, objectNamed(org, object)) },
  },
  {
    pattern: 'sobjects/:object/:id',
    methods: {
      GET: ({ org }, request, { object = '', id = '' }) => getRecord(org, request, objectNamed(org, object), id),
      PATCH: ({ org }, request, { object = '', id = '' }) => updateRecord(org, request, objectNamed(org, object), id),
      DELETE: ({ org }, request, { object = '', id = '' }) => deleteRecord(org, request, objectNamed(org, object), id),
    },
  },
];

function createRecord(org: Org, request: ApiRequest, object: SObjectType): ApiResponse {
  const record = recordBody(org, object, request);
  return created(request, object, org.records.insert(object.name, [record.values], singleSave(request, record)));
}

/** @param text the id as the address has it */
export function getRecord(org: Org, request: ApiRequest, object: SObjectType, text: string): ApiResponse {
  const id = idOf(object, text);
  const unmet = unmetCondition(org, object, id, request);
  return unmet ?? { ...ok(readRecord(org, object, id, request)), headers: recordHeaders(org, object, id, request.user) };
}

export function updateRecord(org: Org, request: ApiRequest, object: SObjectType, text: string): ApiResponse {
  const id = idOf(object, text);
  unmetCondition(org, object, id, request);
  const record = addressedRecord(org, object, request, 'Id');
  const values = { ...record.values, Id: id };
  return changed(org.records.update(object.name, [values], singleSave(request, { ...record, values })));
}

export function deleteRecord(org: Org, request: ApiRequest, object: SObjectType, text: string): ApiResponse {
  const id = idOf(object, text);
  unmetCondition(org, object, id, request);
  return changed(org.records.delete(object.name, [id], { user: request.user, allOrNone: true }));
}

/** 201 with the new id and where the record is, or the refusal. */
export function created({ version }: ApiRequest, object: SObjectType, [result]: readonly SaveResult[]): ApiResponse {
  if (result?.success !== true) return refusal(result?.errors ?? []);
  return {
    status: 201,
    body: { id: result.id, success: true, errors: [] },
    headers: { Location: recordUrl(version, object.name, result.id) },
  };
}

/** 204, or the refusal. */
export function changed([result]: readonly SaveResult[]): ApiResponse {
  return result?.success === true ? { status: 204 } : refusal(result?.errors ?? []);
}
