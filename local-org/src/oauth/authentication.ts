import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { cookieToken } from './frontdoor.ts';
import { outCookie, outRequests } from './outNames.ts';

/** Headers that tell who is asking. */
export interface AuthenticationHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  readonly 'x-requested-with'?: string | readonly string[] | undefined;
}

export function bearerToken(authorization: string | undefined): string | undefined {
  const [, token] = /^(?:Bearer|OAuth)\s+(\S+)\s*$/iu.exec(authorization ?? '') ?? [];
  return token;
}

/** The active user behind a token. */
export function sessionUser(org: Org, token: string): RequestUser | undefined {
  const id = org.sessions.userIdOf(token);
  return id === undefined ? undefined : org.user(id);
}

/**
 * Who a Data API call runs as: by `Authorization`, or, for the org's own pages,
 * by the session cookie together with a header that no other site can send.
 * @throws SalesforceError INVALID_AUTH_HEADER or INVALID_SESSION_ID, 401; API_DISABLED_FOR_ORG, 403, for who lacks "API Enabled"
 */
export function apiUser(org: Org, headers: AuthenticationHeaders): RequestUser {
  const { authorization } = headers;
  const token = authorization === undefined ? pageToken(headers) : bearerToken(authorization);
  if (authorization !== undefined && token === undefined) {
    throw new SalesforceError('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE', { status: 401 });
  }
  const user = token === undefined ? undefined : sessionUser(org, token);
  if (user === undefined) throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
  // Pages work without this permission; whoever brings a token is a client of the API.
  if (authorization !== undefined && user.access?.system('ApiEnabled') === false) {
    throw new SalesforceError('API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.', { status: 403 });
  }
  return user;
}

/** Who opened a page, by the cookie alone; undefined when nobody is logged in. */
export function pageUser(org: Org, headers: AuthenticationHeaders): RequestUser | undefined {
  const token = cookieToken(headers.cookie);
  return token === undefined ? undefined : sessionUser(org, token);
}

/** Components on other pages have a session of their own, which counts for their requests alone. */
function pageToken(headers: AuthenticationHeaders): string | undefined {
  if (headers['x-requested-with'] === outRequests) return cookieToken(headers.cookie, outCookie);
  return headers['x-requested-with'] === 'customer-pulse' ? cookieToken(headers.cookie) : undefined;
}
