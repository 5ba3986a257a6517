import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asError, PulseError } from '../errors.ts';
import { BodyRefused } from './bodies.ts';
import { InboxBusy, type Receiver } from '../inbox/receiver.ts';
import type { Source } from '../sources/source.ts';
import type { NewDelivery } from '../store/ports/deliveries.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

export interface WebhookParts {
  readonly sources: ReadonlyMap<string, Source>;
  readonly receiver: Pick<Receiver, 'receive' | 'full'>;
  readonly telemetry: Telemetry;
  /** Something was kept. @param at ISO 8601, UTC */
  readonly delivered: (source: string, at: string) => void;
  readonly refused: (source: string, reason: string, at: string) => void;
  readonly now: () => Date;
}

/** What webhook addresses begin with; the name of the source follows. */
export const webhookPrefix = '/webhooks/';

const json = 'application/json; charset=utf-8';
const stored = '{"status":"stored"}';
const repeated = '{"status":"stored","repeated":true}';

interface WebhookRoute {
  Params: { readonly source: string; readonly '*'?: string };
}

/**
 * Takes webhooks in: `POST /webhooks/<source>` and anything below it. A request is believed by its signature over the raw body, stored
 * as it came, and acknowledged with 202 once it is on disk. Its content is never judged here.
 */
export function webhookRoutes(server: FastifyInstance, parts: WebhookParts): void {
  const { sources, receiver, telemetry, now } = parts;
  const refused = refusals(parts);
  const mayLog = nowAndThen();

  /** Types of content as they were sent: they are kept, and never judged. */
  const contentTypes = new WeakMap<FastifyRequest, string | undefined>();

  /** Before the body is read: nobody fills memory with what is not going to be taken. */
  const gate = (request: FastifyRequest<WebhookRoute>, reply: FastifyReply, done: () => void): void => {
    const source = sources.get(request.params.source);
    if (source?.authenticate === undefined) {
      void refuse(reply, 404, `No source that takes webhooks has this name. The address is ${webhookPrefix}<name of the source>.`);
    } else if (request.method === 'POST' && receiver.full) {
      telemetry.count('customer_pulse_webhook_refusals_total', 1, { source: source.name, reason: 'busy' });
      void refuse(reply, 503, busy, 2);
    } else {
      contentTypes.set(request, request.headers['content-type']);
      // Fastify refuses types that it cannot parse.
      request.headers['content-type'] = 'application/octet-stream';
      done();
    }
  };

  const take = async (request: FastifyRequest<WebhookRoute>, reply: FastifyReply): Promise<FastifyReply> => {
    const source = sources.get(request.params.source);
    if (source?.authenticate === undefined) return refuse(reply, 404, '');
    const started = performance.now();
    const at = now();
    const contentType = contentTypes.get(request);
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const authenticity = source.authenticate(
      {
        headers: { ...singleHeaders(request.headers), 'content-type': contentType },
        path: request.params['*'] ?? '',
        query: queryOf(request.url),
        rawBody,
      },
      at,
    );
    if (!authenticity.genuine) {
      refused(source.name, authenticity.reason);
      return refuse(reply, 401, 'The signature is missing, wrong or too old.');
    }
    const { deliveryId } = authenticity;
    try {
      const incoming = request.headers['traceparent'];
      const outcome = await telemetry.trace('webhook', [undefined, oneOf(incoming)], { source: source.name }, ({ traceparent }) => {
        const delivery: NewDelivery = {
          source: source.name,
          via: 'webhook',
          body: rawBody,
          receivedAt: at.toISOString(),
          ...(deliveryId === undefined ? {} : { deliveryId }),
          ...(contentType === undefined ? {} : { contentType }),
          ...(traceparent === undefined ? {} : { traceparent }),
        };
        return source.conceal === undefined ? receiver.receive(delivery) : source.conceal(delivery).then((kept) => receiver.receive(kept));
      });
      parts.delivered(source.name, at.toISOString());
      telemetry.observe('customer_pulse_webhook_seconds', (performance.now() - started) / 1_000, { source: source.name });
      return await reply
        .code(202)
        .type(json)
        .send(outcome === 'repeated' ? repeated : stored);
    } catch (thrown) {
      return notKept(reply, source.name, thrown);
    }
  };

  const notKept = (reply: FastifyReply, source: string, thrown: unknown): FastifyReply => {
    const isBusy = thrown instanceof InboxBusy;
    telemetry.count('customer_pulse_webhook_refusals_total', 1, { source, reason: isBusy ? 'busy' : 'store' });
    if (isBusy) return refuse(reply, 503, busy, 2);
    const { name, message } = asError(thrown);
    // Where the disk is full, a line for each would fill what is left of it. A defect's message may quote what it failed on.
    if (mayLog(source))
      telemetry.log.error('a webhook could not be stored', { source, error: name, ...(thrown instanceof PulseError ? { message } : {}) });
    return refuse(reply, 503, 'It could not be stored. Send it again in a moment.', 15);
  };

  const noteTooLarge = (request: FastifyRequest<WebhookRoute>, _reply: FastifyReply, error: Error, done: () => void): void => {
    if (error instanceof BodyRefused && error.statusCode === 413) refused(request.params.source, 'too large (serve.bodyKilobytes)');
    done();
  };

  const paths = [`${webhookPrefix}:source`, `${webhookPrefix}:source/*`];
  for (const url of paths) {
    server.post<WebhookRoute>(url, { onRequest: gate, onError: noteTooLarge }, take);
    // Some platforms look whether the address answers before they use it.
    server.get<WebhookRoute>(url, { onRequest: gate }, async (_request, reply) => reply.code(200).send());
  }
}

/** How often a refusal of a source is logged at most: anybody may send nonsense. */
const logEveryMs = 10_000;

/** Counts refusals, shows the last one to the operator, and logs now and then. */
function refusals({ telemetry, refused, now }: WebhookParts): (source: string, reason: string) => void {
  const mayLog = nowAndThen();
  return (source, reason) => {
    telemetry.count('customer_pulse_webhook_refusals_total', 1, { source, reason: reason.replace(/ \(.*/, '') });
    refused(source, reason, now().toISOString());
    if (mayLog(source)) telemetry.log.warn('webhook refused', { source, reason });
  };
}

/** True for a source whose last line is long enough ago. */
function nowAndThen(): (source: string) => boolean {
  const logged = new Map<string, number>();
  return (source) => {
    const may = performance.now() - (logged.get(source) ?? -logEveryMs) >= logEveryMs;
    if (may) logged.set(source, performance.now());
    return may;
  };
}

const busy = 'Too many deliveries wait. Nothing was taken in; send it again in a moment.';

function refuse(reply: FastifyReply, status: number, error: string, retryAfterSeconds?: number): FastifyReply {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).type(json).send(JSON.stringify({ error }));
}

function singleHeaders(headers: FastifyRequest['headers']): Record<string, string | undefined> {
  const single: Record<string, string | undefined> = {};
  for (const name in headers) single[name] = oneOf(headers[name]);
  return single;
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function queryOf(url: string): Readonly<Record<string, string>> {
  const start = url.indexOf('?');
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
}
