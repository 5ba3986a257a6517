import type { OrgDatabase } from '../storage/database.ts';
import { addGrants, muteGrants, readGrants, type Grants } from './grants.ts';

interface Group {
  readonly id: string;
  readonly sets: readonly string[];
  readonly muting: readonly string[];
}

/** What permission sets give together; a set that stands for a group gives what its members give, without what the group mutes. */
export function grantsOf(database: OrgDatabase, permissionSetIds: readonly string[]): Grants {
  const groups = groupsAmong(database, permissionSetIds);
  const ofGroups = new Set(groups.map(({ id }) => id));
  const grants = readGrants(
    database,
    permissionSetIds.filter((id) => !ofGroups.has(id)),
  );
  for (const { sets, muting } of groups) addGrants(grants, groupGrants(database, sets, muting));
  return grants;
}

/** What the members of a group give together. */
export function groupGrants(database: OrgDatabase, sets: readonly string[], muting: readonly string[]): Grants {
  const grants = readGrants(database, sets);
  if (muting.length > 0) muteGrants(grants, readGrants(database, muting));
  return grants;
}

function groupsAmong(database: OrgDatabase, ids: readonly string[]): readonly Group[] {
  const rows = database
    .prepareArrays(
      `SELECT own."Id", member."PermissionSetId" FROM "PermissionSet" AS own
        LEFT JOIN "PermissionSetGroupComponent" AS member
          ON member."PermissionSetGroupId" = own."PermissionSetGroupId" AND member."IsDeleted" = 0
       WHERE own."PermissionSetGroupId" IS NOT NULL AND own."Id" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  return [...Map.groupBy(rows, ([id]) => String(id))].map(([id, members]) => {
    const all = members.flatMap(([, member]) => (typeof member === 'string' ? [member] : []));
    return { id, sets: all.filter((one) => one.startsWith('0PS')), muting: all.filter((one) => one.startsWith('0QM')) };
  });
}
