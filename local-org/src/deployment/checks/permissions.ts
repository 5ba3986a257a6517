import type { OrgNames } from '../../metadata/orgNames.ts';
import { orgNames } from '../../metadata/orgNames.ts';
import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { isMade, notFound, tellerOf, type FileTeller, type Tell } from '../../metadata/tell.ts';
import { child, childFlag, children, childText, type XmlElement } from '../../metadata/xmlTree.ts';
import { SYSTEM_PERMISSIONS } from '../../schema/standard/systemPermissions.ts';
import type { Schema } from '../../schema/types.ts';
import { checkObjectPermissions } from './objectPermissions.ts';

/** What permission sets and profiles name and the org does not have, and permissions that stand on others. */
export function checkPermissions(source: PackageSource, schema: Schema, tell: Tell): void {
  const names = orgNames(source);
  for (const type of ['MutingPermissionSet', 'PermissionSet', 'Profile']) {
    for (const { path, root } of filesOfType(source, type)) checkFile(root, { schema, names, tell: tellerOf(path, tell) });
    // What is muted stands on nothing; a standard profile reads masters that its file does not name.
    if (type === 'MutingPermissionSet') continue;
    checkObjectPermissions(filesOfType(source, type), type === 'Profile' ? undefined : schema, tell);
    for (const { path, root } of filesOfType(source, type)) checkEditing(root, tellerOf(path, tell));
  }
}

interface Context {
  readonly schema: Schema;
  readonly names: OrgNames;
  readonly tell: FileTeller;
}

/** What each element names, and of which type that is. */
const named: readonly (readonly [element: string, name: string, type: string])[] = [
  ['applicationVisibilities', 'application', 'CustomApplication'],
  ['classAccesses', 'apexClass', 'ApexClass'],
  ['customPermissions', 'name', 'CustomPermission'],
  ['flowAccesses', 'flow', 'Flow'],
  ['pageAccesses', 'apexPage', 'ApexPage'],
  ['recordTypeVisibilities', 'recordType', 'RecordType'],
  ['tabSettings', 'tab', 'CustomTab'],
  ['tabVisibilities', 'tab', 'CustomTab'],
];

/** Elements that name an object. */
const namedObjects: readonly (readonly [element: string, name: string])[] = [
  ['objectPermissions', 'object'],
  ['customMetadataTypeAccesses', 'name'],
  ['customSettingAccesses', 'name'],
];

function checkFile(root: XmlElement, { schema, names, tell }: Context): void {
  const notHere = new Set<string>();
  for (const [element, member, type] of named) {
    for (const entry of children(root, element)) {
      const name = childText(entry, member) ?? '';
      if (!isOfPlatform(name) && !names.has(type, name)) tell.error(notFound(member, type, name), child(entry, member) ?? entry);
    }
  }
  for (const [element, member] of namedObjects) {
    for (const entry of children(root, element)) {
      const name = childText(entry, member) ?? '';
      if (schema.object(name) !== undefined) continue;
      if (isMade(name)) tell.error(notFound(member, 'CustomObject', name), child(entry, member) ?? entry);
      else notHere.add(name);
    }
  }
  for (const entry of children(root, 'fieldPermissions')) checkField(entry, schema, tell, notHere);
  for (const entry of children(root, 'userPermissions')) {
    const name = childText(entry, 'name') ?? '';
    if (!knownPermissions.has(name.toLowerCase())) notHere.add(`the permission ${name}`);
  }
  if (notHere.size > 0) tell.notRun(`local-org does not have ${shortened([...notHere])}`, root);
}

const knownPermissions: ReadonlySet<string> = new Set(SYSTEM_PERMISSIONS.map((name) => name.toLowerCase()));

/** Editing a field stands on reading it. */
function checkEditing(root: XmlElement, tell: FileTeller): void {
  for (const entry of children(root, 'fieldPermissions')) {
    if (!childFlag(entry, 'editable') || childFlag(entry, 'readable')) continue;
    const path = childText(entry, 'field') ?? '';
    tell.error(`Permission Edit ${path} depends on permission(s): Read ${path}`, child(entry, 'field') ?? entry);
  }
}

function checkField(entry: XmlElement, schema: Schema, tell: FileTeller, notHere: Set<string>): void {
  const element = child(entry, 'field') ?? entry;
  const path = element.text.trim();
  const [objectName = '', name = ''] = path.split('.');
  const object = schema.object(objectName);
  const field = object?.fields.get(name.toLowerCase());
  if (field === undefined) {
    if (isMade(name) || isMade(objectName)) tell.error(notFound('field', 'CustomField', path), element);
    else notHere.add(path);
    return;
  }
  // Everybody who sees the record has these.
  if (field.required) tell.error(`You cannot deploy to a required field: ${path}`, element);
}

/** Apps and tabs with these beginnings are the platform's own. */
function isOfPlatform(name: string): boolean {
  return name.startsWith('standard-') || name.startsWith('standard__');
}

const mostNames = 10;

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${String(names.length - mostNames)} more` : shown;
}
