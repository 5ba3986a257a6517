import { constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../errors.ts';
import type { ApiResponse } from './apiMessages.ts';
import { errorResponse } from './wire/resultToJson.ts';

/** Below this many bytes compressing costs more than it saves. */
const smallestCompressed = 2048;

/** Sends an answer as JSON, in the form that the request asks for (`X-PrettyPrint`, `Accept-Encoding`). */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, { status, body, headers }: ApiResponse): FastifyReply {
  void reply.code(status).headers({ ...headers });
  if (body === undefined) return reply.send();
  void reply.type('application/json;charset=UTF-8');
  const text = isAsked(request.headers['x-prettyprint']) ? JSON.stringify(body, null, 2) : JSON.stringify(body);
  if (!acceptsGzip(request) || text.length < smallestCompressed) return reply.send(text);
  return reply.header('Content-Encoding', 'gzip').send(gzipSync(text, { level: constants.Z_BEST_SPEED }));
}

/** XML is the other form that the platform speaks. @throws SalesforceError NOT_ACCEPTABLE, 406, for a client that takes no other */
export function refuseXml({ headers: { accept = '' } }: FastifyRequest): void {
  const isXmlOnly = /\bxml\b/iu.test(accept) && !/json|\*\/\*|application\/\*|text\/csv|text\/html/iu.test(accept);
  if (isXmlOnly)
    throw new SalesforceError('NOT_ACCEPTABLE', 'Answers in XML are not run by local-org: accept application/json', { status: 406 });
}

export function acceptsGzip(request: FastifyRequest): boolean {
  return /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?(?:[\s,]|$))/iu.test(request.headers['accept-encoding'] ?? '');
}

function isAsked(header: string | string[] | undefined): boolean {
  return header !== undefined && ['1', 'true'].includes(String(header).toLowerCase());
}

/** What a client is told of an error; `report` hears of those that no client can mend. */
export function errorAnswer(error: unknown, report: (error: unknown) => void): ApiResponse {
  if (error instanceof SalesforceError) return errorResponse(error);
  const status = statusOf(error);
  if (status === 413) return errorResponse(new SalesforceError('REQUEST_TOO_LARGE', 'The request body is too large', { status }));
  if (status !== undefined && status < 500) {
    const message = error instanceof Error ? error.message : 'The request cannot be read';
    return errorResponse(new SalesforceError('BAD_REQUEST', message, { status }));
  }
  if (isBrokenCompression(error)) return errorResponse(new SalesforceError('BAD_REQUEST', 'The compressed body cannot be read'));
  if (isTooDeep(error)) return errorResponse(new SalesforceError('JSON_PARSER_ERROR', 'The body is nested too deeply'));
  report(error);
  return errorResponse(
    new SalesforceError('UNKNOWN_EXCEPTION', 'An unexpected error occurred; see the log of the local org', { status: 500 }),
  );
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

function isBrokenCompression(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^Z_/u.test(error.code);
}

function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
