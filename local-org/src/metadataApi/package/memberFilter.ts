import { type ChildType, metadataType, type MetadataType, wholeFileType } from '../types/metadataTypes.ts';
import type { PackageXml } from './packageXml.ts';

/** Which components a package.xml names. Names are compared as the platform does: by case, whether or not they are percent-encoded. */
export class MemberFilter {
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ members }: PackageXml) {
    const all = new Map<string, Set<string>>();
    for (const [typeName, names] of members) {
      const file = wholeFileType(typeName);
      const type = file?.name ?? typeName;
      const plain = names.map((name) => plainName(file === undefined ? name : fileNameOfPart(name)));
      all.set(type, new Set([...(all.get(type) ?? []), ...plain]));
    }
    this.#members = all;
  }

  /** Whether a component with files of its own is named, by name or by `*`. */
  namesFile(type: MetadataType, fullName: string): boolean {
    const plain = plainName(fullName);
    // Folders are members of what they hold: `<members>MyFolder</members><name>Report</name>`.
    if (type.contentType !== undefined && this.#has(type.contentType, plain)) return true;
    if (type.name === 'Document' && this.#has(type.name, plain.replace(/\.[^./]*$/u, ''))) return true;
    return this.#has(type.name, plain);
  }

  /** Whether a component is named, and not by `*` alone. */
  namesByName({ name }: MetadataType, fullName: string): boolean {
    return this.#members.get(name)?.has(plainName(fullName)) ?? false;
  }

  /** Whether a component inside another's file is named, itself or with the whole file. */
  namesChild(type: ChildType, parentName: string, fullName: string): boolean {
    if (this.#has(type.name, plainName(fullName))) return true;
    const parent = metadataType(type.parent);
    return parent !== undefined && this.namesFile(parent, parentName);
  }

  #has(type: string, name: string): boolean {
    const names = this.#members.get(type);
    return names !== undefined && (names.has(name) || names.has('*'));
  }
}

/** The file of a component that is not taken out of it: `site/A.sfdc_cms__view/home` is in `site/A`. */
export function fileNameOfPart(fullName: string): string {
  const end = fullName.indexOf('.');
  return end < 0 ? fullName : fullName.slice(0, end);
}

/** `Account-Account %28Support%29 Layout` and its decoded form are one name, and so are `Folder/` and `Folder`. */
export function plainName(name: string): string {
  const bare = name.replace(/\/$/u, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
