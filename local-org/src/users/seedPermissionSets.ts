import type { PermissionSet } from '../metadata/permissionSet.ts';
import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import { Seeder, type SeededOrganization } from './seedOrganization.ts';

/** Which permission sets of the package the org's first two users get, where it has them. */
const assignments: readonly { readonly permissionSet: string; readonly user: 'adminId' | 'integrationUserId' }[] = [
  { permissionSet: 'CustomerPulseAdmin', user: 'adminId' },
  { permissionSet: 'CustomerPulseIntegration', user: 'integrationUserId' },
];

/** A PermissionSet record for each permission set of the package, and its first assignments. */
export function seedPermissionSets(
  org: { database: OrgDatabase; schema: Schema; store: RecordStore },
  sets: readonly PermissionSet[],
  seeded: SeededOrganization,
  now: number,
): void {
  const seeder = new Seeder(org.database, org.schema, org.store, Math.floor(now / 1000) * 1000);
  org.database.transaction(() => {
    for (const { name, label, description } of sets) {
      const id = seeder.findOrCreate('PermissionSet', 'Name', name, {
        Label: label,
        Description: description ?? null,
        IsCustom: true,
        IsOwnedByProfile: false,
      });
      for (const { permissionSet, user } of assignments) {
        if (permissionSet !== name) continue;
        seeder.findOrCreate('PermissionSetAssignment', 'PermissionSetId', id, { AssigneeId: seeded[user], IsActive: true });
      }
    }
  });
}
