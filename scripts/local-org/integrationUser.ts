import type { Connection } from 'jsforce';
import { needed } from '../orgConnection';

/** The permission set that all of the sync service's work is done with. */
const PERMISSION_SET = 'CustomerPulseIntegration';

/** What a service needs to log in by its own client, as the integration user. */
const OF_SERVICE = ['SALESFORCE_LOGIN_URL', 'SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET', 'SALESFORCE_API_VERSION'] as const;

/**
 * The variables of `org.env` that make a client the integration user: without
 * the administrator's token, name, password and key, which would win.
 */
export function serviceEnv(orgEnv: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(OF_SERVICE.map((name) => [name, needed(orgEnv, name)]));
}

/** This process's environment with those variables in place of whatever it says of an org. */
export function asService(orgEnv: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('SALESFORCE_'));
  return { ...Object.fromEntries(others), ...serviceEnv(orgEnv) };
}

/**
 * Gives the integration user (profile Minimum Access - API Only Integrations)
 * the service's permission set, unless it has it or the org has no such set.
 * @param connection of an administrator
 */
export async function prepareIntegrationUser(connection: Connection): Promise<void> {
  const [set] = (await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${PERMISSION_SET}'`)).records;
  const [user] = (
    await connection.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Profile.Name = 'Minimum Access - API Only Integrations' AND IsActive = true ORDER BY CreatedDate LIMIT 1",
    )
  ).records;
  if (set === undefined || user === undefined) return;
  const given = await connection.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.Id}' AND PermissionSetId = '${set.Id}'`,
  );
  if (given.totalSize > 0) return;
  await connection.sobject('PermissionSetAssignment').create({ AssigneeId: user.Id, PermissionSetId: set.Id });
}
