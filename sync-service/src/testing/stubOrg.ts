import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { StubRecords, type RecordFault } from './stubRecords.ts';

/** How a whole request goes wrong: an answer of its own, or a cut connection before or after the work is done. */
export type RequestFault =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } | 'cut before' | 'cut after';

/** A stand-in for an org that speaks as much of Salesforce's REST API as this service uses, and fails on request. */
export interface StubOrg {
  readonly url: string;
  readonly records: StubRecords;
  /** API requests so far, logins not counted. */
  readonly calls: () => number;
  readonly logins: () => number;
  /** Asked for each API request, the first being 1. */
  failRequests(fault: ((call: number) => RequestFault | undefined) | undefined): void;
  /** Asked for each record that is saved. */
  failRecords(fault: RecordFault | undefined): void;
  /** Tokens granted until now are refused from now on. */
  expireSessions(): void;
  /** Called after each answered request. */
  onAnswered(listener: (call: number) => void): void;
  environment(): NodeJS.ProcessEnv;
  close(): Promise<void>;
}

const client = { id: 'stub-client', secret: 'stub-secret' };
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
  const tokens = new Set(['00D000000000001!first']);
  let calls = 0;
  let logins = 0;
  let requestFault: ((call: number) => RequestFault | undefined) | undefined;
  let answered: (call: number) => void = () => undefined;

  async function api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = ++calls;
    const fault = requestFault?.(call);
    if (fault === 'cut before') return void response.destroy();
    if (typeof fault === 'object') return send(response, fault.status, fault.body ?? '', fault.headers);
    if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return send(response, 401, expired);
    const result = handle(records, request.method ?? '', request.url ?? '', await text(request));
    if (fault === 'cut after') return void response.destroy();
    send(response, result.status, result.body);
    answered(call);
  }

  async function login(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) {
      return send(response, 400, { error: 'invalid_client', error_description: 'invalid client credentials' });
    }
    const token = `00D000000000001!login${++logins}`;
    tokens.add(token);
    send(response, 200, { access_token: token, instance_url: url, token_type: 'Bearer' });
  }

  const server = createServer((request, response) => {
    const answer = request.url?.startsWith('/services/oauth2/token') ? login : api;
    setTimeout(
      () => answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined)),
      latencyMs,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    records,
    calls: () => calls,
    logins: () => logins,
    failRequests: (fault) => (requestFault = fault),
    failRecords: (fault) => (records.fault = fault),
    expireSessions: () => tokens.clear(),
    onAnswered: (listener) => (answered = listener),
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
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', 'sforce-limit-info': 'api-usage=1/100000', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function handle(records: StubRecords, method: string, url: string, body: string): { status: number; body: unknown } {
  if (method === 'POST' && url.endsWith('/composite')) {
    const { compositeRequest } = JSON.parse(body) as { compositeRequest: readonly Subrequest[] };
    const collections = compositeRequest.filter(
      (subrequest) => subrequest.url.includes('/composite/sobjects') || subrequest.url.includes('/query'),
    );
    if (collections.length > 5) return { status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED', message: 'too many collections' }] };
    return { status: 200, body: { compositeResponse: compositeRequest.map((subrequest) => composite(records, subrequest)) } };
  }
  return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
}

function composite(records: StubRecords, { method, url, referenceId, body }: Subrequest): unknown {
  const reply = (httpStatusCode: number, replyBody: unknown): unknown => ({
    referenceId,
    httpStatusCode,
    httpHeaders: {},
    body: replyBody,
  });
  const query = /\/query\?q=(.*)$/.exec(url)?.[1];
  if (query !== undefined) return reply(200, records.query(decodeURIComponent(query)));
  if ((body?.records.length ?? 0) > 200) return reply(400, [{ errorCode: 'EXCEEDED_ID_LIMIT', message: 'record limit reached' }]);
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
