import { hasFields, pickFields, type RecordRepresentation } from './records.ts';
import { cachedRecord, onRecordForgotten, storeRecord } from './recordCache.ts';
import { onForgetAll } from './recordWrites.ts';
import { foreseenFields, pageRecord, rememberFields } from '../page/foreseen.ts';
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
    const again = (): Promise<RecordRepresentation> => readRecord(request);
    return coming.answer.then(again, again);
  }
  return new Promise((resolve, reject) => {
    const waiting = waitingByRecord.get(request.recordId) ?? [];
    waiting.push({ request, resolve, reject });
    waitingByRecord.set(request.recordId, waiting);
    if (waiting.length === 1) setTimeout(() => void flush(request.recordId), 0);
  });
}

/**
 * Asks for the page's record before its components are there, with the fields that the last page of such a record asked for:
 * as the platform does, the answer is on its way while scripts are still read. What the user may not read is left out of it.
 * @returns when it was answered; whoever waits for it hears what is wrong
 */
export async function readAhead(): Promise<void> {
  const page = pageRecord();
  const optionalFields = foreseenFields();
  if (page === undefined || optionalFields.length === 0) return;
  const together: RecordRequest = { recordId: page.recordId, fields: [], optionalFields };
  const answer = fetchRecord(together);
  underWay.set(page.recordId, { together, answer });
  await Promise.allSettled([answer]);
  if (underWay.get(page.recordId)?.answer === answer) underWay.delete(page.recordId);
}

async function flush(recordId: string): Promise<void> {
  const waiting = waitingByRecord.get(recordId) ?? [];
  waitingByRecord.delete(recordId);
  const together: RecordRequest = {
    recordId,
    fields: distinct(waiting.flatMap(({ request }) => request.fields)),
    optionalFields: distinct(waiting.flatMap(({ request }) => request.optionalFields)),
  };
  if (recordId === pageRecord()?.recordId) rememberFields([...together.fields, ...together.optionalFields]);
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

/** Whether what is being fetched says all that is wanted; a field that the user may not read is asked for once more. */
function isWithin(wanted: RecordRequest, wider: RecordRequest): boolean {
  const coming = new Set([...wider.fields, ...wider.optionalFields]);
  return [...wanted.fields, ...wanted.optionalFields].every((field) => coming.has(field));
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
