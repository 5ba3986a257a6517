import type { FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import type { RecordRepresentation } from './recordRepresentation.ts';

/** Answers with a record, or with 304 when the reader has it as it is (`If-None-Match`, `If-Modified-Since`). */
export function sendRecord(request: FastifyRequest, reply: FastifyReply, record: RecordRepresentation): FastifyReply {
  const tag = `"${record.eTag}"`;
  void reply.header('ETag', tag).header('Last-Modified', new Date(record.weakEtag).toUTCString());
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = request.headers;
  const isKnown = noneMatch === undefined ? isUnchanged(record.weakEtag, since) : tagsOf(noneMatch).includes(tag);
  return isKnown ? reply.code(304).send() : reply.send(record);
}

/**
 * Refuses to write a record that somebody else changed since the client read it (`If-Unmodified-Since`,
 * what `updateRecord(input, {ifUnmodifiedSince})` sends).
 * @throws SalesforceError 412
 */
export function checkUnchanged(request: FastifyRequest, lastModified: () => number): void {
  const since = request.headers['if-unmodified-since'];
  if (typeof since !== 'string' || isUnchanged(lastModified(), since)) return;
  throw new SalesforceError('RECORD_CHANGED', 'The record was changed since you read it. Refresh it and try again.', { status: 412 });
}

/** HTTP dates know seconds only; UI API's own dates, which clients send too, know milliseconds. */
function isUnchanged(lastModified: number, since: string | undefined): boolean {
  const moment = since === undefined ? Number.NaN : Date.parse(since);
  if (Number.isNaN(moment)) return false;
  return (moment % 1000 === 0 ? Math.floor(lastModified / 1000) * 1000 : lastModified) <= moment;
}

function tagsOf(header: string): readonly string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
}
