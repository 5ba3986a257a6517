import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';

/**
 * Gives every user the permission set of their profile, and takes away those of
 * other profiles: on the platform a profile's permission set is assigned too.
 * @param moment epoch milliseconds, whole seconds
 */
export function keepProfileAssignments(
  { database, schema, store }: { readonly database: OrgDatabase; readonly schema: Schema; readonly store: RecordStore },
  moment: number,
): void {
  const object = schema.object('PermissionSetAssignment');
  if (object === undefined) return;
  const others = database
    .prepareArrays(
      `SELECT given."Id" FROM "PermissionSetAssignment" AS given
         JOIN "PermissionSet" AS own ON own."Id" = given."PermissionSetId" AND own."IsOwnedByProfile" = 1
         JOIN "User" AS person ON person."Id" = given."AssigneeId"
        WHERE person."ProfileId" IS NOT own."ProfileId"`,
    )
    .all();
  if (others.length > 0) {
    const gone = others.map(([id]) => String(id));
    database.prepare('DELETE FROM "PermissionSetAssignment" WHERE "Id" IN (SELECT value FROM json_each(?))').run(JSON.stringify(gone));
    database.changes.note(object.name);
    database.rowCache.clear();
  }
  const missing = database
    .prepareArrays(
      `SELECT person."Id", own."Id" FROM "User" AS person
         JOIN "PermissionSet" AS own ON own."ProfileId" = person."ProfileId" AND own."IsOwnedByProfile" = 1
        WHERE NOT EXISTS (
          SELECT 1 FROM "PermissionSetAssignment" AS given WHERE given."AssigneeId" = person."Id" AND given."PermissionSetId" = own."Id")`,
    )
    .all();
  store.insert(
    object,
    missing.map(([userId, setId]) => ({
      Id: store.newId(object),
      IsDeleted: false,
      AssigneeId: String(userId),
      PermissionSetId: String(setId),
      IsActive: true,
      SystemModstamp: moment,
    })),
  );
}
