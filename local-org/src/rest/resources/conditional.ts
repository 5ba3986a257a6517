import { createHash } from 'node:crypto';
import { SalesforceError } from '../../errors.ts';
import type { ApiRequest, ApiResponse } from '../apiMessages.ts';

/** Which state of a resource a client is told of. */
export interface ResourceState {
  /** Epoch milliseconds, whole seconds. */
  readonly lastModified: number;
  /** In quotes, as in the header. */
  readonly etag?: string;
}

/** An entity tag for a state. */
export function etagOf(...parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

export function stateHeaders({ lastModified, etag }: ResourceState): Record<string, string> {
  const headers = { 'Last-Modified': new Date(lastModified).toUTCString() };
  return etag === undefined ? headers : { ...headers, ETag: etag };
}

/**
 * Whether a request that was made on a condition is to be answered at all (RFC
 * 9110, "Conditional Requests"; REST API Developer Guide, "Conditional Request
 * Headers").
 * @returns the answer 304 when a reader has the present state already
 * @throws SalesforceError 412 when the state is not the one that the client wants to change
 */
export function checkConditions(request: ApiRequest, state: ResourceState): ApiResponse | undefined {
  const { headers, method } = request;
  const reads = method === 'GET' || method === 'HEAD';
  if (fails(headers['if-match'], headers['if-unmodified-since'], state)) throw preconditionFailed();
  const noneMatch = headers['if-none-match'];
  const known = noneMatch === undefined ? isUnmodified(headers['if-modified-since'], state) : matches(noneMatch, state);
  if (!known) return undefined;
  if (reads) return { status: 304, headers: stateHeaders(state) };
  if (noneMatch !== undefined) throw preconditionFailed();
  return undefined;
}

function fails(match: string | undefined, unmodifiedSince: string | undefined, state: ResourceState): boolean {
  if (match !== undefined) return !matches(match, state);
  const moment = momentOf(unmodifiedSince);
  return moment !== undefined && state.lastModified > moment;
}

function isUnmodified(since: string | undefined, { lastModified }: ResourceState): boolean {
  const moment = momentOf(since);
  return moment !== undefined && lastModified <= moment;
}

function matches(header: string, { etag }: ResourceState): boolean {
  if (header.trim() === '*') return true;
  const tags = header.split(',').map((tag) =>
    tag
      .trim()
      .replace(/^W\//u, '')
      .replace(/-gzip"?$/u, '"')
      .replace(/""$/u, '"'),
  );
  return etag !== undefined && tags.includes(etag);
}

/** An HTTP date; anything else is as good as none. */
function momentOf(header: string | undefined): number | undefined {
  const moment = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(moment) ? undefined : moment;
}

function preconditionFailed(): SalesforceError {
  return new SalesforceError(
    'PRECONDITION_FAILED',
    "The request wasn't executed because one or more of the preconditions that the client specified in the request headers wasn't satisfied",
    { status: 412 },
  );
}
