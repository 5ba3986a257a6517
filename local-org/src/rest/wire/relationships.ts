import type { Field, Schema, SObjectType } from '../../schema/types.ts';

/** The lookup of an object that goes by this relationship name: `Account`, `ContactPulse__r`. */
export function relationshipNamed(object: SObjectType, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  for (const field of object.fields.values()) {
    if (field.reference?.relationshipName?.toLowerCase() === wanted) return field;
  }
  return undefined;
}

/** Whether records can be named by this field: ids, external ids, names of custom objects, and what describe calls `idLookup`. */
export function isIdLookup(object: SObjectType, field: Field): boolean {
  if (field.type === 'id' || field.externalId || field.idLookup === true) return true;
  if (object.custom && field.name === object.nameField) return field.createable;
  return standardIdLookups[object.name]?.includes(field.name) === true;
}

const standardIdLookups: Readonly<Record<string, readonly string[]>> = {
  User: ['Username', 'Email', 'FederationIdentifier'],
  Contact: ['Email'],
  Lead: ['Email'],
  Profile: ['Name'],
  UserRole: ['Name', 'DeveloperName'],
  Group: ['DeveloperName', 'Name'],
  RecordType: ['DeveloperName', 'Name'],
  PermissionSet: ['Name'],
};

/** The objects that a lookup can point at (only the one named, when one is), where they have such a field to be named by. */
export function lookupTargets(
  schema: Schema,
  lookup: Field,
  targetName: string | undefined,
  fieldName: string,
): { readonly object: SObjectType; readonly field: Field }[] {
  return (lookup.reference?.targets ?? []).flatMap((name) => {
    if (targetName !== undefined && name.toLowerCase() !== targetName.toLowerCase()) return [];
    const object = schema.object(name);
    const field = object?.fields.get(fieldName.toLowerCase());
    return object !== undefined && field !== undefined && isIdLookup(object, field) ? [{ object, field }] : [];
  });
}
