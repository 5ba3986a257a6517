import { verify } from 'node:crypto';
import { userIdNamed } from '../../users/userIdNamed.ts';
import type { Form } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { OAuthError } from '../oauthError.ts';
import { grantedScope } from '../scopes.ts';
import { tokenAnswer, type TokenAnswer } from '../tokenAnswer.ts';

/** Log-in servers whose name is good for every org. */
const loginServers: readonly string[] = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * A session for a JWT that the client signed with its certificate's key
 * (Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration"; RFC 7523).
 */
export function jwtBearerGrant(doors: Doors, form: Form): TokenAnswer {
  const assertion = readJwt(form['assertion'] ?? '');
  const claims = assertion.claims;
  const clientId = textOf(claims['iss']);
  if (!doors.apps.knows(clientId)) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  checkSignature(doors, clientId, assertion);
  checkAudience(claims['aud'], doors.org.instanceUrl());
  checkExpiry(claims['exp']);
  const user = approvedUser(doors, clientId, textOf(claims['sub']) || textOf(claims['prn']));
  const scope = grantedScope(form['scope'] ?? textOf(claims['scope']));
  return tokenAnswer(doors, user, { clientId, scope });
}

interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What is signed. */
  readonly signed: string;
  readonly signature: Buffer;
}

function readJwt(assertion: string): Jwt {
  const [header = '', claims = '', signature = '', ...more] = assertion.split('.');
  if (signature === '' || more.length > 0) throw invalidAssertion();
  return {
    header: jsonOf(header),
    claims: jsonOf(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function jsonOf(encoded: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.fromEntries(Object.entries(value));
  } catch {
    // Said below: a text that is no JSON is as wrong as one that is no object.
  }
  throw invalidAssertion();
}

/** RS256 alone: taking the JWT's word for another algorithm is how such checks are got around. */
function checkSignature({ apps }: Doors, clientId: string, { header, signed, signature }: Jwt): void {
  const key = apps.keyOf(clientId);
  if (key === undefined) throw new OAuthError('invalid_client', 'invalid client credentials');
  if (header['alg'] !== 'RS256' || !verify('RSA-SHA256', Buffer.from(signed), key, signature)) throw invalidAssertion();
}

function checkAudience(aud: unknown, instanceUrl: string): void {
  const given = Array.isArray(aud) ? aud.map(textOf) : [textOf(aud)];
  const accepted = [...loginServers, instanceUrl].flatMap((url) => [url, `${url}/services/oauth2/token`]);
  if (!given.some((one) => accepted.includes(one.replace(/\/+$/u, '')))) throw new OAuthError('invalid_grant', 'audience is invalid');
}

/** `exp` counts seconds. The Salesforce CLI writes milliseconds there, which is far in the future and so good, on the platform too. */
function checkExpiry(exp: unknown): void {
  const seconds = typeof exp === 'number' ? exp : typeof exp === 'string' && exp !== '' ? Number(exp) : Number.NaN;
  if (!Number.isFinite(seconds)) throw invalidAssertion();
  if (seconds * 1000 <= Date.now()) throw new OAuthError('invalid_grant', 'expired authorization code');
}

/** Who is unknown is told the same as who has not approved the client. */
function approvedUser({ org, apps }: Doors, clientId: string, username: string): NonNullable<ReturnType<Doors['org']['user']>> {
  const id = userIdNamed(org.database, username);
  if (id === undefined) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  const user = org.user(id);
  if (user === undefined) throw new OAuthError('inactive_user', 'user is inactive');
  if (!apps.isApproved(clientId, user)) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  return user;
}

function invalidAssertion(): OAuthError {
  return new OAuthError('invalid_grant', 'invalid assertion');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
