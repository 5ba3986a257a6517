import type { Org } from '../org.ts';
import { Passwords, randomPassword } from '../users/passwords.ts';
import type { ConnectedApps } from './connectedApps.ts';
import { jwtKeyOf } from './keyPair.ts';

/** What an earlier start gave out, as far as it is known. */
export interface KnownCredentials {
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly password: string;
}

/** What a client needs to log in as the administrator, by each way there is. */
export interface AdminCredentials extends KnownCredentials {
  /** PEM file of the private key for JWTs. */
  readonly jwtKeyFile: string;
}

/** Token, secret, password and key of an earlier start while they are still good; new ones otherwise. */
export function keepAdminCredentials(
  org: Org,
  apps: ConnectedApps,
  seeded: { readonly adminId: string; readonly integrationUserId: string },
  known: KnownCredentials,
): AdminCredentials {
  const { accessToken: token } = known;
  const app = apps.authenticate(known.clientId, known.clientSecret);
  const { clientId, clientSecret } =
    app === undefined ? apps.register(seeded.integrationUserId) : { clientId: app.clientId, clientSecret: known.clientSecret };
  const { file, publicKey } = jwtKeyOf(org.dataFolder);
  apps.setCertificate(clientId, publicKey);
  for (const principal of [seeded.adminId, seeded.integrationUserId, ...profileIds(org)]) apps.approve(clientId, principal);
  return {
    accessToken: org.sessions.userIdOf(token) === seeded.adminId ? token : org.sessions.open(seeded.adminId, { lasting: true }),
    clientId,
    clientSecret,
    password: keepPassword(new Passwords(org.database), seeded.adminId, known.password),
    jwtKeyFile: file,
  };
}

/** A password that the administrator chose is theirs: it is neither changed nor told. */
function keepPassword(passwords: Passwords, adminId: string, known: string): string {
  if (passwords.has(adminId)) return passwords.isSame(adminId, known) ? known : '';
  const password = randomPassword();
  passwords.set(adminId, password);
  return password;
}

/** The org's client is approved for the users of every profile, as an administrator may do: no user has to be asked first. */
function profileIds(org: Org): readonly string[] {
  return org.database
    .prepare('SELECT "Id" AS id FROM "Profile" WHERE "IsDeleted" = 0')
    .all()
    .map(({ id }) => String(id));
}
