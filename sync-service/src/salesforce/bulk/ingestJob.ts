import { z } from 'zod';
import type { SalesforceClient, Upload } from '../client.ts';
import { OrgUnavailable, RequestRefused } from '../errors.ts';
import { csvRows } from './csv.ts';

/** What an ingest job does with its rows. */
export interface IngestRequest {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  /** For an upsert. */
  readonly externalIdField?: string;
}

const jobReply = z.object({
  id: z.string(),
  state: z.string(),
  numberRecordsProcessed: z.number().default(0),
  numberRecordsFailed: z.number().default(0),
  errorMessage: z.string().optional(),
});

/** How a job stands. States: Open, UploadComplete, InProgress, JobComplete, Failed, Aborted. */
export type IngestJob = z.output<typeof jobReply>;

/** A row the org did not save. */
export interface FailedRow {
  readonly row: Readonly<Record<string, string>>;
  readonly code: string;
  readonly message: string;
}

const call = { kind: 'bulk' };

/** Creates a job that waits for its data. @throws RequestRefused when the org does not take it */
export async function createJob(client: SalesforceClient, { object, operation, externalIdField }: IngestRequest): Promise<IngestJob> {
  const upsert = externalIdField === undefined ? {} : { externalIdFieldName: externalIdField };
  const body = { object, operation, ...upsert, contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  return understood(await client.request('POST', client.path('/jobs/ingest'), body, call));
}

export async function uploadRows(client: SalesforceClient, jobId: string, chunks: Upload['chunks']): Promise<void> {
  await client.upload(client.path(`/jobs/ingest/${jobId}/batches`), { contentType: 'text/csv; charset=UTF-8', chunks }, call);
}

/** Says that the data is complete: from now on the job is worked on. */
export async function startJob(client: SalesforceClient, jobId: string): Promise<void> {
  await changeState(client, jobId, 'UploadComplete');
}

/** Ends a job that is not wanted any more; one that has ended or is gone is left as it is. */
export async function abandonJob(client: SalesforceClient, jobId: string): Promise<void> {
  try {
    await changeState(client, jobId, 'Aborted');
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused)) throw thrown;
  }
}

async function changeState(client: SalesforceClient, jobId: string, state: string): Promise<void> {
  await client.request('PATCH', client.path(`/jobs/ingest/${jobId}`), { state }, call);
}

/** How the job stands; `undefined` when the org does not know it (any more). */
export async function jobState(client: SalesforceClient, jobId: string, signal?: AbortSignal): Promise<IngestJob | undefined> {
  try {
    const options = signal === undefined ? call : { ...call, signal };
    return understood(await client.request('GET', client.path(`/jobs/ingest/${jobId}`), undefined, options));
  } catch (thrown) {
    if (isGone(thrown)) return undefined;
    throw thrown;
  }
}

/** Rows that were refused, each with Salesforce's code, as they come. */
export async function* failedRows(client: SalesforceClient, jobId: string): AsyncGenerator<FailedRow> {
  const chunks = await client.download(client.path(`/jobs/ingest/${jobId}/failedResults`), call);
  for await (const row of csvRows(chunks)) {
    const error = row['sf__Error'] ?? '';
    const [, code = 'UNKNOWN_EXCEPTION', message = error] = /^([A-Z][A-Z0-9_]*):([^]*)$/.exec(error) ?? [];
    yield { row, code, message: withoutFields(message) };
  }
}

const fieldNames = /^(?:[A-Za-z]\w*(?:[ ,]+|$))*$/;

/** A job's results end a message with its fields and two dashes, `Required fields are missing: [Name]:Name --`; a call's do not. */
function withoutFields(message: string): string {
  const ended = message.trimEnd();
  if (!ended.endsWith('--')) return message;
  const words = ended.slice(0, -2).trimEnd();
  const colon = words.lastIndexOf(':');
  return colon >= 0 && fieldNames.test(words.slice(colon + 1)) ? words.slice(0, colon) : words;
}

/** Rows that were saved: the id of each, whether it is new, and what was sent. */
export async function* savedRows(client: SalesforceClient, jobId: string): AsyncGenerator<Readonly<Record<string, string>>> {
  yield* csvRows(await client.download(client.path(`/jobs/ingest/${jobId}/successfulResults`), call));
}

/** True for an answer that says that there is no such job. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof RequestRefused && (thrown.status === 404 || thrown.code === 'NOT_FOUND' || thrown.code === 'INVALIDJOB');
}

/** True once nothing more happens to the job. */
export function hasEnded({ state }: IngestJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

function understood(body: unknown): IngestJob {
  const parsed = jobReply.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new OrgUnavailable('What answers at the address of the org does not answer as Salesforce does. Check the address and any proxy.');
}
