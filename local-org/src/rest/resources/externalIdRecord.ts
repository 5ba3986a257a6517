import type { FieldValues } from '../../schema/types.ts';
import { normalisedKey } from '../../storage/recordStore.ts';
import type { Org } from '../../org.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Parameters, Route } from '../route.ts';
import { valueFromJson } from '../wire/recordFromJson.ts';
import { recordUrl } from '../wire/recordToJson.ts';
import { refusal, resourceNotFound } from '../wire/resultToJson.ts';
import { changed, created } from './record.ts';
import { addressedRecord, externalIdField, objectNamed, readRecord, singleSave } from './shared.ts';

/** `/sobjects/{Object}/{ExternalIdField}/{value}`: read, upsert and delete by external id. */
export const externalIdRoutes: readonly Route[] = [
  {
    pattern: 'sobjects/:object/:field/:value',
    methods: {
      GET: ({ org }, request, parameters) => {
        const { object, ids } = find(org, parameters);
        if (ids.length > 1) return multipleChoices(request, object.name, ids);
        const [id] = ids;
        if (id === undefined) throw resourceNotFound();
        return ok(readRecord(org, object, id, request));
      },
      PATCH: ({ org }, request, parameters) => upsert(org, request, parameters),
      POST: ({ org }, request, parameters) => upsert(org, request, parameters),
      DELETE: ({ org }, request, parameters) => {
        const { object, ids } = find(org, parameters);
        if (ids.length > 1) return multipleChoices(request, object.name, ids);
        const [id] = ids;
        if (id === undefined) throw resourceNotFound();
        return changed(org.records.delete(object.name, [id], { user: request.user, allOrNone: true }));
      },
    },
  },
];

function find(org: Org, { object: name = '', field: fieldName = '', value: text = '' }: Parameters) {
  const object = objectNamed(org, name);
  const field = externalIdField(object, fieldName);
  const value = valueFromJson(field, text, field.name);
  return { object, field, value, ids: org.store.findBy(object, field, [value]).get(normalisedKey(field, value)) ?? [] };
}

function upsert(org: Org, request: ApiRequest, parameters: Parameters): ApiResponse {
  const { object, field, value, ids } = find(org, parameters);
  if (ids.length > 1) return multipleChoices(request, object.name, ids);
  const record = addressedRecord(org, object, request, 'Id', field.name);
  const values: FieldValues = { ...record.values, [field.name]: value };
  const results = org.records.upsert(object.name, field.name, [values], singleSave(request, { ...record, values }));
  const [result] = results;
  if (result?.success !== true) return refusal(result?.errors ?? []);
  const answer = created(results);
  return { status: result.created ? 201 : 200, body: { ...Object(answer.body), created: result.created } };
}

/** Several records carry the external id: the platform answers with where they are. */
function multipleChoices(request: ApiRequest, objectName: string, ids: readonly string[]): ApiResponse {
  return { status: 300, body: ids.map((id) => recordUrl(request.version, objectName, id)) };
}
