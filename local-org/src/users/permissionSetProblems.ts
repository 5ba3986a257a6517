import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import type { NamedThing, ObjectPermission, ObjectPermissions, PermissionSet } from '../metadata/permissionSet.ts';
import type { Schema, SObjectType } from '../schema/types.ts';

/** Which permissions a permission stands on (Help, "Object Permissions"). */
const dependencies: Readonly<Record<ObjectPermission, readonly ObjectPermission[]>> = {
  allowRead: [],
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** What permission sets name and the org does not have, and what the platform's deploy would refuse of the rest. */
export function permissionSetProblems(sets: readonly PermissionSet[], source: PackageSource, schema: Schema): readonly MetadataProblem[] {
  const tabs = new Set(filesOfType(source, 'CustomTab').map(({ name }) => name));
  const applications = new Set(filesOfType(source, 'CustomApplication').map(({ name }) => name));
  return sets.flatMap((set) => [
    ...set.objects.flatMap((permissions) => found(set, 'objectPermissions', permissions, objectProblem(set, permissions, schema))),
    ...set.fields.flatMap((permissions) => found(set, 'fieldPermissions', permissions, fieldProblem(permissions.name, schema))),
    ...unknown(set, 'tabSettings', 'tab', set.tabs, tabs),
    ...unknown(set, 'applicationVisibilities', 'app', set.applications, applications),
  ]);
}

function objectProblem(set: PermissionSet, { name, given }: ObjectPermissions, schema: Schema): string | undefined {
  const object = schema.object(name);
  if (object === undefined) return `there is no object ${name}`;
  for (const permission of given) {
    const missing = dependencies[permission].find((needed) => !given.has(needed));
    if (missing !== undefined) return `${permission} depends on ${missing}`;
  }
  const masters = given.has('allowRead') ? mastersOf(object) : [];
  const hidden = masters.find((master) => !set.objects.some((other) => isSame(other.name, master) && other.given.has('allowRead')));
  return hidden === undefined ? undefined : `allowRead depends on allowRead of its master ${hidden}`;
}

function fieldProblem(path: string, schema: Schema): string | undefined {
  const [objectName = '', fieldName = ''] = path.split('.');
  const field = schema.object(objectName)?.fields.get(fieldName.toLowerCase());
  if (field === undefined) return `there is no field ${path}`;
  // The deploy stops at these: everybody who sees the record has them.
  return field.required ? 'a permission set cannot name a required field' : undefined;
}

function mastersOf(object: SObjectType): readonly string[] {
  return [...object.fields.values()].flatMap(({ reference }) => (reference?.masterDetail === undefined ? [] : reference.targets));
}

/** Names with `standard-` are the platform's own. */
function unknown(set: PermissionSet, element: string, kind: string, things: readonly NamedThing[], known: ReadonlySet<string>) {
  return things
    .filter(({ name }) => !name.startsWith('standard-') && !name.startsWith('standard__') && !known.has(name))
    .flatMap((thing) => found(set, element, thing, `there is no ${kind} ${thing.name}`));
}

function found(
  { file }: PermissionSet,
  element: string,
  { name, line }: NamedThing,
  message: string | undefined,
): readonly MetadataProblem[] {
  return message === undefined ? [] : [{ file, element: `${element} ${name}`, line, message }];
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
