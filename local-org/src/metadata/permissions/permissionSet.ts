import { filesOfType, type PackageSource } from '../packageSource.ts';
import { tellerOf, type Tell } from '../tell.ts';
import { childFlag, children, childText, type XmlElement } from '../xmlTree.ts';
import { readGrants, type PermissionGrants } from './grants.ts';

/** A permission set. What it gives is checked where the whole org is known. */
export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly hasActivationRequired: boolean;
  readonly grants: PermissionGrants;
}

/** Takes away from the members of a permission set group what it names. */
export type MutingPermissionSet = Omit<PermissionSet, 'hasActivationRequired'>;

/** Permission sets that are assigned together. */
export interface PermissionSetGroup {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

/** Reads the permission sets. */
export function readPermissionSets(source: PackageSource, tell: Tell): readonly PermissionSet[] {
  return filesOfType(source, 'PermissionSet').map(({ path, name, root }) => {
    const hasActivationRequired = childFlag(root, 'hasActivationRequired');
    if (hasActivationRequired) tellerOf(path, tell).notRun('session activation: the permission set holds for every session', root);
    return { name, ...words(path, root, tell), hasActivationRequired, grants: readGrants(root) };
  });
}

export function readMutingPermissionSets(source: PackageSource, tell: Tell): readonly MutingPermissionSet[] {
  return filesOfType(source, 'MutingPermissionSet').map(({ path, name, root }) => ({
    name,
    ...words(path, root, tell),
    grants: readGrants(root),
  }));
}

/** Reads the groups, with the members that they name. */
export function readPermissionSetGroups(source: PackageSource, tell: Tell): readonly PermissionSetGroup[] {
  const namesOf = (type: string): ReadonlySet<string> => new Set(filesOfType(source, type).map(({ name }) => name));
  const sets = namesOf('PermissionSet');
  const muting = namesOf('MutingPermissionSet');
  return filesOfType(source, 'PermissionSetGroup').map(({ path, name, root }) => {
    const { error } = tellerOf(path, tell);
    const members = (element: string, type: string, known: ReadonlySet<string>): readonly string[] =>
      children(root, element).map((entry) => {
        const member = entry.text.trim();
        if (!known.has(member)) error(`In field: ${element} - no ${type} named ${member} found`, entry);
        return member;
      });
    return {
      name,
      ...words(path, root, tell),
      permissionSets: members('permissionSets', 'PermissionSet', sets),
      mutingPermissionSets: members('mutingPermissionSets', 'MutingPermissionSet', muting),
    };
  });
}

function words(path: string, root: XmlElement, tell: Tell): { readonly label: string; readonly description?: string } {
  const label = childText(root, 'label') ?? '';
  if (label === '') tellerOf(path, tell).error('Required field is missing: label', root);
  const description = childText(root, 'description');
  return { label, ...(description === undefined ? {} : { description }) };
}
