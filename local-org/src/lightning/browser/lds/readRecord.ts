import { hasFields, pickFields, type RecordRepresentation } from './records.ts';
import { cachedRecord, onRecordForgotten, storeRecord } from './recordCache.ts';
import { onForgetAll } from './recordWrites.ts';
import { queryString, uiApiRequest } from './uiApiRequest.ts';

/** Which fields of a record somebody wants, qualified: `Account.Name`. */
export interface RecordRequest {
  readonly recordId: string;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

interface Waiting {
  readonly request: RecordRequest;
  readonly resolve: (record: RecordRepresentation) => void;
  readonly reject: (error: unknown) => void;
}

const waitingByRecord = new Map<string, Waiting[]>();

/** What is being fetched of each record: whoever needs no more than that waits for it. */
const underWay = new Map<string, { readonly together: RecordRequest; readonly answer: Promise<RecordRepresentation> }>();

/**
 * Reads fields of a record, from the cache when all of them are there.
 * Components that ask for the same record at the same moment share one request,
 * as they do on the platform; only when that fails does each ask alone, so that
 * one component's wrong field does not take the others down.
 * @throws FetchError
 */
export function readRecord(request: RecordRequest): Promise<RecordRepresentation> {
  const cached = fromCache(request);
  if (cached !== undefined) return Promise.resolve(cached);
  const coming = underWay.get(request.recordId);
  if (coming !== undefined && isWithin(request, coming.together)) {
    return coming.answer.then(
      (record) => picked(record, request),
      () => readRecord(request),
    );
  }
  return new Promise((resolve, reject) => {
    const waiting = waitingByRecord.get(request.recordId) ?? [];
    waiting.push({ request, resolve, reject });
    waitingByRecord.set(request.recordId, waiting);
    if (waiting.length === 1) setTimeout(() => void flush(request.recordId), 0);
  });
}

async function flush(recordId: string): Promise<void> {
  const waiting = waitingByRecord.get(recordId) ?? [];
  waitingByRecord.delete(recordId);
  const together: RecordRequest = {
    recordId,
    fields: distinct(waiting.flatMap(({ request }) => request.fields)),
    optionalFields: distinct(waiting.flatMap(({ request }) => request.optionalFields)),
  };
  const answer = fetchRecord(together);
  underWay.set(recordId, { together, answer });
  try {
    const record = await answer;
    for (const { request, resolve } of waiting) resolve(picked(record, request));
  } catch (error) {
    for (const one of waiting) {
      if (waiting.length === 1) one.reject(error);
      else fetchRecord(one.request).then((record) => one.resolve(picked(record, one.request)), one.reject);
    }
  } finally {
    if (underWay.get(recordId)?.answer === answer) underWay.delete(recordId);
  }
}

function isWithin({ fields, optionalFields }: RecordRequest, wider: RecordRequest): boolean {
  return includesAll(wider.fields, fields) && includesAll([...wider.fields, ...wider.optionalFields], optionalFields);
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}

async function fetchRecord({ recordId, fields, optionalFields }: RecordRequest): Promise<RecordRepresentation> {
  const path = `/ui-api/records/${encodeURIComponent(recordId)}${queryString({ fields, optionalFields })}`;
  const record = (await uiApiRequest({ method: 'GET', path })) as RecordRepresentation;
  storeRecord(record, [...fields, ...optionalFields]);
  return record;
}

function fromCache(request: RecordRequest): RecordRepresentation | undefined {
  const cached = cachedRecord(request.recordId);
  if (cached === undefined || !hasFields(cached.record, request.fields)) return undefined;
  const unknown = request.optionalFields.filter((field) => !cached.asked.has(field));
  return hasFields(cached.record, unknown) ? picked(cached.record, request) : undefined;
}

function picked(record: RecordRepresentation, { fields, optionalFields }: RecordRequest): RecordRepresentation {
  return pickFields(record, [...fields, ...optionalFields]);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

onRecordForgotten((id) => underWay.delete(id));
onForgetAll(() => underWay.clear());
