import type { OrgDatabase } from '../storage/database.ts';

/** The org's own record: what several doors tell of it. */
export function organizationOf(database: OrgDatabase): { readonly id: string; readonly name: string } {
  const row = database.prepare('SELECT "Id" AS id, "Name" AS name FROM "Organization" WHERE "IsDeleted" = 0').get();
  return { id: String(row?.['id'] ?? ''), name: String(row?.['name'] ?? '') };
}
