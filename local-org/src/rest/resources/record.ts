import type { SaveResult } from '../../save/types.ts';
import { ok, type ApiResponse } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { refusal } from '../wire/resultToJson.ts';
import { objectSummary } from '../wire/describeToJson.ts';
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
      POST: ({ org }, request, { object: name = '' }) => {
        const object = objectNamed(org, name);
        const record = recordBody(org, object, request);
        return created(org.records.insert(object.name, [record.values], singleSave(request, record)));
      },
    },
  },
  {
    pattern: 'sobjects/:object/:id',
    methods: {
      GET: ({ org }, request, { object: name = '', id = '' }) => {
        const object = objectNamed(org, name);
        return ok(readRecord(org, object, idOf(object, id), request));
      },
      PATCH: ({ org }, request, { object: name = '', id = '' }) => {
        const object = objectNamed(org, name);
        const record = addressedRecord(org, object, request, 'Id');
        const values = { ...record.values, Id: idOf(object, id) };
        return changed(org.records.update(object.name, [values], singleSave(request, { ...record, values })));
      },
      DELETE: ({ org }, request, { object: name = '', id = '' }) => {
        const object = objectNamed(org, name);
        return changed(org.records.delete(object.name, [idOf(object, id)], { user: request.user, allOrNone: true }));
      },
    },
  },
];

/** 201 with the new id, or the refusal. */
export function created([result]: readonly SaveResult[]): ApiResponse {
  if (result?.success !== true) return refusal(result?.errors ?? []);
  return { status: 201, body: { id: result.id, success: true, errors: [] } };
}

/** 204, or the refusal. */
export function changed([result]: readonly SaveResult[]): ApiResponse {
  return result?.success === true ? { status: 204 } : refusal(result?.errors ?? []);
}
