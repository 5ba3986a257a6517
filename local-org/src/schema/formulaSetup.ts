import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import type { OrgTranslations } from '../metadata/translations/languageTexts.ts';
import { readTranslations } from '../metadata/translations/readTranslations.ts';
import { children, childText } from '../metadata/xmlTree.ts';

/** What formulas can name beside objects and fields: labels, custom permissions, records of custom metadata. All keys are lower-cased. */
export interface FormulaSetup {
  /** Text of each custom label. */
  readonly labels: ReadonlyMap<string, string>;
  /** Each custom permission, with the names of the permission sets that give it. */
  readonly customPermissions: ReadonlyMap<string, ReadonlySet<string>>;
  /** `type__mdt.record` */
  readonly customMetadata: ReadonlySet<string>;
  /** Absent: everything is read as it is written. */
  readonly translations?: OrgTranslations;
}

export const EMPTY_SETUP: FormulaSetup = { labels: new Map(), customPermissions: new Map(), customMetadata: new Set() };

/** Reads it from the metadata. What is wrong in those files is for their own readers to say. */
export function readFormulaSetup(source: PackageSource): FormulaSetup {
  return {
    labels: readLabels(source),
    customPermissions: readPermissions(source),
    customMetadata: readRecords(source),
    translations: readTranslations(source),
  };
}

function readLabels(source: PackageSource): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const add = (element: Parameters<typeof childText>[0], name: string | undefined): void => {
    const fullName = name ?? childText(element, 'fullName');
    if (fullName !== undefined) labels.set(fullName.toLowerCase(), childText(element, 'value') ?? '');
  };
  for (const file of filesOfType(source, 'CustomLabels')) for (const label of children(file.root, 'labels')) add(label, undefined);
  for (const file of filesOfType(source, 'CustomLabel')) add(file.root, file.name);
  return labels;
}

function readPermissions(source: PackageSource): ReadonlyMap<string, ReadonlySet<string>> {
  const permissions = new Map(filesOfType(source, 'CustomPermission').map((file) => [file.name.toLowerCase(), new Set<string>()]));
  for (const file of filesOfType(source, 'PermissionSet')) {
    for (const given of children(file.root, 'customPermissions')) {
      if (childText(given, 'enabled') === 'true')
        permissions.get((childText(given, 'name') ?? '').toLowerCase())?.add(file.name.toLowerCase());
    }
  }
  return permissions;
}

/** A file is called `Tier.Gold`, a formula says `Tier__mdt.Gold`. */
function readRecords(source: PackageSource): ReadonlySet<string> {
  return new Set(
    filesOfType(source, 'CustomMetadata').map((file) => {
      const [type = '', ...record] = file.name.split('.');
      return `${type.replace(/__mdt$/iu, '')}__mdt.${record.join('.')}`.toLowerCase();
    }),
  );
}

/** The text of a custom label as somebody with this language reads it; undefined when there is no such label. @param name in any case */
export function labelText({ labels, translations }: FormulaSetup, name: string, language: string): string | undefined {
  const key = name.toLowerCase();
  return labels.has(key) ? (translations?.of(language)?.labels.get(key) ?? labels.get(key)) : undefined;
}
