import Fastify, { type FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';
import { authorised } from './accessToken.ts';
import { statusPage } from './statusPage.ts';

/** Paths that answer without a password: they tell nothing but that the service lives. */
const open = new Set(['/healthz', '/readyz']);

/** The service's HTTP server, not yet listening. */
export function buildServer(store: Store, token: string): FastifyInstance {
  const server = Fastify({ logger: false });

  server.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    if (open.has(request.routeOptions.url ?? '') || authorised(request.headers.authorization, token)) return;
    await reply
      .code(401)
      .header('www-authenticate', 'Basic realm="Customer Pulse", charset="UTF-8"')
      .send({ error: 'A password is needed.' });
  });

  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await store.setting('ready');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the store cannot be read' });
    }
  });
  server.get('/', async (_request, reply) => {
    const page = statusPage(await store.counts(), await store.refusals(50));
    return reply.type('text/html; charset=utf-8').send(page);
  });
  return server;
}
