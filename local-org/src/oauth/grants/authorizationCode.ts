import { isVerifierOf } from '../authorizationRequest.ts';
import { clientOfForm, type Form } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { OAuthError } from '../oauthError.ts';
import { wantsRefresh } from '../scopes.ts';
import { tokenAnswer, type TokenAnswer } from '../tokenAnswer.ts';

/** A session for the code that a browser brought (Help, "OAuth 2.0 Web Server Flow"). A code is good once. */
export function authorizationCodeGrant(doors: Doors, form: Form): TokenAnswer {
  const { clientId } = clientOfForm(doors.apps, form, { secretOptional: form['code_verifier'] !== undefined });
  const code = doors.codes.take(form['code'] ?? '');
  if (code?.clientId !== clientId) throw new OAuthError('invalid_grant', 'expired authorization code');
  if (code.redirectUri !== form['redirect_uri']) throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  const isProven = isVerifierOf(code, form['code_verifier']);
  // A verifier stands for the secret only where the code has a challenge.
  const isUnproven = code.codeChallenge === undefined && (form['client_secret'] ?? '') === '' && doors.apps.hasSecret(clientId);
  if (!isProven || isUnproven) throw new OAuthError('invalid_grant', 'invalid code verifier');
  const user = doors.org.user(code.userId);
  if (user === undefined) throw new OAuthError('inactive_user', 'user is inactive');
  const { scope } = code;
  const signed = { clientId, scope, clientSecret: form['client_secret'] };
  if (!wantsRefresh(scope)) return tokenAnswer(doors, user, signed);
  const { token, id } = doors.refreshTokens.issue(user.id, clientId, scope);
  return tokenAnswer(doors, user, { ...signed, refreshId: id, refreshToken: token });
}
