import type { Org } from '../../../org.ts';
import { flowsUrl, objectsUrl, permissionSetsUrl, usersUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, link, numbers, searchForm, tableOr, textOr, wholeText } from '../html.ts';
import { containing, numberOf, rowsOf, textOf, type Row } from '../rows.ts';
import { queryText, type SetupPage } from '../setupPage.ts';
import { SYSTEM_PERMISSIONS } from '../../../schema/standard/systemPermissions.ts';

/** Permission sets, those of profiles among them, with how many people have each. */
export const permissionSetsPage: SetupPage = {
  address: permissionSetsUrl,
  entry: permissionSetsUrl,
  show: (asked) => {
    const wanted = queryText(asked, 'q');
    const rows = permissionSetsNamed(asked.org, wanted).map((set) => [
      link(viewUrl(permissionSetsUrl, textOf(set, 'name')), textOf(set, 'label')),
      escapeHtml(textOf(set, 'name')),
      escapeHtml(kindText(set)),
      wholeText(numberOf(set, 'people')),
      textOr(textOf(set, 'description')),
    ]);
    const columns = ['Permission set', 'API name', 'Kind', numbers('People'), 'Description'];
    const none = `No permission set is called “${wanted}”.`;
    return {
      title: 'Permission sets',
      content:
        searchForm(permissionSetsUrl, 'Search permission sets', wanted) +
        card(`${rows.length} permission sets`, tableOr(none, 'Permission sets', columns, rows)),
    };
  },
};

/** One permission set: what it lets people see and do. */
export const permissionSetPage: SetupPage = {
  address: '/lightning/setup/PermSets/:name/view',
  entry: permissionSetsUrl,
  show: ({ org, params }) => {
    const set = permissionSetsNamed(org, '').find((row) => textOf(row, 'name').toLowerCase() === params['name']?.toLowerCase());
    if (set === undefined) return undefined;
    const id = textOf(set, 'id');
    return {
      title: textOf(set, 'label'),
      above: [{ label: 'Permission sets', url: permissionSetsUrl }],
      content:
        card('Permission set', about(set)) + objects(org, id) + fields(org, id) + system(org, id) + entities(org, id) + people(org, id),
    };
  },
};

/** Permission sets whose name or label holds the text. */
export function permissionSetsNamed({ database }: Org, text: string): readonly Row[] {
  return rowsOf(
    database,
    'PermissionSet',
    `SELECT p."Id" AS id, p."Name" AS name, coalesce(f."Name", p."Label") AS label, p."Description" AS description, p."IsOwnedByProfile" AS ofProfile,
       p."PermissionSetGroupId" IS NOT NULL AS ofGroup, p."IsCustom" AS custom,
       (SELECT count(*) FROM "PermissionSetAssignment" a WHERE a."PermissionSetId" = p."Id" AND a."IsDeleted" = 0) AS people
     FROM "PermissionSet" p LEFT JOIN "Profile" f ON f."Id" = p."ProfileId"
     WHERE p."IsDeleted" = 0 AND (lower(p."Name") LIKE ?1 ESCAPE '\\' OR lower(coalesce(f."Name", p."Label")) LIKE ?1 ESCAPE '\\')
     ORDER BY p."IsOwnedByProfile", 3`,
    containing(text),
  );
}

function kindText(set: Row): string {
  if (set['ofProfile'] === 1) return 'Profile';
  return set['ofGroup'] === 1 ? 'Permission set group' : 'Permission set';
}

function about(set: Row): string {
  return facts([
    ['API name', escapeHtml(textOf(set, 'name'))],
    ['Kind', escapeHtml(kindText(set))],
    ['People', wholeText(numberOf(set, 'people'))],
    ['Description', textOr(textOf(set, 'description'))],
  ]);
}

const objectRights = {
  PermissionsRead: 'Read',
  PermissionsCreate: 'Create',
  PermissionsEdit: 'Edit',
  PermissionsDelete: 'Delete',
  PermissionsViewAllRecords: 'View all records',
  PermissionsModifyAllRecords: 'Modify all records',
  PermissionsViewAllFields: 'View all fields',
} as const;

