import type { OrgDatabase } from '../storage/database.ts';

/** Id of the user of this name, active or not; user names ignore case. */
export function userIdNamed(database: OrgDatabase, username: string): string | undefined {
  const row = database
    .prepare('SELECT "Id" AS id FROM "User" WHERE "Username" = ? COLLATE NOCASE AND "IsDeleted" = 0')
    .get(username.trim());
  return typeof row?.['id'] === 'string' ? row['id'] : undefined;
}
