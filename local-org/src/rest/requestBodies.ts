import { createGunzip, createInflate } from 'node:zlib';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SalesforceError } from '../errors.ts';
import { parseJson } from './wire/jsonBody.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The JSON text of the body, for errors that tell a place in it. */
    bodyText: string | undefined;
  }
}

/** What the server understands of bodies: JSON and forms, plain or compressed. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyText');
  decompress(app);
  void app.register(formbody, { bodyLimit: 64 * 1024 });
  readJson(app);
  refuseOtherTypes(app);
}

/** Bodies of `application/json`. */
export function readJson(app: FastifyInstance, options: { readonly bodyLimit?: number } = {}): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { ...options, parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    request.bodyText = text;
    try {
      done(null, text.trim() === '' ? undefined : parseJson(text));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** Any other body is told that it is not understood. */
export function refuseOtherTypes(app: FastifyInstance): void {
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else done(unsupportedType(request));
  });
}

export function unsupportedType(request: FastifyRequest): SalesforceError {
  const type = request.headers['content-type'] ?? 'none';
  return new SalesforceError('UNSUPPORTED_MEDIA_TYPE', `Content type not supported: ${type}`, { status: 415 });
}

/** `Content-Encoding: gzip` or `deflate`. The limit of a body's size counts what comes out. */
function decompress(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (encoding === 'identity' || encoding === '') {
      done(null, payload);
      return;
    }
    if (encoding !== 'gzip' && encoding !== 'deflate') {
      done(new SalesforceError('UNSUPPORTED_MEDIA_TYPE', `Content encoding not supported: ${encoding}`, { status: 415 }));
      return;
    }
    // Fastify compares the length that the request announces with what it reads.
    delete request.headers['content-length'];
    const unpacked = encoding === 'gzip' ? createGunzip() : createInflate();
    // A refused body is read by nobody: what is wrong with it must not end the process.
    unpacked.on('error', () => undefined);
    payload.once('error', (error: Error) => unpacked.destroy(error));
    done(null, payload.pipe(unpacked));
  });
}
