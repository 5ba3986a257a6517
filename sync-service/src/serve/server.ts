import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Service } from '../service/service.ts';
import { PulseError } from '../errors.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { authorised } from './accessToken.ts';
import { BodyReader } from './bodies.ts';
import { FormMark } from './csrf.ts';
import { contentPolicy } from './page/layout.ts';
import { pageRoutes } from './pageRoutes.ts';
import type { ServeSettings } from './settings.ts';
import { webhookPrefix, webhookRoutes } from './webhookRoutes.ts';

/** Paths that answer without a password: they tell nothing but that the service lives. */
const open = new Set(['/healthz', '/readyz']);

/** The service's HTTP server, not yet listening. @param token the password of its pages */
export function buildServer(service: Service, settings: ServeSettings, token: string, now = (): Date => new Date()): FastifyInstance {
  const { telemetry, store, sources, settings: others } = service.parts;
  const timeout = settings.requestSeconds * 1_000;
  const server = Fastify({
    logger: false,
    requestTimeout: timeout,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    http: { headersTimeout: timeout, connectionsCheckingInterval: 1_000 },
  });
  server.server.maxConnections = settings.connections;
  const bodies = new BodyReader({ one: settings.bodyKilobytes * 1_024, together: others.inbox.queueMegabytes * 1_048_576 });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => {
    bodies.read(payload).then((body) => done(null, body), done);
  });

  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(webhookPrefix)) {
      done();
      return;
    }
    void reply.headers({
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (open.has(request.routeOptions.url ?? '') || authorised(request.headers.authorization, token)) {
      done();
      return;
    }
    void reply
      .code(401)
      .header('www-authenticate', 'Basic realm="Customer Pulse", charset="UTF-8"')
      .send({ error: 'A password is needed.' });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'There is nothing at this address.' }));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOfError(error);
    if (status === 500) telemetry.log.error('a request failed', { route: request.routeOptions.url, error: error.name, at: placeOf(error) });
    // What is left of the body stays unread.
    if (status === 413) void reply.header('connection', 'close');
    if (status === 503) void reply.header('retry-after', '5');
    void reply.code(status).send({ error: status === 500 ? 'Something went wrong; the log says where.' : error.message });
  });

  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await store.setting('ready');
      if (service.receiver.refusing) return await reply.code(503).send({ status: 'the store cannot be written' });
      return service.receiver.full ? await reply.code(503).send({ status: 'too much waits for the disk' }) : { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the store cannot be read' });
    }
  });
  server.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await telemetry.metrics.exposition();
    return reply.type(contentType).send(text);
  });
  pageRoutes(server, { service, mark: new FormMark(token), publicUrl: settings.publicUrl, now });
  webhookRoutes(server, {
    ...{ sources, receiver: service.receiver, telemetry, now },
    delivered: (source, at) => service.activities.delivered(source, at),
    refused: (source, reason, at) => service.activities.refused(source, reason, at),
  });
  return server;
}

function statusOfError(error: FastifyError): number {
  if (error instanceof StoreUnavailable) return 503;
  if (error instanceof PulseError) return 400;
  return error.statusCode ?? 500;
}

function placeOf(error: Error): string | undefined {
  return error.stack?.split('\n')[1]?.trim();
}
