import type { Connection } from 'jsforce';
import type { DemoRecord } from '../../demo-data/demoData';

/** What the demo's sales people may see: figures and work, and the words of the customers. */
const PERMISSION_SETS = ['CustomerPulseUser', 'CustomerPulseComments'];

/** Tells each user's manager, who hears of late follow-ups. */
export async function setManagers(connection: Connection, users: readonly DemoRecord[], ids: ReadonlyMap<string, string>): Promise<void> {
  const updates = users.flatMap(({ key, manager }) => {
    const [id, managerId] = [ids.get(key), ids.get(manager ?? '')];
    return id === undefined || managerId === undefined ? [] : [{ Id: id, ManagerId: managerId }];
  });
  const results = await connection.sobject('User').update(updates, { allOrNone: true });
  const refused = results.flatMap((result) => (result.success ? [] : result.errors.map((error) => error.message)));
  if (refused.length > 0) throw new Error(`The demo's managers were refused: ${refused.join('; ')}`);
}

/** Gives the users the permission sets that they lack. */
export async function assignPermissionSets(connection: Connection, userIds: readonly string[]): Promise<void> {
  const named = PERMISSION_SETS.map((name) => `'${name}'`).join(', ');
  const sets = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name IN (${named})`);
  const setIds = sets.records.map(({ Id }) => Id);
  const present = await connection.query<{ AssigneeId: string; PermissionSetId: string }>(
    'SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment',
  );
  const has = new Set(present.records.map(({ AssigneeId, PermissionSetId }) => `${AssigneeId} ${PermissionSetId}`));
  const missing = userIds.flatMap((AssigneeId) =>
    setIds.filter((id) => !has.has(`${AssigneeId} ${id}`)).map((PermissionSetId) => ({ AssigneeId, PermissionSetId })),
  );
  if (missing.length > 0) await connection.sobject('PermissionSetAssignment').create(missing, { allOrNone: true });
}
