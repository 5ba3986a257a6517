import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { SaveOptions, SaveResult } from '../../save/types.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse, type JsonObject } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { recordFromJson, type RecordFromJson } from '../wire/recordFromJson.ts';
import { collectionEntry } from '../wire/resultToJson.ts';
import { externalIdField, jsonBody, objectNamed, parserError, readRecords } from './shared.ts';

/** Records a call may carry, and how many runs of different objects they may form. */
const mostRecords = 200;
const mostChunks = 10;

/** `/composite/sobjects`: up to 200 records a call, answered in order. */
export const collectionRoutes: readonly Route[] = [
  {
    pattern: 'composite/sobjects',
    methods: {
      POST: ({ org }, request) =>
        saveChunks(org, request, { withId: false }, (object, records, options) => org.records.insert(object, records, options)),
      PATCH: ({ org }, request) =>
        saveChunks(org, request, { withId: true }, (object, records, options) => org.records.update(object, records, options)),
      DELETE: ({ org }, request) => deleteRecords(org, request),
    },
  },
  {
    pattern: 'composite/sobjects/:object',
    methods: {
      GET: ({ org }, request, { object = '' }) =>
        retrieve(org, request, object, listOf(request.query.get('ids')), listOf(request.query.get('fields'))),
      POST: ({ org }, request, { object = '' }) => {
        const { ids, fields } = jsonBody(request);
        return retrieve(org, request, object, texts(ids), texts(fields));
      },
    },
  },
  { pattern: 'composite/sobjects/:object/:field', methods: { PATCH: ({ org }, request, parameters) => upsert(org, request, parameters) } },
];

type Save = (objectName: string, records: readonly FieldValues[], options: SaveOptions) => readonly SaveResult[];

interface TypedRecord {
  readonly object: SObjectType;
  readonly record: RecordFromJson;
}

function saveChunks(org: Org, request: ApiRequest, { withId }: { withId: boolean }, save: Save): ApiResponse {
  const { records, allOrNone } = collectionBody(request);
  const typed = records.map((json) => typedRecord(org, json, withId));
  const results = inChunks(org, request, typed, allOrNone, save);
  return ok(results.map((result) => collectionEntry(result, { withCreated: false })));
}

function upsert(
  org: Org,
  request: ApiRequest,
  { object: name = '', field: fieldName = '' }: Readonly<Record<string, string>>,
): ApiResponse {
  const object = objectNamed(org, name);
  const field = externalIdField(object, fieldName);
  const { records, allOrNone } = collectionBody(request);
  const typed = records.map((json): TypedRecord => {
    const given = typedRecord(org, json, true);
    if (given.object !== object) throw new SalesforceError('INVALID_TYPE', `attributes.type must be ${object.name}`);
    return given;
  });
  const results = inChunks(org, request, typed, allOrNone, (_object, values, options) =>
    org.records.upsert(object.name, field.name, values, options),
  );
  return ok(results.map((result) => collectionEntry(result, { withCreated: true })));
}

function collectionBody(request: ApiRequest): { records: readonly JsonObject[]; allOrNone: boolean } {
  const { records, allOrNone = false } = jsonBody(request);
  if (!Array.isArray(records)) throw parserError("Unable to parse input: the collection request needs an array 'records'");
  if (typeof allOrNone !== 'boolean') throw parserError("'allOrNone' must be true or false");
  refuseTooMany(records.length);
  return {
    allOrNone,
    records: records.map((record: unknown) => {
      if (!isJsonObject(record)) throw parserError('Each of the records must be a JSON object');
      return record;
    }),
  };
}

function refuseTooMany(count: number): void {
  if (count > mostRecords) {
    throw new SalesforceError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${mostRecords} records into this call`);
  }
}

function typedRecord(org: Org, json: JsonObject, withId: boolean): TypedRecord {
  const { attributes } = json;
  const type = isJsonObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw new SalesforceError('INVALID_INPUT', 'No type specified for the record: attributes.type is required');
  const object = org.schema.object(type);
  if (object === undefined) throw new SalesforceError('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  // `id` and `Id` both name the record.
  const { id, ...others } = json;
  const record = recordFromJson(org.schema, object, withId && id !== undefined ? { ...others, Id: id } : json);
  return { object, record };
}

/** Runs of records of one object, each saved as a batch, in the order of the request. */
function inChunks(org: Org, request: ApiRequest, typed: readonly TypedRecord[], allOrNone: boolean, save: Save): readonly SaveResult[] {
  const chunks: TypedRecord[][] = [];
  for (const record of typed) {
    const last = chunks.at(-1);
    if (last?.[0]?.object === record.object) last.push(record);
    else chunks.push([record]);
  }
  if (chunks.length > mostChunks) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The request has ${chunks.length} runs of different objects; at most ${mostChunks} are allowed`,
    );
  }
  return saveAll(org, allOrNone, chunks, (chunk) => {
    const [first] = chunk;
    if (first === undefined) return [];
    const foreignKeys = new Map(chunk.map(({ record }) => [record.values, record.foreignKeys] as const));
    return save(
      first.object.name,
      chunk.map(({ record }) => record.values),
      { user: request.user, allOrNone, foreignKeys },
    );
  });
}

class Undo extends Error {}

/** All chunks of a request; with allOrNone in one transaction that one failure undoes. */
function saveAll<Chunk extends readonly unknown[]>(
  org: Org,
  allOrNone: boolean,
  chunks: readonly Chunk[],
  save: (chunk: Chunk) => readonly SaveResult[],
): readonly SaveResult[] {
  if (!allOrNone || chunks.length < 2) return chunks.flatMap(save);
  const results: SaveResult[] = [];
  try {
    return org.database.transaction(() => {
      for (const chunk of chunks) {
        results.push(...save(chunk));
        if (results.some((result) => !result.success)) throw new Undo();
      }
      return results;
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return chunks.flat().map((_record, place) => {
      const result = results[place];
      return result?.success === false ? result : rolledBack;
    });
  }
}

const rolledBack: SaveResult = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

function deleteRecords(org: Org, request: ApiRequest): ApiResponse {
  const ids = listOf(request.query.get('ids'));
  const allOrNone = request.query.get('allOrNone') === 'true';
  refuseTooMany(ids.length);
  const chunks: { object: string; id: string }[][] = [];
  for (const text of ids) {
    const id = normaliseId(text);
    const object = id === undefined ? undefined : org.schema.objectOfId(id);
    if (id === undefined || object === undefined) throw new SalesforceError('MALFORMED_ID', `malformed id ${text}`);
    const last = chunks.at(-1);
    if (last?.[0]?.object === object.name) last.push({ object: object.name, id });
    else chunks.push([{ object: object.name, id }]);
  }
  const results = saveAll(org, allOrNone, chunks, (chunk) =>
    org.records.delete(
      chunk[0]?.object ?? '',
      chunk.map(({ id }) => id),
      { user: request.user, allOrNone },
    ),
  );
  return ok(results.map((result) => collectionEntry(result, { withCreated: false })));
}

function retrieve(org: Org, request: ApiRequest, name: string, ids: readonly string[], fields: readonly string[]): ApiResponse {
  const object = objectNamed(org, name);
  if (fields.length === 0) throw new SalesforceError('MISSING_ARGUMENT', 'The fields parameter is required');
  if (ids.length > 2000) refuseTooMany(ids.length);
  const full = ids.map((id) => {
    const known = normaliseId(id);
    if (known === undefined) throw new SalesforceError('MALFORMED_ID', `malformed id ${id}`);
    return known;
  });
  return ok(readRecords(org, object, full, fields, request));
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
