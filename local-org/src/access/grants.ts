import type { OrgDatabase } from '../storage/database.ts';
import { SYSTEM_PERMISSIONS } from '../schema/standard/systemPermissions.ts';
import { quoteName } from '../storage/columns.ts';

/**
 * What is given, as letters. On an object: Create, Read, Edit, Delete, View all
 * records, Modify all records, view all Fields; on a field: Read, Edit.
 */
export type Letters = string;

/** What a set of permission sets gives together. Names of objects and fields are lower-cased, those of permissions are not. */
export interface Grants {
  /** Object -> letters. */
  readonly objects: Map<string, Letters>;
  /** `account.segment__c` -> letters. */
  readonly fields: Map<string, Letters>;
  readonly system: Set<string>;
  /** Custom permissions, lower-cased. */
  readonly custom: Set<string>;
  /** Custom metadata types and custom settings that may be read. */
  readonly types: Set<string>;
  readonly flows: Set<string>;
  readonly apps: Set<string>;
  /** Tab -> whether it is shown from the start. */
  readonly tabs: Map<string, boolean>;
}

export function noGrants(): Grants {
  return {
    objects: new Map(),
    fields: new Map(),
    system: new Set(),
    custom: new Set(),
    types: new Set(),
    flows: new Set(),
    apps: new Set(),
    tabs: new Map(),
  };
}

const LETTERS = [
  ['PermissionsCreate', 'C'],
  ['PermissionsRead', 'R'],
  ['PermissionsEdit', 'E'],
  ['PermissionsDelete', 'D'],
  ['PermissionsViewAllRecords', 'V'],
  ['PermissionsModifyAllRecords', 'M'],
  ['PermissionsViewAllFields', 'F'],
] as const;

/** The fields of ObjectPermissions, each with its letter. */
export const OBJECT_PERMISSION_FIELDS: readonly (readonly [field: string, letter: string])[] = LETTERS;

/** What the SetupEntityAccess rows of a type open. */
const entitySets = {
  CustomPermission: 'custom',
  CustomEntityDefinition: 'types',
  FlowDefinition: 'flows',
  TabSet: 'apps',
} as const;

/** What the records of these permission sets (or muting permission sets) give together. */
export function readGrants(database: OrgDatabase, permissionSetIds: readonly string[]): Grants {
  const grants = noGrants();
  const ids = JSON.stringify(permissionSetIds);
  const each = (sql: string, take: (row: readonly unknown[]) => void): void => {
    database.prepareArrays(`${sql} IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 0`).all(ids).forEach(take);
  };
  const permissions = LETTERS.map(([field]) => quoteName(field)).join(', ');
  each(`SELECT "SobjectType", ${permissions} FROM "ObjectPermissions" WHERE "ParentId"`, ([object, ...given]) => {
    const letters = LETTERS.flatMap(([, letter], place) => (given[place] === 1 ? [letter] : [])).join('');
    addLetters(grants.objects, String(object), letters);
  });
  each('SELECT "Field", "PermissionsRead", "PermissionsEdit" FROM "FieldPermissions" WHERE "ParentId"', ([field, read, edit]) => {
    addLetters(grants.fields, String(field), `${read === 1 ? 'R' : ''}${edit === 1 ? 'E' : ''}`);
  });
  const columns = SYSTEM_PERMISSIONS.map((name) => quoteName(`Permissions${name}`)).join(', ');
  each(`SELECT ${columns} FROM "PermissionSet" WHERE "Id"`, (row) => {
    for (const [place, name] of SYSTEM_PERMISSIONS.entries()) if (row[place] === 1) grants.system.add(name);
  });
  each('SELECT "SetupEntityType", "DeveloperName" FROM "SetupEntityAccess" WHERE "ParentId"', ([type, name]) => {
    if (isEntityType(type)) grants[entitySets[type]].add(String(name).toLowerCase());
  });
  each('SELECT "Name", "Visibility" FROM "PermissionSetTabSetting" WHERE "ParentId"', ([name, visibility]) => {
    const tab = String(name).toLowerCase();
    grants.tabs.set(tab, grants.tabs.get(tab) === true || visibility === 'DefaultOn');
  });
  return grants;
}

function isEntityType(type: unknown): type is keyof typeof entitySets {
  return typeof type === 'string' && Object.hasOwn(entitySets, type);
}

function addLetters(to: Map<string, Letters>, name: string, letters: Letters): void {
  const key = name.toLowerCase();
  const before = to.get(key) ?? '';
  to.set(key, before + [...letters].filter((letter) => !before.includes(letter)).join(''));
}

/** Adds what others give. */
export function addGrants(to: Grants, from: Grants): void {
  for (const [object, letters] of from.objects) addLetters(to.objects, object, letters);
  for (const [field, letters] of from.fields) addLetters(to.fields, field, letters);
  for (const set of ['system', 'custom', 'types', 'flows', 'apps'] as const) for (const name of from[set]) to[set].add(name);
  for (const [tab, shown] of from.tabs) to.tabs.set(tab, shown || to.tabs.get(tab) === true);
}

/**
 * Takes away what a muting permission set names, and what stands on it: without
 * Read nothing is left of an object, without Edit no Delete (Help, "Mute Permissions in a Permission Set Group").
 */
export function muteGrants(grants: Grants, muted: Grants): void {
  for (const [object, letters] of muted.objects) grants.objects.set(object, consistent(without(grants.objects.get(object), letters)));
  for (const [field, letters] of muted.fields) {
    const left = without(grants.fields.get(field), letters);
    grants.fields.set(field, left.includes('R') ? left : '');
  }
  for (const set of ['system', 'custom', 'types', 'flows', 'apps'] as const) for (const name of muted[set]) grants[set].delete(name);
  for (const tab of muted.tabs.keys()) grants.tabs.delete(tab);
}

function without(letters: Letters | undefined, taken: Letters): Letters {
  return [...(letters ?? '')].filter((letter) => !taken.includes(letter)).join('');
}

/** The letters without those that need one that is not there. */
export function consistent(letters: Letters): Letters {
  if (!letters.includes('R')) return '';
  let left = letters;
  if (!left.includes('E')) left = left.replace('D', '');
  if (!left.includes('D') || !left.includes('V')) left = left.replace('M', '');
  return left;
}
