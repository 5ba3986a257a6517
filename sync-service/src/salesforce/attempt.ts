import type { Connection } from 'jsforce/lib/connection.js';
import { HttpApi } from 'jsforce/lib/http-api.js';
import { z } from 'zod';
import { asError, systemCode } from '../errors.ts';
import { reactionToRequest, type Reaction } from './errorReactions.ts';
import { HttpTransport, type HttpResponse } from './httpTransport.ts';
import type { ApiUsage } from './pacing.ts';
import type { Session } from './session.ts';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One request to the org. */
export interface OrgRequest {
  readonly method: HttpMethod;
  /** From `/services` on. */
  readonly path: string;
  readonly body?: unknown;
}

/** What a try of a request came to. */
export type Attempt<Body> =
  | {
      readonly kind: 'answered';
      readonly body: Body;
      readonly usage: ApiUsage | undefined;
      /** The reply's Date header. */
      readonly date?: string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly code: string;
      readonly message: string;
      readonly reaction: Reaction;
      readonly usage: ApiUsage | undefined;
    }
  | { readonly kind: 'lost'; readonly reason: string; readonly notThere: boolean };

/** The reason of a request that was lost after minutes. */
export const noAnswerInTime = 'no answer in time';

/** A JSON request through jsforce. */
export async function tryJson(session: Session, request: OrgRequest, timeoutMs: number): Promise<Attempt<unknown>> {
  let answered: HttpResponse | undefined;
  const transport = new HttpTransport(timeoutMs, (response) => (answered = response));
  const { method, path, body } = request;
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  try {
    const api = new HttpApi(asConnection(session), { transport });
    const reply: unknown = await api.request({ method, url: `${session.instanceUrl}${path}`, ...json });
    return { kind: 'answered', body: reply, usage: usageOf(answered?.headers['sforce-limit-info']), date: answered?.headers['date'] };
  } catch (thrown) {
    if (answered === undefined) return lost(thrown);
    const error = asError(thrown);
    const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : `ERROR_HTTP_${answered.statusCode}`;
    return refused(answered.statusCode, code, error.message, answered.headers);
  }
}

/**
 * What jsforce's `HttpApi` reads of a connection. The whole class brings every API of jsforce along: 26 MB of memory for code that is
 * never run.
 */
function asConnection({ accessToken, instanceUrl }: Session): Connection {
  return { accessToken, instanceUrl } as unknown as Connection;
}

/** What is sent as a stream; made anew for each try. */
export interface Upload {
  readonly contentType: string;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** Sends a stream of text, such as the CSV of a bulk job, without holding it in memory. @throws what ends the chunks early */
export async function tryUpload(session: Session, path: string, upload: Upload, timeoutMs: number): Promise<Attempt<undefined>> {
  let own: { readonly thrown: unknown } | undefined;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* upload.chunks();
    } catch (thrown) {
      own = { thrown };
      throw thrown;
    }
  };
  try {
    const response = await fetch(`${session.instanceUrl}${path}`, {
      method: 'PUT',
      headers: { ...bearer(session), 'content-type': upload.contentType },
      body: ReadableStream.from(chunks()),
      duplex: 'half',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (!response.ok) return refusedText(response, text);
    return { kind: 'answered', body: undefined, usage: usageOf(response.headers.get('sforce-limit-info') ?? undefined) };
  } catch (thrown) {
    // Not the connection's fault: sending it again would end the same way.
    if (own !== undefined) throw own.thrown;
    return lost(thrown);
  }
}

/** Asks for something that may be long, such as the results of a bulk job; the body is read as it comes. */
export async function tryDownload(session: Session, path: string, timeoutMs: number): Promise<Attempt<AsyncIterable<Uint8Array>>> {
  try {
    const response = await fetch(`${session.instanceUrl}${path}`, {
      headers: { ...bearer(session), accept: 'text/csv' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return refusedText(response, await response.text());
    const usage = usageOf(response.headers.get('sforce-limit-info') ?? undefined);
    return { kind: 'answered', body: response.body ?? ReadableStream.from<Uint8Array>([]), usage };
  } catch (thrown) {
    return lost(thrown);
  }
}

function bearer(session: Session): { authorization: string } {
  return { authorization: `Bearer ${session.accessToken}` };
}

const refusals = z.array(z.object({ errorCode: z.string(), message: z.string().default('') })).min(1);

function refusedText(response: Response, text: string): Attempt<never> {
  const [first] = refusals.safeParse(parsed(text)).data ?? [];
  const code = first?.errorCode ?? `ERROR_HTTP_${response.status}`;
  return refused(response.status, code, first?.message ?? '', Object.fromEntries(response.headers));
}

function refused(status: number, code: string, message: string, headers: Readonly<Record<string, string>>): Attempt<never> {
  return {
    kind: 'refused',
    status,
    retryAfter: headers['retry-after'],
    code,
    message,
    reaction: reactionToRequest(status, code, message),
    usage: usageOf(headers['sforce-limit-info']),
  };
}

function lost(thrown: unknown): Attempt<never> {
  const error = asError(thrown);
  const reason = systemCode(error) ?? (error.name === 'TimeoutError' ? noAnswerInTime : asError(error.cause ?? error).message);
  return { kind: 'lost', reason, notThere: ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(reason) };
}

/** `api-usage=18/15000`; other counts may stand beside it. */
export function usageOf(header: string | undefined): ApiUsage | undefined {
  const found = /api-usage=(\d+)\/(\d+)/.exec(header ?? '');
  return found === null ? undefined : { used: Number(found[1]), limit: Number(found[2]) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