function objects(org: Org, id: string): string {
  const found = rowsOf(
    org.database,
    'ObjectPermissions',
    'SELECT * FROM "ObjectPermissions" WHERE "ParentId" = ? ORDER BY "SobjectType"',
    id,
  );
  const rows = found.map((row) => {
    const object = org.schema.object(textOf(row, 'SobjectType'));
    const rights = Object.entries(objectRights).flatMap(([field, word]) => (row[field] === 1 ? badge(word) : []));
    return [
      object === undefined ? escapeHtml(textOf(row, 'SobjectType')) : link(viewUrl(objectsUrl, object.name, 'Details'), object.label),
      rights.join(' '),
    ];
  });
  return card(`Objects (${rows.length})`, tableOr('It gives access to no object.', 'Objects', ['Object', 'May'], rows));
}

function fields(org: Org, id: string): string {
  const found = rowsOf(
    org.database,
    'FieldPermissions',
    'SELECT * FROM "FieldPermissions" WHERE "ParentId" = ? ORDER BY "SobjectType", "Field"',
    id,
  );
  const byObject = Map.groupBy(found, (row) => textOf(row, 'SobjectType'));
  const rows = [...byObject].map(([objectName, ofObject]) => {
    const object = org.schema.object(objectName);
    const labels = (rights: readonly Row[]): string =>
      rights
        .map((row) => object?.fields.get((textOf(row, 'Field').split('.')[1] ?? '').toLowerCase())?.label ?? textOf(row, 'Field'))
        .toSorted((one, other) => one.localeCompare(other, 'en'))
        .join(', ');
    return [
      escapeHtml(object?.label ?? objectName),
      textOr(labels(ofObject.filter((row) => row['PermissionsEdit'] === 1))),
      textOr(labels(ofObject.filter((row) => row['PermissionsEdit'] !== 1))),
    ];
  });
  return card(
    `Fields (${found.length})`,
    tableOr('It gives access to no field.', 'Fields', ['Object', 'Fields that may be edited', 'Fields that may be read'], rows),
  );
}

/** Permissions of the system: fields of the permission set. */
function system({ database }: Org, id: string): string {
  const [set = {}] = rowsOf(database, 'PermissionSet', 'SELECT * FROM "PermissionSet" WHERE "Id" = ?', id);
  const given = SYSTEM_PERMISSIONS.filter((name) => set[`Permissions${name}`] === 1).map(wordsOf);
  return card(
    `System permissions (${given.length})`,
    given.length === 0 ? '<p class="setup-none">It gives none.</p>' : `<p>${given.map((name) => badge(name)).join(' ')}</p>`,
  );
}

/** `ViewAllData` -> `View All Data` */
function wordsOf(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ');
}

const entityWords: Readonly<Record<string, string>> = {
  FlowDefinition: 'Flow',
  CustomPermission: 'Custom permission',
  TabSet: 'App',
  CustomEntityDefinition: 'Custom metadata type or setting',
};

function entities({ database }: Org, id: string): string {
  const found = rowsOf(
    database,
    'SetupEntityAccess',
    'SELECT "SetupEntityType" AS type, "DeveloperName" AS name FROM "SetupEntityAccess" WHERE "ParentId" = ? ORDER BY 1, 2',
    id,
  );
  const rows = found.map((row) => {
    const [type, name] = [textOf(row, 'type'), textOf(row, 'name')];
    return [escapeHtml(entityWords[type] ?? type), type === 'FlowDefinition' ? link(viewUrl(flowsUrl, name), name) : textOr(name)];
  });
  return card(
    `Flows, apps and custom permissions (${rows.length})`,
    tableOr('It gives none.', 'Flows, apps and custom permissions', ['Kind', 'Name'], rows),
  );
}

function people({ database }: Org, id: string): string {
  const found = rowsOf(
    database,
    'PermissionSetAssignment',
    `SELECT u."Id" AS id, coalesce(u."Name", u."LastName") AS name, u."Username" AS username FROM "PermissionSetAssignment" a
     JOIN "User" u ON u."Id" = a."AssigneeId" WHERE a."PermissionSetId" = ? AND a."IsDeleted" = 0 ORDER BY 2`,
    id,
  );
  const rows = found.map((row) => [link(viewUrl(usersUrl, textOf(row, 'id')), textOf(row, 'name')), textOr(textOf(row, 'username'))]);
  return card(`People (${rows.length})`, tableOr('It is assigned to nobody.', 'People', ['Name', 'Username'], rows));
}
