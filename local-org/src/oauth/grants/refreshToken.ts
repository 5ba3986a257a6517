import { clientOfForm, type Form } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { OAuthError } from '../oauthError.ts';
import { tokenAnswer, type TokenAnswer } from '../tokenAnswer.ts';

/** A new session for a refresh token, which stays good (Help, "OAuth 2.0 Refresh Token Flow"). */
export function refreshTokenGrant(doors: Doors, form: Form): TokenAnswer {
  const { clientId } = clientOfForm(doors.apps, form, { secretOptional: true });
  const grant = doors.refreshTokens.find(form['refresh_token'] ?? '');
  if (grant?.clientId !== clientId) throw new OAuthError('invalid_grant', 'expired access/refresh token');
  const user = doors.org.user(grant.userId);
  if (user === undefined) throw new OAuthError('inactive_user', 'user is inactive');
  return tokenAnswer(doors, user, { clientId, scope: grant.scope, refreshId: grant.id, clientSecret: form['client_secret'] });
}
