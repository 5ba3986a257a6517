import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { StubBulk } from './stubBulk.ts';
import { StubRecords, type RecordFault } from './stubRecords.ts';

/** How a whole request goes wrong: an answer of its own, or a cut connection before or after the work is done. */
export type RequestFault =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } | 'cut before' | 'cut after';

/** A stand-in for an org that speaks as much of Salesforce's REST API as this service uses, and fails on request. */
export interface StubOrg {
  readonly url: string;
  readonly records: StubRecords;
  readonly bulk: StubBulk;
  /** True: the user may not use the Bulk API. */
  refuseBulk: boolean;
  /** API requests so far, logins not counted. */
  readonly calls: () => number;
  readonly logins: () => number;
  /** Asked for each API request, the first being 1. */
  failRequests(fault: ((call: number) => RequestFault | undefined) | undefined): void;
  /** Asked for each record that is saved. */
  failRecords(fault: RecordFault | undefined): void;
  /** Tokens granted until now are refused from now on. */
  expireSessions(): void;
  environment(): NodeJS.ProcessEnv;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const client = { id: 'stub-client', secret: 'stub-secret' };
const notThere = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
const expired = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: { readonly records: readonly Record<string, unknown>[] };
}

/** Starts a stub on a free port of this machine. @param latencyMs before each answer */
export async function startStubOrg({ latencyMs = 0 } = {}): Promise<StubOrg> {
  const records = new StubRecords();
  const bulk = new StubBulk(records);
  const tokens = new Set(['00D000000000001!first']);
  let calls = 0;
  let logins = 0;
  let requestFault: ((call: number) => RequestFault | undefined) | undefined;

  async function api(request: IncomingMessage): Promise<Reply | 'cut'> {
    const call = ++calls;
    const fault = requestFault?.(call);
    if (fault === 'cut before') return 'cut';
    if (typeof fault === 'object') return { body: '', ...fault };
    if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return { status: 401, body: expired };
    const body = await text(request);
    if (stub.refuseBulk && request.url?.includes('/jobs/ingest') === true)
      return { status: 403, body: [{ errorCode: 'FEATURENOTENABLED', message: 'Bulk API is not enabled' }] };
    const reply =
      bulk.handle(request.method ?? '', request.url ?? '', body) ?? handle(records, request.method ?? '', request.url ?? '', body);
    return fault === 'cut after' ? 'cut' : reply;
  }

  async function login(request: IncomingMessage): Promise<Reply> {
    const form = new URLSearchParams(await text(request));
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) {
      return { status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } };
    }
    const token = `00D000000000001!login${++logins}`;
    tokens.add(token);
    return { status: 200, body: { access_token: token, instance_url: url, token_type: 'Bearer' } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await delay(latencyMs);
    const reply = await (request.url?.startsWith('/services/oauth2/token') ? login(request) : api(request));
    if (reply === 'cut') response.destroy();
    else send(response, reply);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const stub: StubOrg = {
    url,
    records,
    bulk,
    refuseBulk: false,
    calls: () => calls,
    logins: () => logins,
    failRequests: (fault) => (requestFault = fault),
    failRecords: (fault) => (records.fault = fault),
    expireSessions: () => tokens.clear(),
    environment: () => ({
      SALESFORCE_LOGIN_URL: url,
      SALESFORCE_INSTANCE_URL: url,
      SALESFORCE_ACCESS_TOKEN: '00D000000000001!first',
      SALESFORCE_CLIENT_ID: client.id,
      SALESFORCE_CLIENT_SECRET: client.secret,
      CUSTOMER_PULSE_RETRY_BASE_MS: '1',
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', 'sforce-limit-info': 'api-usage=1/100000', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function handle(records: StubRecords, method: string, url: string, body: string): Reply {
  if (method === 'POST' && url.endsWith('/composite')) {
    const { compositeRequest } = JSON.parse(body) as { compositeRequest: readonly Subrequest[] };
    const collections = compositeRequest.filter(
      (subrequest) => subrequest.url.includes('/composite/sobjects') || subrequest.url.includes('/query'),
    );
    if (collections.length > 5) return { status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED', message: 'too many collections' }] };
    return { status: 200, body: { compositeResponse: compositeRequest.map((subrequest) => composite(records, subrequest)) } };
  }
  const described = /\/sobjects\/(\w+)\/describe$/.exec(url)?.[1];
  if (described !== undefined) return { status: 200, body: { name: described, fields: records.fields } };
  return { status: 404, body: notThere };
}

function composite(records: StubRecords, { method, url, referenceId, body }: Subrequest): unknown {
  const reply = (httpStatusCode: number, replyBody: unknown): unknown => ({
    referenceId,
    httpStatusCode,
    httpHeaders: {},
    body: replyBody,
  });
  const query = /\/query\?q=(.*)$/.exec(url)?.[1];
  if (query !== undefined) {
    const answer = records.query(decodeURIComponent(query));
    // A test that wants a refusal answers with its list of errors.
    return reply(Array.isArray(answer) ? 400 : 200, answer);
  }
  if ((body?.records.length ?? 0) > 200) return reply(400, [{ errorCode: 'EXCEEDED_ID_LIMIT', message: 'record limit reached' }]);
  const [, object = '', key = ''] = /\/sobjects\/(\w+)\/\w+\/([^/]+)$/.exec(url) ?? [];
  if (method === 'DELETE' && records.refuseDeletion !== undefined)
    return reply(400, [{ errorCode: records.refuseDeletion, message: 'held by others' }]);
  if (method === 'DELETE') return records.delete(object, decodeURIComponent(key)) ? reply(204, null) : reply(404, notThere);
  const unreadable = records.fields.find(
    ({ name, type }) => type === 'double' && body?.records.some((record) => typeof record[name] === 'string'),
  );
  if (unreadable !== undefined)
    return reply(400, [{ errorCode: 'JSON_PARSER_ERROR', message: `Cannot deserialize instance of double for ${unreadable.name}` }]);
  const upsert = /\/composite\/sobjects\/(\w+)\/(\w+)$/.exec(url);
  if (method === 'PATCH' && upsert)
    return reply(
      200,
      (body?.records ?? []).map((record) => records.upsert(upsert[2] ?? '', record)),
    );
  return reply(
    200,
    (body?.records ?? []).map((record) => records.create(record)),
  );
}
