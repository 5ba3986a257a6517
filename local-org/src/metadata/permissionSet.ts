import { filesOfType, type PackageSource } from './packageSource.ts';
import { tellerOf, type Tell } from './tell.ts';
import { childText } from './xmlTree.ts';

/** A permission set, as its record shows it. What it gives is checked where the whole org is known. */
export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

/** Reads the permission sets. */
export function readPermissionSets(source: PackageSource, tell: Tell): readonly PermissionSet[] {
  return filesOfType(source, 'PermissionSet').map(({ path, name, root }) => {
    const label = childText(root, 'label') ?? '';
    if (label === '') tellerOf(path, tell).error('Required field is missing: label', root);
    const description = childText(root, 'description');
    return { name, label, ...(description === undefined ? {} : { description }) };
  });
}
