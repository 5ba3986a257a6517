import { clientOfForm, type Form } from '../clientOfForm.ts';
import type { Doors } from '../doors.ts';
import { OAuthError } from '../oauthError.ts';
import { passwordLogin } from '../passwordLogin.ts';
import { grantedScope } from '../scopes.ts';
import { tokenAnswer, type TokenAnswer } from '../tokenAnswer.ts';

/** A session for a user's name and password (Help, "OAuth 2.0 Username-Password Flow"): no refresh token comes with it. */
export async function passwordGrant(doors: Doors, form: Form): Promise<TokenAnswer> {
  const { clientId } = clientOfForm(doors.apps, form);
  const scope = grantedScope(form['scope']);
  const user = await passwordLogin(doors, form['username'] ?? '', form['password'] ?? '');
  if (user === undefined) throw new OAuthError('invalid_grant', 'authentication failure');
  return tokenAnswer(doors, user, { clientId, scope, clientSecret: form['client_secret'] });
}
