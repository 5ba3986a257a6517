import type { PermissionSet } from '../metadata/permissionSet.ts';
import type { FieldValues, Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import { Seeder } from './seedOrganization.ts';

/** Makes the PermissionSet records those of the metadata: new ones, changed labels, and none for sets that are gone. */
export function keepPermissionSets(
  org: { readonly database: OrgDatabase; readonly schema: Schema; readonly store: RecordStore },
  sets: readonly PermissionSet[],
  now: number,
): void {
  const { database, schema, store } = org;
  const object = schema.object('PermissionSet');
  if (object === undefined) return;
  const moment = Math.floor(now / 1000) * 1000;
  const seeder = new Seeder(database, schema, store, moment);
  database.transaction(() => {
    for (const { name, label, description } of sets) {
      const told: FieldValues = { Label: label, Description: description ?? null };
      const id = seeder.findOrCreate('PermissionSet', 'Name', name, { ...told, IsCustom: true, IsOwnedByProfile: false });
      const values = store.read(object, [id]).get(id);
      const differs = Object.entries(told).some(([field, value]) => values?.[field] !== value);
      if (differs) store.update(object, id, { ...told, LastModifiedDate: moment, SystemModstamp: moment });
    }
    removeOthers(org, new Set(sets.map(({ name }) => name)));
  });
}

function removeOthers({ database, schema, store }: Parameters<typeof keepPermissionSets>[0], names: ReadonlySet<string>): void {
  const rows = database
    .prepare('SELECT "Id" AS id, "Name" AS name FROM "PermissionSet" WHERE "IsDeleted" = 0 AND "IsCustom" = 1 AND "IsOwnedByProfile" = 0')
    .all();
  const gone = rows.filter((row) => !names.has(String(row['name']))).map((row) => String(row['id']));
  if (gone.length === 0) return;
  const assignment = schema.object('PermissionSetAssignment');
  const permissionSetId = assignment?.fields.get('permissionsetid');
  if (assignment !== undefined && permissionSetId !== undefined) {
    store.delete(assignment, store.idsWhere(assignment, permissionSetId, gone));
  }
  const object = schema.object('PermissionSet');
  if (object !== undefined) store.delete(object, gone);
}
