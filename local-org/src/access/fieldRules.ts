import type { Field, SObjectType } from '../schema/types.ts';
import { hasFieldPermissions } from './objectRules.ts';

/** Fields that the platform itself gives every record. */
const systemFields: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'OwnerId',
  'RecordTypeId',
  'SetupOwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
]);

/**
 * The field whose permission decides over this one: itself, or the address or
 * location that it is a part of. Undefined for fields that whoever reads the
 * object sees: required ones, master-details, the name, and the platform's own.
 */
export function permissionField(object: SObjectType, field: Field): Field | undefined {
  if (!hasFieldPermissions(object)) return undefined;
  const whole = wholeOf(object, field);
  if (whole !== field) return whole === undefined ? undefined : permissionField(object, whole);
  if (field.required || field.reference?.masterDetail !== undefined || systemFields.has(field.name)) return undefined;
  if (field.name === object.nameField) return undefined;
  if (field.custom) return field;
  if (field.compound !== undefined) return field;
  // What is never blank and what the platform alone writes is part of every record.
  return field.nillable !== false && (field.createable || field.updateable || field.formula === undefined) ? field : undefined;
}

/** The address or location that a field is a part of; undefined for parts of a name, which are seen with it. */
function wholeOf(object: SObjectType, field: Field): Field | undefined {
  if (field.compoundFieldName === undefined) return field;
  const whole = object.fields.get(field.compoundFieldName.toLowerCase());
  return whole?.compound === undefined ? undefined : whole;
}

/** Whether profiles and permission sets say who sees the field. */
export function isPermissionable(object: SObjectType, field: Field): boolean {
  return permissionField(object, field) === field;
}

/** Whether anybody can write the field: what is computed, and what the platform alone writes, nobody can. */
export function canBeEdited(object: SObjectType, field: Field): boolean {
  if (field.compound === undefined) return field.createable || field.updateable;
  return [...field.compound.parts.values()].some((name) => {
    const part = object.fields.get(name.toLowerCase());
    return part !== undefined && (part.createable || part.updateable);
  });
}
