import type { z } from 'zod';
import type { RequestOptions, SalesforceClient } from './client.ts';
import { OrgUnavailable, RequestRefused } from './errors.ts';
import { collectionReply, compositeReply, errorReply, queryReply, type QueriedRecord, type RecordResult } from './replies.ts';

/** Most records of a collection, and most collections (or queries) of a composite request: the platform's limits. */
export const collectionSize = 200;
export const collectionsPerCall = 5;

/** Fields of a record on the wire; a parent may stand as `{ Key__c: ... }` under its relationship's name. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** Up to 200 records of one object, created or upserted together; one that fails does not hold back the others. */
export interface Collection {
  readonly object: string;
  /** With it records are upserted by that field; without it they are created. */
  readonly externalIdField?: string;
  readonly records: readonly WireRecord[];
}

/** One record to be deleted, found by its external id. Up to 20 fit beside five collections. */
export interface Deletion {
  readonly object: string;
  readonly externalIdField: string;
  readonly key: string;
}

/** Most subrequests of a composite request that are no collections, when it has five of those. */
export const deletionsPerCall = 20;

/** What became of the parts of one call: of each record of each collection, and of each deletion. */
export interface CallResults {
  readonly saved: readonly (readonly RecordResult[])[];
  readonly deleted: readonly RecordResult[];
}

interface Subrequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
}

interface Subreply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Sends up to five collections and 20 deletions in one API call; they are done in the order given. Deleting what is not there (any
 * more) counts as done.
 */
export async function sendComposite(
  client: SalesforceClient,
  collections: readonly Collection[],
  deletions: readonly Deletion[] = [],
  options: RequestOptions = {},
): Promise<CallResults> {
  const requests = [
    ...collections.map((collection, index) => saveRequest(client, collection, index)),
    ...deletions.map((deletion, index) => deleteRequest(client, deletion, index)),
  ];
  const replies = await composite(client, requests, { kind: 'composite', ...options });
  return {
    saved: collections.map((collection, index) => recordResults(collection, replies[index])),
    deleted: deletions.map((_deletion, index) => deletionResult(replies[collections.length + index])),
  };
}

function deleteRequest(client: SalesforceClient, { object, externalIdField, key }: Deletion, index: number): Subrequest {
  return {
    method: 'DELETE',
    url: client.path(`/sobjects/${object}/${externalIdField}/${encodeURIComponent(key)}`),
    referenceId: `delete${index}`,
  };
}

function deletionResult(reply: Subreply | undefined): RecordResult {
  if (reply !== undefined && (reply.status < 300 || reply.status === 404)) return { success: true, created: false };
  return refusalOf(reply);
}

function saveRequest(client: SalesforceClient, { object, externalIdField, records }: Collection, index: number): Subrequest {
  const upsertPath = externalIdField === undefined ? '' : `/${object}/${externalIdField}`;
  return {
    method: externalIdField === undefined ? 'POST' : 'PATCH',
    url: client.path(`/composite/sobjects${upsertPath}`),
    referenceId: `save${index}`,
    body: { allOrNone: false, records: records.map((record) => ({ attributes: { type: object }, ...record })) },
  };
}

function recordResults({ records }: Collection, reply: Subreply | undefined): readonly RecordResult[] {
  const results = collectionReply.safeParse(reply?.body);
  if (!results.success || results.data.length !== records.length) {
    // The subrequest as a whole was refused (or answered nonsense, which is asked for again).
    const refusal = refusalOf(reply);
    return records.map(() => refusal);
  }
  return results.data.map((result) => {
    if (result.success) return { success: true, created: result.created };
    const [error] = result.errors;
    return { success: false, code: error?.statusCode ?? 'UNKNOWN_EXCEPTION', message: error?.message ?? 'no reason given' };
  });
}

function refusalOf(reply: Subreply | undefined): { success: false; code: string; message: string } {
  const errors = errorReply.safeParse(reply?.body);
  const [error] = errors.success ? errors.data : [];
  return { success: false, code: error?.errorCode ?? 'UNKNOWN_EXCEPTION', message: error?.message ?? 'the answer was not understood' };
}

/**
 * Runs queries, five to an API call, and reads on where an answer comes in pages.
 * @throws RequestRefused when the org refuses a query
 */
export async function queryAll(client: SalesforceClient, queries: readonly string[]): Promise<readonly QueriedRecord[]> {
  return (await queryEach(client, queries)).flat();
}

/**
 * The same, with the records of each query apart.
 * @throws RequestRefused when the org refuses a query
 */
export async function queryEach(client: SalesforceClient, queries: readonly string[]): Promise<readonly (readonly QueriedRecord[])[]> {
  const answers: (readonly QueriedRecord[])[] = [];
  for (let start = 0; start < queries.length; start += collectionsPerCall) {
    const part = queries.slice(start, start + collectionsPerCall);
    const replies = await composite(
      client,
      part.map((soql, index) => ({
        method: 'GET',
        url: client.path(`/query?q=${encodeURIComponent(soql)}`),
        referenceId: `query${index}`,
      })),
      { kind: 'query' },
    );
    for (const reply of replies) {
      if (reply.status >= 400) throw refusedQuery(reply);
      answers.push(await allPages(client, reply.body));
    }
  }
  return answers;
}

function refusedQuery(reply: Subreply): RequestRefused {
  const { code, message } = refusalOf(reply);
  return new RequestRefused(reply.status, code, message);
}

async function allPages(client: SalesforceClient, body: unknown): Promise<readonly QueriedRecord[]> {
  const records: QueriedRecord[] = [];
  for (let page = understood(queryReply, body); ;) {
    records.push(...page.records);
    if (page.done || page.nextRecordsUrl === undefined) return records;
    page = understood(queryReply, await client.request('GET', page.nextRecordsUrl, undefined, { kind: 'query' }));
  }
}

async function composite(
  client: SalesforceClient,
  subrequests: readonly Subrequest[],
  options: RequestOptions,
): Promise<readonly Subreply[]> {
  const body = await client.request('POST', client.path('/composite'), { allOrNone: false, compositeRequest: subrequests }, options);
  const replies = new Map(understood(compositeReply, body).compositeResponse.map((reply) => [reply.referenceId, reply]));
  return subrequests.map(({ referenceId }) => {
    const reply = replies.get(referenceId);
    return { status: reply?.httpStatusCode ?? 500, body: reply?.body };
  });
}

/** @throws OrgUnavailable when something else than Salesforce answered, such as the page of a proxy or of a maintenance */
function understood<T>(reply: z.ZodType<T>, body: unknown): T {
  const parsed = reply.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new OrgUnavailable(
    'What answers at the address of the org does not answer as Salesforce does. Check SALESFORCE_INSTANCE_URL (or SALESFORCE_LOGIN_URL) and any proxy.',
  );
}
