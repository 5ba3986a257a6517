import { createHmac } from 'node:crypto';
import type { ConnectedApps } from './connectedApps.ts';
import type { Org } from '../org.ts';

/** An answer of the OAuth endpoints: a token, or `{error, error_description}` with 400. */
export interface OAuthAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

const notOffered = ['password', 'urn:ietf:params:oauth:grant-type:jwt-bearer', 'authorization_code', 'refresh_token'];

/** `POST /services/oauth2/token`: a session for a client's own credentials. Other grants are refused by name. */
export function requestToken(org: Org, apps: ConnectedApps, form: Readonly<Record<string, string>>): OAuthAnswer {
  const grant = form['grant_type'];
  if (grant === undefined || grant === '') return refused('unsupported_grant_type', 'grant type not supported');
  if (grant !== 'client_credentials') {
    return refused(
      'unsupported_grant_type',
      notOffered.includes(grant) ? `grant type not supported: ${grant}` : 'grant type not supported',
    );
  }
  const clientId = form['client_id'] ?? '';
  const clientSecret = form['client_secret'] ?? '';
  if (!apps.knows(clientId)) return refused('invalid_client_id', 'client identifier invalid');
  const app = apps.authenticate(clientId, clientSecret);
  if (app === undefined) return refused('invalid_client', 'invalid client credentials');
  const user = org.user(app.userId);
  if (user === undefined) return refused('inactive_user', 'user is inactive');
  const id = `${org.instanceUrl()}/id/${org.id}/${user.id}`;
  const issuedAt = String(Date.now());
  return {
    status: 200,
    body: {
      access_token: org.sessions.open(user.id),
      signature: createHmac('sha256', clientSecret)
        .update(id + issuedAt)
        .digest('base64'),
      scope: 'api',
      instance_url: org.instanceUrl(),
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
      api_instance_url: org.instanceUrl(),
    },
  };
}

function refused(error: string, description: string): OAuthAnswer {
  return { status: 400, body: { error, error_description: description } };
}

/** The form of a token request; credentials may also come by `Authorization: Basic`. */
export function withBasicCredentials(form: Readonly<Record<string, string>>, authorization: string | undefined): Record<string, string> {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/iu.exec(authorization ?? '') ?? [];
  if (encoded === undefined || form['client_id'] !== undefined) return { ...form };
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? { ...form } : { ...form, client_id: text.slice(0, colon), client_secret: text.slice(colon + 1) };
}
