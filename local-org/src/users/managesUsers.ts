import type { RequestUser } from '../requestUser.ts';
import type { OrgDatabase } from '../storage/database.ts';

/** Whether a user may change other users: administrators may ("Manage Users"). */
export function managesUsers(database: OrgDatabase, user: RequestUser): boolean {
  const row = database.prepare('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?').get(user.profileId ?? '');
  return row?.['name'] === 'System Administrator';
}
