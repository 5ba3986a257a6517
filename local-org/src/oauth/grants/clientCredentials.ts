import { clientOfForm, type Form } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { OAuthError } from '../oauthError.ts';
import { tokenAnswer, type TokenAnswer } from '../tokenAnswer.ts';

/** A session for a client's own credentials, as the user that it runs as (Help, "OAuth 2.0 Client Credentials Flow"). */
export function clientCredentialsGrant(doors: Doors, form: Form): TokenAnswer {
  const { clientId, userId } = clientOfForm(doors.apps, form);
  if (userId === '') throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  const user = doors.org.user(userId);
  if (user === undefined) throw new OAuthError('inactive_user', 'user is inactive');
  return tokenAnswer(doors, user, { clientId, scope: 'api', clientSecret: form['client_secret'] });
}
