import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import { children, childText } from '../metadata/xmlTree.ts';

/** What the org's metadata offers to `$CustomMetadata` and `$Permission`. */
export interface SetupNames {
  /** `type__mdt.record`, lower-cased. */
  readonly customMetadata: ReadonlySet<string>;
  /** Each custom permission, lower-cased, with the lower-cased names of the permission sets that give it. */
  readonly customPermissions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads them from the files of a package. */
export function readSetupNames(source: PackageSource): SetupNames {
  const customPermissions = new Map(filesOfType(source, 'CustomPermission').map((file) => [file.name.toLowerCase(), new Set<string>()]));
  for (const file of filesOfType(source, 'PermissionSet')) {
    for (const given of children(file.root, 'customPermissions')) {
      if (childText(given, 'enabled') !== 'true') continue;
      customPermissions.get((childText(given, 'name') ?? '').toLowerCase())?.add(file.name.toLowerCase());
    }
  }
  return { customMetadata: new Set(filesOfType(source, 'CustomMetadata').map((file) => metadataKey(file.name))), customPermissions };
}

/** `Tier.Gold` in the file's name, `Tier__mdt.Gold` in a formula. */
function metadataKey(name: string): string {
  const [type = '', ...record] = name.split('.');
  return `${type.replace(/__mdt$/iu, '')}__mdt.${record.join('.')}`.toLowerCase();
}
