import { userIdNamed } from '../users/userIdNamed.ts';
import type { Form } from './clientOfForm.ts';
import { cliClientId } from './connectedApps.ts';
import type { Doors } from './doors.ts';
import { successStatus, wrongPassword, type LoginDoor, type LoginOrigin } from './loginHistory.ts';
import { OAuthError } from './oauthError.ts';
import { requestToken } from './tokenEndpoint.ts';
import type { TokenAnswer } from './tokenAnswer.ts';

/** What the history of log-ins calls the grants. */
const subTypes: Readonly<Record<string, string>> = {
  authorization_code: 'OauthWebServer',
  client_credentials: 'OauthClientCredentials',
  password: 'OauthUsernamePassword',
  refresh_token: 'OauthRefreshToken',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'OauthJwtBearer',
};

/** `POST /services/oauth2/token`, kept in the history of log-ins. @throws OAuthError */
export async function loggedToken(doors: Doors, form: Form, origin: LoginOrigin): Promise<TokenAnswer> {
  const grant = form['grant_type'] ?? '';
  const door: LoginDoor = { type: 'Remote Access 2.0', application: clientName(form), subType: subTypes[grant] ?? 'Oauth' };
  try {
    const answer = await requestToken(doors, form);
    doors.logins.add(answer['id']?.split('/').at(-1), successStatus, door, origin);
    return answer;
  } catch (error) {
    if (error instanceof OAuthError && grant === 'password') {
      const status = error.code === 'invalid_grant' ? wrongPassword : `Failed: ${error.code}`;
      doors.logins.add(userIdNamed(doors.org.database, form['username'] ?? ''), status, door, origin);
    }
    throw error;
  }
}

/** The client's name: it is in the request, or inside the JWT. */
function clientName(form: Form): string {
  const clientId = form['client_id'] ?? issuerOf(form['assertion'] ?? '');
  return clientId === cliClientId ? 'Salesforce CLI' : 'Customer Pulse (local org)';
}

/** Who made a JWT, without believing it. */
function issuerOf(assertion: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'iss' in claims && typeof claims.iss === 'string' ? claims.iss : '';
  } catch {
    return '';
  }
}
