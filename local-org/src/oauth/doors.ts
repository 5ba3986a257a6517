import type { Org } from '../org.ts';
import { Passwords } from '../users/passwords.ts';
import type { AuthorizationCode, AuthorizationRequest } from './authorizationRequest.ts';
import type { ConnectedApps } from './connectedApps.ts';
import { endSessionsWithTheirUser } from './endSessionsWithTheirUser.ts';
import { ExpiringStore } from './expiringStore.ts';
import { LoginLog } from './loginHistory.ts';
import { RefreshTokens } from './refreshTokens.ts';

/** A browser's way in by a link that works once. */
export interface OneTimeLogin {
  readonly userId: string;
  /** Where it leads, when the link does not say. */
  readonly path: string | undefined;
}

/** What the log-in endpoints work with. */
export interface Doors {
  readonly org: Org;
  readonly apps: ConnectedApps;
  readonly passwords: Passwords;
  readonly refreshTokens: RefreshTokens;
  /** Log-ins by browser that are under way. */
  readonly requests: ExpiringStore<AuthorizationRequest>;
  readonly codes: ExpiringStore<AuthorizationCode>;
  readonly oneTimeLogins: ExpiringStore<OneTimeLogin>;
  readonly logins: LoginLog;
}

/** Lifetimes in seconds, as the platform documents them. */
const codeLifetime = 15 * 60;
const oneTimeLifetime = 60;

export function createDoors(org: Org, apps: ConnectedApps): Doors {
  const refreshTokens = new RefreshTokens(org.database, org.sessions);
  endSessionsWithTheirUser(org.database);
  return {
    org,
    apps,
    passwords: new Passwords(org.database),
    refreshTokens,
    requests: new ExpiringStore(codeLifetime),
    codes: new ExpiringStore(codeLifetime),
    oneTimeLogins: new ExpiringStore(oneTimeLifetime),
    logins: new LoginLog(org),
  };
}
