import Fastify from 'fastify';

// The baseline of a webhook receiver, for benchmarks: Fastify takes the body as bytes and says 202. It checks and keeps nothing.
const server = Fastify({ logger: false });
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
server.post('/webhooks/:source', (_request, reply) => reply.code(202).type('application/json; charset=utf-8').send('{"status":"stored"}'));

console.log(`bare-webhook ready at ${await server.listen({ host: '127.0.0.1', port: 0 })}`);
process.on('SIGTERM', () => process.exit());
