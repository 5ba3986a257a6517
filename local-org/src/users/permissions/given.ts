import { canBeEdited, isPermissionable, permissionField } from '../../access/fieldRules.ts';
import type { Grants } from '../../access/grants.ts';
import type { ObjectGrant, PermissionGrants } from '../../metadata/permissions/grants.ts';
import { SYSTEM_PERMISSIONS } from '../../schema/standard/systemPermissions.ts';
import type { Schema } from '../../schema/types.ts';

/**
 * What one permission set gives, entry by entry: `o Account` -> `RCED`,
 * `f Account.Segment__c` -> `RE`, `s ApiEnabled`, `c CustomPermission`,
 * `m Rate__mdt`, `w Flow`, `a App` -> `1`, `t Tab` -> `DefaultOn`.
 */
export type Given = Map<string, string>;

const system = new Map(SYSTEM_PERMISSIONS.map((name) => [name.toLowerCase(), name]));

/** Puts what a file says over what was given before: `false` takes away. What the org does not have is left out. */
export function giveFile(given: Given, grants: PermissionGrants, schema: Schema): Given {
  const set = (key: string, value: string): void => {
    if (value === '') given.delete(key);
    else given.set(key, value);
  };
  for (const grant of grants.objects) {
    const object = schema.object(grant.object);
    if (object !== undefined) set(`o ${object.name}`, lettersOf(grant));
  }
  for (const { field: path, readable, editable } of grants.fields) {
    const [objectName = '', name = ''] = path.split('.');
    const object = schema.object(objectName);
    const field = object?.fields.get(name.toLowerCase());
    const deciding = object === undefined || field === undefined ? undefined : permissionField(object, field);
    if (object === undefined || deciding === undefined || !isPermissionable(object, deciding)) continue;
    // What is computed cannot be edited, whatever a file says.
    const edits = editable && canBeEdited(object, deciding);
    set(`f ${object.name}.${deciding.name}`, `${readable ? 'R' : ''}${edits ? 'E' : ''}`);
  }
  for (const [name, enabled] of grants.system) {
    const known = system.get(name.toLowerCase());
    if (known !== undefined) set(`s ${known}`, enabled ? '1' : '');
  }
  for (const [name, enabled] of grants.types) {
    const object = schema.object(name);
    if (object !== undefined) set(`m ${object.name}`, enabled ? '1' : '');
  }
  for (const [name, enabled] of grants.customPermissions) set(`c ${name}`, enabled ? '1' : '');
  for (const [name, enabled] of grants.flows) set(`w ${name}`, enabled ? '1' : '');
  for (const [name, enabled] of grants.applications) set(`a ${name}`, enabled ? '1' : '');
  for (const { tab, visibility } of grants.tabs) set(`t ${tab}`, visibility === 'Hidden' ? '' : visibility);
  return given;
}

/** What the members of a group give together, with the names as the schema has them. */
export function giveGroup(grants: Grants, schema: Schema): Given {
  const given: Given = new Map();
  for (const object of schema.objects.values()) {
    const letters = grants.objects.get(object.name.toLowerCase()) ?? '';
    if (letters !== '') given.set(`o ${object.name}`, letters);
    for (const field of object.fields.values()) {
      const ofField = grants.fields.get(`${object.name}.${field.name}`.toLowerCase()) ?? '';
      if (ofField !== '') given.set(`f ${object.name}.${field.name}`, ofField);
    }
    if (grants.types.has(object.name.toLowerCase())) given.set(`m ${object.name}`, '1');
  }
  for (const name of grants.system) given.set(`s ${name}`, '1');
  return given;
}

function lettersOf(grant: ObjectGrant): string {
  const letters: readonly (readonly [string, boolean])[] = [
    ['R', grant.read],
    ['C', grant.create],
    ['E', grant.edit],
    ['D', grant.delete],
    ['V', grant.viewAll],
    ['M', grant.modifyAll],
    ['F', grant.viewAllFields],
  ];
  return letters.flatMap(([letter, has]) => (has ? [letter] : [])).join('');
}
