import type { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from '../rest/sendAnswer.ts';

/** Sends CSV piece by piece, compressed when the client takes it. What goes wrong on the way ends the connection. */
export function sendCsv(request: FastifyRequest, reply: FastifyReply, data: Readable, headers: Record<string, string> = {}): FastifyReply {
  void reply.type('text/csv;charset=UTF-8').headers(headers);
  if (!acceptsGzip(request)) return reply.send(data);
  const packed = createGzip({ level: constants.Z_BEST_SPEED });
  data.once('error', (error) => packed.destroy(error));
  packed.once('close', () => data.destroy());
  return reply.header('Content-Encoding', 'gzip').send(data.pipe(packed));
}
