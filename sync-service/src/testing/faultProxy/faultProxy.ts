import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { BulkJobs } from './bulkJobs.ts';
import { forward, jsonReply, refusal, type ProxiedReply, type ProxiedRequest } from './exchange.ts';
import type { Fault, FaultPlan, Poison, SeenRequest } from './faults.ts';
import { collectionWithout, compositeWithout, type RecordJudge } from './refusedRecords.ts';
import { requestKind } from './requestKind.ts';

/** The proxy's own address that tells how many requests there were, for other processes. */
export const countPath = '/-/calls';

/** Stands between the service and an org, and lets go wrong what a plan says. */
export interface FaultProxy {
  readonly url: string;
  /** Requests so far, log-ins not counted. */
  readonly calls: () => number;
  /** How often each kind of fault was played. */
  readonly played: () => ReadonlyMap<Fault['kind'], number>;
  /** Faults from now on; undefined lets everything pass. */
  follow(plan: FaultPlan | undefined): void;
  /** Records that are refused from now on. */
  poison(values: Poison): void;
  /** Told of each request once the org has done it and before its reply goes out. */
  onDone(listener: ((request: SeenRequest) => void) | undefined): void;
  readonly close: () => Promise<void>;
}

export interface FaultProxyOptions {
  /** Milliseconds before each reply. */
  readonly latencyMs?: number;
  /** Chance for what a fault leaves open: which records of a request are refused. 0 to 1. */
  readonly random?: () => number;
}

/** @param org origin of the org, e.g. http://127.0.0.1:8080 */
export async function startFaultProxy(org: string, { latencyMs = 0, random = Math.random }: FaultProxyOptions = {}): Promise<FaultProxy> {
  const jobs = new BulkJobs();
  const endedSessions = new Set<string>();
  const played = new Map<Fault['kind'], number>();
  let plan: FaultPlan | undefined;
  let poison: Poison = new Map();
  let onDone: ((request: SeenRequest) => void) | undefined;
  let calls = 0;

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.url === countPath) return void outgoing.end(String(calls));
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body: await buffer(incoming) };
    const kind = requestKind(request.method, request.path);
    const number = kind === 'login' ? calls : ++calls;
    const seen = { number, kind, method: request.method, path: request.path };
    const fault = plan?.(seen);
    if (fault !== undefined) played.set(fault.kind, (played.get(fault.kind) ?? 0) + 1);
    await delay(latencyMs);
    if (fault?.kind === 'cut' && fault.when === 'before') return void outgoing.destroy();
    const reply = refusedWhole(request, fault) ?? (await done(seen, request, fault));
    await send(outgoing, reply, fault);
  }

  function refusedWhole({ headers }: ProxiedRequest, fault: Fault | undefined): ProxiedReply | undefined {
    const session = headers.authorization ?? '';
    if (fault?.kind === 'expired' && session !== '') endedSessions.add(session);
    if (endedSessions.has(session)) return refusal(401, 'INVALID_SESSION_ID');
    if (fault?.kind !== 'refused') return undefined;
    const later = fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
    return refusal(fault.status, fault.code, later);
  }

  async function done(seen: SeenRequest, request: ProxiedRequest, fault: Fault | undefined): Promise<ProxiedReply> {
    const reply = await throughJobs(seen, request, fault);
    onDone?.(seen);
    return seen.kind === 'login' ? withOwnAddress(reply) : reply;
  }

  async function throughJobs(seen: SeenRequest, request: ProxiedRequest, fault: Fault | undefined): Promise<ProxiedReply> {
    const own = jobs.ownReply(seen.kind, request);
    if (own !== undefined) return own;
    const closes = seen.kind === 'close job';
    if (closes && fault?.kind === 'job fails') jobs.end(request.path, 'failed');
    if (closes && fault?.kind === 'vanish' && fault.when === 'before') jobs.end(request.path, 'vanished');
    if (closes && (fault?.kind === 'job fails' || (fault?.kind === 'vanish' && fault.when === 'before'))) {
      return jsonReply(200, { state: 'UploadComplete', contentType: 'CSV', id: /\/ingest\/(\w+)/.exec(request.path)?.[1] });
    }
    const reply = jobs.completed(seen.kind, request, await withoutRefusedRecords(seen, request, fault));
    if (closes && fault?.kind === 'vanish') jobs.end(request.path, 'vanished');
    return reply;
  }

  function withoutRefusedRecords(seen: SeenRequest, request: ProxiedRequest, fault: Fault | undefined): Promise<ProxiedReply> {
    const onward = (changed: ProxiedRequest): Promise<ProxiedReply> => forward(org, changed);
    const judge = judgeFor(fault);
    if (seen.kind === 'upload') return jobs.upload(judge, request, onward);
    if (judge === undefined) return onward(request);
    if (seen.kind === 'composite') return compositeWithout(judge, request, onward);
    if (seen.kind === 'collections') return collectionWithout(judge, request, onward);
    return onward(request);
  }

  function judgeFor(fault: Fault | undefined): RecordJudge | undefined {
    if (poison.size === 0 && fault?.kind !== 'partial') return undefined;
    return (record) => poisonIn(record, poison) ?? (fault?.kind === 'partial' && random() < fault.share ? fault.code : undefined);
  }

  function withOwnAddress(reply: ProxiedReply): ProxiedReply {
    if (reply.status !== 200) return reply;
    const body = reply.body.toString('utf8').replaceAll(org, url);
    const token = /"access_token"\s*:\s*"([^"]+)"/.exec(body)?.[1];
    if (token !== undefined) endedSessions.delete(`Bearer ${token}`);
    return { ...reply, body: Buffer.from(body) };
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url,
    calls: () => calls,
    played: () => played,
    follow: (next) => (plan = next),
    poison: (values) => (poison = values),
    onDone: (listener) => (onDone = listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function poisonIn(record: unknown, poison: Poison): string | undefined {
  if (poison.size === 0 || typeof record !== 'object' || record === null) return undefined;
  for (const value of Object.values(record)) {
    const code = typeof value === 'string' ? poison.get(value) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Sends a reply whole, drop by drop, cut in its middle, or not at all. */
async function send(outgoing: ServerResponse, { status, headers, body }: ProxiedReply, fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'cut' && fault.when === 'after') return void outgoing.destroy();
  outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  if (fault?.kind === 'cut') {
    outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => outgoing.destroy());
    return;
  }
  if (fault?.kind === 'slow') {
    const drops = 10;
    for (let drop = 0; drop < drops; drop++) {
      outgoing.write(body.subarray(Math.floor((body.length * drop) / drops), Math.floor((body.length * (drop + 1)) / drops)));
      await delay(fault.milliseconds / drops);
    }
    outgoing.end();
    return;
  }
  outgoing.end(body);
}
