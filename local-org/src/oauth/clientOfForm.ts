import type { ConnectedApp, ConnectedApps } from './connectedApps.ts';
import { OAuthError } from './oauthError.ts';

/** A form's texts by name. */
export type Form = Readonly<Record<string, string | undefined>>;

/**
 * The client that a request to the token endpoint says it is, proven by its secret.
 * @param options.secretOptional for grants whose token is proof enough (refresh tokens, codes with PKCE)
 * @throws OAuthError invalid_client_id, invalid_client
 */
export function clientOfForm(apps: ConnectedApps, form: Form, options: { readonly secretOptional?: boolean } = {}): ConnectedApp {
  const clientId = knownClientId(apps, form);
  const secret = form['client_secret'] ?? '';
  if (!apps.hasSecret(clientId)) return { clientId, userId: '' };
  if (secret === '' && options.secretOptional === true) return { clientId, userId: '' };
  const app = apps.authenticate(clientId, secret);
  if (app === undefined) throw new OAuthError('invalid_client', 'invalid client credentials');
  return app;
}

/** The client_id of a form. @throws OAuthError invalid_client_id */
export function knownClientId(apps: ConnectedApps, form: Form): string {
  const clientId = form['client_id'] ?? '';
  if (!apps.knows(clientId)) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  return clientId;
}

/** A form whose credentials may also have come by `Authorization: Basic`. */
export function withBasicCredentials(form: Form, authorization: string | undefined): Form {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/iu.exec(authorization ?? '') ?? [];
  if (encoded === undefined || form['client_id'] !== undefined) return form;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? form : { ...form, client_id: text.slice(0, colon), client_secret: text.slice(colon + 1) };
}
