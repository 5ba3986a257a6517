import { createHmac } from 'node:crypto';
import type { RequestUser } from '../requestUser.ts';
import type { Doors } from './doors.ts';
import type { SessionOptions } from './sessions.ts';

/** An answer of the token endpoint. */
export type TokenAnswer = Readonly<Record<string, string>>;

export interface TokenOptions extends SessionOptions {
  readonly scope: string;
  /** Handed out together with the access token. */
  readonly refreshToken?: string;
  /** With it the answer is signed, so that the client can tell that `id` is the org's word. */
  readonly clientSecret?: string | undefined;
}

/** Opens a session and tells the client of it. */
export function tokenAnswer({ org }: Doors, user: RequestUser, options: TokenOptions): TokenAnswer {
  const { refreshToken, clientSecret, ...session } = options;
  const id = identityUrl(org.instanceUrl(), org.id, user.id);
  return {
    access_token: org.sessions.open(user.id, session),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...signature(id, clientSecret),
    scope: options.scope,
    instance_url: org.instanceUrl(),
    id,
    token_type: 'Bearer',
    api_instance_url: org.instanceUrl(),
  };
}

/** `/id/{organization}/{user}`: where the identity of a token's user is told. */
export function identityUrl(instanceUrl: string, organizationId: string, userId: string): string {
  return `${instanceUrl}/id/${organizationId}/${userId}`;
}

/** `signature` is an HMAC over `id` and `issued_at` with the client's secret, base64. */
function signature(id: string, clientSecret: string | undefined): Readonly<Record<string, string>> {
  const issuedAt = String(Date.now());
  if (clientSecret === undefined) return { issued_at: issuedAt };
  const signed = createHmac('sha256', clientSecret).update(`${id}${issuedAt}`).digest('base64');
  return { signature: signed, issued_at: issuedAt };
}
