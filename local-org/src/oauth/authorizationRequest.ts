import { createHash } from 'node:crypto';
import { OAuthError } from './oauthError.ts';
import { grantedScope } from './scopes.ts';

/** What a client asks a browser's user for at `/services/oauth2/authorize`. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseType: 'code' | 'token';
  readonly scope: string;
  readonly state: string | undefined;
  /** PKCE: SHA-256 of the verifier, base64url; or the verifier itself when the client says `plain`. */
  readonly codeChallenge: string | undefined;
  readonly codeChallengeMethod: 'S256' | 'plain';
  /** `login`, `consent`. */
  readonly prompt: ReadonlySet<string>;
  readonly loginHint: string | undefined;
}

/** What a code is exchanged for. */
export interface AuthorizationCode extends AuthorizationRequest {
  readonly userId: string;
}

type Form = Readonly<Record<string, string | undefined>>;

/**
 * The address that the answer goes to. Before this is known good nothing may be sent there.
 * @param instanceUrl of this org
 * @throws OAuthError redirect_uri_missing, redirect_uri_mismatch
 */
export function checkedRedirectUri(form: Form, instanceUrl: string): string {
  const redirectUri = form['redirect_uri'] ?? '';
  if (redirectUri === '') throw new OAuthError('redirect_uri_missing', 'redirect_uri is missing');
  if (!isCallback(redirectUri, instanceUrl)) throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  return redirectUri;
}

/** The callbacks of this org's clients: any address of this machine, where clients listen on ports of their own (RFC 8252, 7.3), and the org's own. */
function isCallback(redirectUri: string, instanceUrl: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname, hash } = new URL(redirectUri);
  if (hash !== '' || redirectUri.includes('#')) return false;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && ['http:', 'https:'].includes(protocol);
  return isLoopback || redirectUri === `${instanceUrl}/services/oauth2/success`;
}

/** The rest of a request whose client and redirect_uri are known good. @throws OAuthError */
export function readAuthorizationRequest(form: Form, redirectUri: string): AuthorizationRequest {
  const responseType = form['response_type'] ?? '';
  if (responseType !== 'code' && responseType !== 'token') {
    throw new OAuthError('unsupported_response_type', 'response type must be code or token');
  }
  const method = form['code_challenge_method'] ?? 'S256';
  if (method !== 'S256' && method !== 'plain') throw new OAuthError('invalid_request', 'code challenge method is not supported');
  return {
    clientId: form['client_id'] ?? '',
    redirectUri,
    responseType,
    scope: grantedScope(form['scope']),
    state: form['state'],
    codeChallenge: form['code_challenge'],
    codeChallengeMethod: method,
    prompt: new Set((form['prompt'] ?? '').split(/\s+/u).filter((word) => word !== '')),
    loginHint: form['login_hint'],
  };
}

/** Whether the verifier is the one whose challenge the request carried. */
export function isVerifierOf(request: AuthorizationRequest, verifier: string | undefined): boolean {
  if (request.codeChallenge === undefined) return true;
  if (verifier === undefined) return false;
  const shown = request.codeChallengeMethod === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return shown === request.codeChallenge.replace(/=+$/u, '');
}

/** The callback with an answer: in the query for a code, in the fragment for a token. */
export function callbackUrl(
  request: Pick<AuthorizationRequest, 'redirectUri' | 'responseType' | 'state'>,
  answer: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(request.state === undefined ? { ...answer } : { ...answer, state: request.state });
  if (request.responseType === 'token') return `${request.redirectUri}#${parameters.toString()}`;
  return `${request.redirectUri}${request.redirectUri.includes('?') ? '&' : '?'}${parameters.toString()}`;
}
