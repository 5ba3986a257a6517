import { consistent } from '../access/grants.ts';
import { canBeEdited, isPermissionable } from '../access/fieldRules.ts';
import { hasOwnPermissions } from '../access/objectRules.ts';
import { OBJECT_PERMISSION_FIELDS } from '../access/grants.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';

/** A group is assigned by its own id or by that of the permission set that stands for it. */
export function groupAssignment(database: OrgDatabase, row: SaveRow): void {
  const { PermissionSetId: setId, PermissionSetGroupId: groupId } = row.values;
  const own = 'SELECT "Id" AS id, "PermissionSetGroupId" AS groupId FROM "PermissionSet" WHERE "IsDeleted" = 0 AND';
  if (typeof groupId === 'string') {
    const found = database.prepare(`${own} "PermissionSetGroupId" = ?`).get(groupId);
    row.values['PermissionSetId'] = typeof found?.['id'] === 'string' ? found['id'] : null;
  } else if (typeof setId === 'string') {
    const found = database.prepare(`${own} "Id" = ?`).get(setId);
    row.values['PermissionSetGroupId'] = typeof found?.['groupId'] === 'string' ? found['groupId'] : null;
  }
  if (row.values['PermissionSetId'] === null) row.fail(saveErrors.requiredMissing(['PermissionSetId']));
}

/** What the platform asks of records that give permissions (Object Reference, "ObjectPermissions" and "FieldPermissions"). */
export function checkPermissionRecords(context: SaveContext, batch: SaveBatch): void {
  const { name } = batch.plan.object;
  if (name === 'ObjectPermissions') for (const row of healthy(batch.rows)) checkObject(context, row);
  else if (name === 'FieldPermissions') for (const row of healthy(batch.rows)) checkField(context, row);
}

function checkObject({ schema }: SaveContext, row: SaveRow): void {
  const object = schema.object(String(row.values['SobjectType']));
  if (object === undefined || !hasOwnPermissions(object)) {
    row.fail(wrong(`Object Type Name: bad value for restricted picklist field: ${String(row.values['SobjectType'])}`, 'SobjectType'));
    return;
  }
  row.values['SobjectType'] = object.name;
  const letters = OBJECT_PERMISSION_FIELDS.flatMap(([field, letter]) => (row.values[field] === true ? [letter] : [])).join('');
  const allowed = consistent(letters);
  const missing = OBJECT_PERMISSION_FIELDS.find(([, letter]) => letters.includes(letter) && !allowed.includes(letter));
  if (missing !== undefined) row.fail(dependency(`${words[missing[1]] ?? ''} ${object.name}`, `Read ${object.name}`));
}

const words: Readonly<Record<string, string>> = {
  C: 'Create',
  R: 'Read',
  E: 'Edit',
  D: 'Delete',
  V: 'View All',
  M: 'Modify All',
  F: 'View All Fields',
};

function checkField({ schema }: SaveContext, row: SaveRow): void {
  const path = String(row.values['Field']);
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = schema.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  if (object === undefined || field === undefined || !isPermissionable(object, field)) {
    row.fail(wrong(`Field Name: bad value for restricted picklist field: ${path}`, 'Field'));
    return;
  }
  row.values['SobjectType'] = object.name;
  row.values['Field'] = `${object.name}.${field.name}`;
  const { PermissionsRead: read, PermissionsEdit: edit } = row.values;
  if (edit === true && read !== true) row.fail(dependency(`Edit ${path}`, `Read ${path}`));
  else if (edit === true && !canBeEdited(object, field)) row.fail(wrong(`Field ${path} is read-only`, 'PermissionsEdit'));
}

function dependency(permission: string, needed: string): SaveError {
  const message = `Permission ${permission} depends on permission(s): ${needed}`;
  return { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message, fields: [] };
}

function wrong(message: string, field: string): SaveError {
  return { statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, fields: [field] };
}
