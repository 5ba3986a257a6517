import { quoteName } from '../../storage/columns.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import { withChecksum } from '../../storage/ids.ts';

/** What the org's structure is read from: table -> columns whose change is one of the structure. */
const watched: Readonly<Record<string, readonly string[]>> = {
  User: ['UserRoleId', 'ManagerId', 'IsDeleted'],
  UserRole: ['ParentRoleId', 'OpportunityAccessForAccountOwner', 'CaseAccessForAccountOwner', 'ContactAccessForAccountOwner', 'IsDeleted'],
  Group: ['Type', 'RelatedId', 'DoesIncludeBosses', 'DeveloperName', 'IsDeleted'],
  GroupMember: ['GroupId', 'UserOrGroupId', 'IsDeleted'],
};

/** The groups that the platform makes of each role: type -> the three characters that tell their ids apart. */
const roleGroups: Readonly<Record<string, string>> = { Role: 'LoR', RoleAndSubordinates: 'LoS', RoleAndSubordinatesInternal: 'LoI' };

/** Id of the group of all users of the org. */
export const everybodyId = withChecksum('00GLoA000000001');

/**
 * Makes the database tell when roles, groups and their members change, whoever
 * changes them, and keeps the groups that come with every role. Call it when
 * the tables fit the schema.
 */
export function prepareStructure(database: OrgDatabase): void {
  database.connection.function('role_group_id', { deterministic: true }, (mark, roleId) =>
    withChecksum(`00G${String(mark)}${String(roleId).slice(6, 15)}`),
  );
  const made = database.prepareArrays(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'sharing_*'`).all();
  const wanted = [...watchers(), ...roleTriggers()];
  if (Number(made[0]?.[0]) !== wanted.length) {
    database.execute('CREATE TABLE IF NOT EXISTS local_sharing (version TEXT NOT NULL) STRICT');
    for (const { name, sql } of wanted)
      database.execute(`DROP TRIGGER IF EXISTS ${quoteName(name)}; CREATE TRIGGER ${quoteName(name)} ${sql}`);
    database.execute('DELETE FROM local_sharing; INSERT INTO local_sharing VALUES (hex(randomblob(8)))');
  }
  keepRoleGroups(database);
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

// A random version rather than a count: after a rollback the same count could stand for something else.
const bump = 'UPDATE local_sharing SET version = hex(randomblob(8));';

function watchers(): readonly Trigger[] {
  return Object.entries(watched).flatMap(([table, columns]) => {
    const on = quoteName(table);
    const differs = columns.map((column) => `OLD.${quoteName(column)} IS NOT NEW.${quoteName(column)}`).join(' OR ');
    return [
      { name: `sharing_${table}_insert`, sql: `AFTER INSERT ON ${on} BEGIN ${bump} END` },
      { name: `sharing_${table}_delete`, sql: `AFTER DELETE ON ${on} BEGIN ${bump} END` },
      { name: `sharing_${table}_update`, sql: `AFTER UPDATE ON ${on} WHEN ${differs} BEGIN ${bump} END` },
    ];
  });
}

function roleTriggers(): readonly Trigger[] {
  return [
    { name: 'sharing_role_groups', sql: `AFTER INSERT ON "UserRole" BEGIN ${insertGroups('NEW')} END` },
    {
      name: 'sharing_role_names',
      sql: `AFTER UPDATE OF "DeveloperName" ON "UserRole" BEGIN
        UPDATE "Group" SET "DeveloperName" = NEW."DeveloperName" WHERE "RelatedId" = NEW."Id" AND "Type" GLOB 'Role*'; END`,
    },
    {
      name: 'sharing_role_gone',
      sql: `AFTER DELETE ON "UserRole" BEGIN DELETE FROM "Group" WHERE "RelatedId" = OLD."Id" AND "Type" GLOB 'Role*'; END`,
    },
  ];
}

const columns =
  '"Id", "Type", "RelatedId", "DeveloperName", "CreatedDate", "LastModifiedDate", "SystemModstamp", "CreatedById", "LastModifiedById"';

function insertGroups(role: string, from = ''): string {
  return Object.entries(roleGroups)
    .map(
      ([type, mark]) =>
        `INSERT OR IGNORE INTO "Group" (${columns}) SELECT role_group_id('${mark}', ${role}."Id"), '${type}', ${role}."Id", ${role}."DeveloperName",
         ${role}."CreatedDate", ${role}."LastModifiedDate", ${role}."SystemModstamp", ${role}."CreatedById", ${role}."LastModifiedById"${from};`,
    )
    .join('\n');
}

/** For roles and an org that were there before: the groups that they lack. */
function keepRoleGroups(database: OrgDatabase): void {
  for (const type of Object.keys(roleGroups)) {
    const missing = database
      .prepareArrays(
        `SELECT 1 FROM "UserRole" r WHERE NOT EXISTS (SELECT 1 FROM "Group" g WHERE g."RelatedId" = r."Id" AND g."Type" = ?) LIMIT 1`,
      )
      .all(type);
    if (missing.length === 0) continue;
    database.connection.exec(insertGroups('r', ' FROM "UserRole" r'));
    break;
  }
  database
    .prepare(
      `INSERT OR IGNORE INTO "Group" ("Id", "Type", "Name", "DeveloperName", "CreatedDate", "LastModifiedDate", "SystemModstamp")
       SELECT ?1, 'Organization', NULL, 'AllInternalUsers', made, made, made
       FROM (SELECT coalesce((SELECT min("CreatedDate") FROM "Organization"), unixepoch() * 1000) AS made)`,
    )
    .run(everybodyId);
}
