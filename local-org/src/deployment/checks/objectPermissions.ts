import type { MetadataFile } from '../../metadata/packageSource.ts';
import { tellerOf, type Tell } from '../../metadata/tell.ts';
import { child, childFlag, children, childText, type XmlElement } from '../../metadata/xmlTree.ts';
import type { Schema } from '../../schema/types.ts';

/** What each permission on an object is called, and which others it stands on (Help, "Object Permissions"). */
const permissions = {
  allowRead: { label: 'Read', needs: [] },
  allowCreate: { label: 'Create', needs: ['allowRead'] },
  allowEdit: { label: 'Edit', needs: ['allowRead'] },
  allowDelete: { label: 'Delete', needs: ['allowRead', 'allowEdit'] },
  viewAllRecords: { label: 'View All', needs: ['allowRead'] },
  viewAllFields: { label: 'View All Fields', needs: ['allowRead'] },
  modifyAllRecords: { label: 'Modify All', needs: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'] },
} as const;

type Permission = keyof typeof permissions;

const all = Object.keys(permissions).filter(isPermission);

/**
 * Tells of permissions on objects that lack the ones they stand on: of the same object, or of its master.
 * @param schema absent where masters are not looked at
 */
export function checkObjectPermissions(files: readonly MetadataFile[], schema: Schema | undefined, tell: Tell): void {
  for (const { path, root } of files) {
    const { error } = tellerOf(path, tell);
    const entries = children(root, 'objectPermissions');
    const readable = new Set(entries.filter((entry) => childFlag(entry, 'allowRead')).map(objectOf));
    for (const entry of entries) {
      const name = childText(entry, 'object') ?? '';
      const missing = missingPermission(entry) ?? (schema === undefined ? undefined : missingMaster(name, entry, readable, schema));
      if (missing !== undefined) error(`Permission ${missing}`, child(entry, 'object') ?? entry);
    }
  }
}

function missingPermission(entry: XmlElement): string | undefined {
  const given = all.filter((permission) => childFlag(entry, permission));
  const name = childText(entry, 'object') ?? '';
  for (const permission of given) {
    const needs: readonly Permission[] = permissions[permission].needs;
    const missing = needs.find((needed) => !given.includes(needed));
    if (missing !== undefined) {
      return `${permissions[permission].label} ${name} depends on permission(s): ${permissions[missing].label} ${name}`;
    }
  }
  return undefined;
}

function missingMaster(name: string, entry: XmlElement, readable: ReadonlySet<string>, schema: Schema): string | undefined {
  if (!childFlag(entry, 'allowRead')) return undefined;
  const masters = [...(schema.object(name)?.fields.values() ?? [])].flatMap(({ reference }) =>
    reference?.masterDetail === undefined ? [] : reference.targets,
  );
  const hidden = masters.find((master) => !readable.has(master.toLowerCase()));
  return hidden === undefined ? undefined : `Read ${name} depends on permission(s): Read ${hidden}`;
}

function objectOf(entry: XmlElement): string {
  return (childText(entry, 'object') ?? '').toLowerCase();
}

function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}
