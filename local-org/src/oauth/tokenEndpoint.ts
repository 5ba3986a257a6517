import { clientOfForm, type Form } from './clientOfForm.ts';
import type { Doors } from './doors.ts';
import { authorizationCodeGrant } from './grants/authorizationCode.ts';
import { clientCredentialsGrant } from './grants/clientCredentials.ts';
import { jwtBearerGrant } from './grants/jwtBearer.ts';
import { passwordGrant } from './grants/password.ts';
import { refreshTokenGrant } from './grants/refreshToken.ts';
import { OAuthError } from './oauthError.ts';
import type { TokenAnswer } from './tokenAnswer.ts';

type Grant = (doors: Doors, form: Form) => TokenAnswer | Promise<TokenAnswer>;

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: authorizationCodeGrant,
  client_credentials: clientCredentialsGrant,
  password: passwordGrant,
  refresh_token: refreshTokenGrant,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': jwtBearerGrant,
};

/** Right on the platform and not offered here: refused by name. */
const notOffered: ReadonlySet<string> = new Set([
  'device',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:saml2-bearer',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'hybrid_auth_code',
  'hybrid_refresh',
  'assertion',
]);

/** `POST /services/oauth2/token`. @throws OAuthError */
export async function requestToken(doors: Doors, form: Form): Promise<TokenAnswer> {
  const name = form['grant_type'] ?? '';
  const grant = Object.hasOwn(grants, name) ? grants[name] : undefined;
  if (grant !== undefined) return grant(doors, form);
  throw new OAuthError(
    'unsupported_grant_type',
    notOffered.has(name) ? `grant type not supported: ${name} is not run by local-org` : 'grant type not supported',
  );
}

/**
 * `POST /services/oauth2/introspect`: whether a token is alive, for the client that it was given to (RFC 7662).
 * @throws OAuthError for wrong client credentials
 */
export function introspect({ org, apps, refreshTokens }: Doors, form: Form): Readonly<Record<string, unknown>> {
  const { clientId } = clientOfForm(apps, form);
  const token = form['token'] ?? '';
  if (token === '') throw new OAuthError('invalid_request', 'must provide token');
  const refresh = refreshTokens.find(token);
  const session = refresh === undefined ? org.sessions.look(token) : undefined;
  const grant = refresh ?? session;
  const user = grant === undefined ? undefined : org.user(grant.userId);
  if (grant === undefined || user === undefined || (grant.clientId !== undefined && grant.clientId !== clientId)) return { active: false };
  const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
  return {
    active: true,
    scope: grant.scope,
    client_id: grant.clientId ?? clientId,
    username: user.username,
    sub: `${org.instanceUrl()}/id/${org.id}/${user.id}`,
    token_type: refresh === undefined ? 'access_token' : 'refresh_token',
    ...(session?.expiresAt === undefined ? {} : { exp: seconds(session.expiresAt) }),
    ...(session === undefined ? {} : { iat: seconds(session.issuedAt), nbf: seconds(session.issuedAt) }),
  };
}
