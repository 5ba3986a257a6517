import { children } from '../metadata/xmlTree.ts';
import { sessionUser } from '../oauth/authentication.ts';
import type { Doors } from '../oauth/doors.ts';
import { successStatus, wrongPassword, type LoginDoor, type LoginOrigin } from '../oauth/loginHistory.ts';
import { passwordLogin } from '../oauth/passwordLogin.ts';
import type { RequestUser } from '../requestUser.ts';
import { userIdNamed } from '../users/userIdNamed.ts';
import { PasswordDesk } from '../users/passwordDesk.ts';
import { parameter, type SoapCall, type SoapValue } from './envelope.ts';
import { SoapFault } from './soapFault.ts';
import { userInfoResult } from './userInfoResult.ts';

/** A call with where it came in. */
export interface ApiCall extends SoapCall {
  /** `c` for enterprise, `u` for partner. */
  readonly api: 'c' | 'u';
  /** `50.0` */
  readonly version: string;
  /** Who sent it, for the history of log-ins. */
  readonly origin: LoginOrigin;
}

/** What an operation answers in `result`; undefined for an operation that answers nothing. */
type Operation = (doors: Doors, call: ApiCall) => SoapValue | Promise<SoapValue>;

/** The operations of the SOAP API that have to do with logging in (SOAP API Developer Guide, "Core Calls" and "Utility Calls"). */
export const operations: Readonly<Record<string, Operation>> = {
  login: logIn,
  logout: (doors, call) => {
    const token = call.sessionId ?? '';
    if (!doors.refreshTokens.revoke(token)) {
      callingUser(doors, call);
      doors.org.sessions.revoke(token);
    }
    return undefined;
  },
  getUserInfo: (doors, call) => userInfoResult(doors.org, callingUser(doors, call)),
  getServerTimestamp: (doors, call) => {
    callingUser(doors, call);
    return { timestamp: new Date(doors.org.clock.now()).toISOString() };
  },
  invalidateSessions: (doors, call) => {
    const user = callingUser(doors, call);
    return children(call.body, 'sessionIds').map((element) => ({ success: endSession(doors, user, element.text.trim()) }));
  },
  setPassword: (doors, call) => {
    desk(doors, call).set(parameter(call.body, 'userId'), parameter(call.body, 'password'));
    return {};
  },
  resetPassword: (doors, call) => ({ password: desk(doors, call).reset(parameter(call.body, 'userId')) }),
};

/** The first API version without `login()` (release notes, "SOAP API login() Retirement"). */
const firstWithoutLogin = 65;

async function logIn(doors: Doors, call: ApiCall): Promise<SoapValue> {
  const { org, passwords } = doors;
  if (Number.parseInt(call.version, 10) >= firstWithoutLogin) {
    throw SoapFault.of('UNSUPPORTED_API_VERSION', 'SOAP API login() is not available in this API version. Use OAuth to log in.');
  }
  const username = parameter(call.body, 'username');
  const user = await passwordLogin(doors, username, parameter(call.body, 'password'));
  const apiType = call.api === 'c' ? 'SOAP Enterprise' : 'SOAP Partner';
  const door: LoginDoor = { type: 'Other Apex API', application: 'N/A', apiType, apiVersion: call.version };
  doors.logins.add(user?.id ?? userIdNamed(org.database, username), user === undefined ? wrongPassword : successStatus, door, call.origin);
  if (user === undefined) throw SoapFault.of('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  if (user.access?.system('ApiEnabled') === false) {
    throw SoapFault.of('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
  }
  const at = (api: string): string => `${org.instanceUrl()}/services/Soap/${api}/${call.version}/${org.id.slice(0, 15)}`;
  return {
    metadataServerUrl: at('m'),
    passwordExpired: passwords.isExpired(user.id),
    sandbox: false,
    serverUrl: at(call.api),
    sessionId: org.sessions.open(user.id, { scope: 'full' }),
    userId: user.id,
    userInfo: userInfoResult(org, user),
  };
}

/** Who a call with a SessionHeader runs as. @throws SoapFault INVALID_SESSION_ID */
export function callingUser({ org }: Pick<Doors, 'org'>, { sessionId }: Pick<SoapCall, 'sessionId'>): RequestUser {
  const user = sessionId === undefined ? undefined : sessionUser(org, sessionId);
  if (user !== undefined) return user;
  throw SoapFault.of(
    'INVALID_SESSION_ID',
    'Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash',
  );
}

/** A user ends their own sessions only. */
function endSession({ org }: Doors, user: RequestUser, token: string): boolean {
  return org.sessions.look(token)?.userId === user.id && org.sessions.revoke(token);
}

function desk(doors: Doors, call: ApiCall): PasswordDesk {
  return new PasswordDesk(doors.org.database, callingUser(doors, call));
}
