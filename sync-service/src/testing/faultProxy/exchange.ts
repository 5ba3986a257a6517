import { Agent, request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as the proxy has read it. */
export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ProxiedReply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true });

/** Headers that belong to one connection, or that the proxy sets itself. */
const ownHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'accept-encoding'];

/** Hands a request to the org behind the proxy and reads its whole reply. */
export function forward(origin: string, { method, path, headers, body }: ProxiedRequest): Promise<ProxiedReply> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${origin}${path}`, { agent, method, headers: { ...passedOn(headers), 'content-length': body.length } });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      buffer(incoming).then(
        (replyBody) => resolve({ status: incoming.statusCode ?? 502, headers: passedOn(incoming.headers), body: replyBody }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

/** A reply in Salesforce's shape for a request that is refused as a whole. */
export function refusal(status: number, code: string, more: OutgoingHttpHeaders = {}): ProxiedReply {
  const message = code === 'INVALID_SESSION_ID' ? 'Session expired or invalid' : `${code}: by the fault proxy`;
  return jsonReply(status, [{ errorCode: code, message }], more);
}

export function jsonReply(status: number, body: unknown, more: OutgoingHttpHeaders = {}): ProxiedReply {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...more }, body: Buffer.from(JSON.stringify(body)) };
}

export function csvReply(text: string): ProxiedReply {
  return { status: 200, headers: { 'content-type': 'text/csv' }, body: Buffer.from(text) };
}

function passedOn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)));
}
