import { declaredTypes } from '../../metadata/declaredTypes.ts';
import { filesOfType, type MetadataFile, type PackageSource } from '../../metadata/packageSource.ts';
import { tellerOf, type FileTeller, type Tell } from '../../metadata/tell.ts';
import { translatedName } from '../../metadata/translations/readTranslations.ts';
import { children, childText, type XmlElement } from '../../metadata/xmlTree.ts';
import type { Schema } from '../../schema/types.ts';

/** Checks the translations: their languages, and that what they translate is there. */
export function checkTranslations(source: PackageSource, schema: Schema, tell: Tell): void {
  const languages = declaredTypes().words('Language') ?? new Set<string>();
  for (const file of filesOfType(source, 'Translations')) {
    const teller = tellerOf(file.path, tell);
    if (!languages.has(file.name)) teller.error(`Invalid language: ${file.name}`);
    checkNames(file, source, schema, teller);
  }
  for (const file of filesOfType(source, 'CustomObjectTranslation')) {
    const teller = tellerOf(file.path, tell);
    const { name, language } = translatedName(file.name);
    if (!languages.has(language)) teller.error(`Invalid language: ${language}`);
    checkObject(file.root, name, schema, teller);
  }
}

function checkNames({ root }: MetadataFile, source: PackageSource, schema: Schema, teller: FileTeller): void {
  const namesOf = (type: string): ReadonlySet<string> => new Set(filesOfType(source, type).map(({ name }) => name.toLowerCase()));
  const lists: readonly (readonly [list: string, id: string, type: string, names: () => Iterable<string>])[] = [
    ['customLabels', 'name', 'CustomLabel', () => schema.setup?.labels.keys() ?? []],
    ['customApplications', 'name', 'CustomApplication', () => namesOf('CustomApplication')],
    ['flowDefinitions', 'fullName', 'Flow', () => namesOf('Flow')],
    ['reportTypes', 'name', 'ReportType', () => namesOf('ReportType')],
    ['quickActions', 'name', 'QuickAction', () => namesOf('QuickAction')],
  ];
  for (const [list, id, type, names] of lists) {
    const translated = children(root, list);
    if (translated.length === 0) continue;
    const known = new Set(names());
    for (const element of translated) unlessKnown(childText(element, id) ?? '', type, known, element, teller);
  }
}

function checkObject(root: XmlElement, objectName: string, schema: Schema, teller: FileTeller): void {
  const object = schema.object(objectName);
  if (object === undefined) {
    teller.notRun(`there is no object ${objectName} to translate`, root);
    return;
  }
  const fields = new Set(object.fields.keys());
  const rules = new Set(object.validationRules.map(({ name }) => name.toLowerCase()));
  for (const element of children(root, 'fields')) unlessKnown(childText(element, 'name') ?? '', 'CustomField', fields, element, teller);
  for (const element of children(root, 'validationRules'))
    unlessKnown(childText(element, 'name') ?? '', 'ValidationRule', rules, element, teller);
}

function unlessKnown(name: string, type: string, known: ReadonlySet<string>, element: XmlElement, teller: FileTeller): void {
  if (!known.has(name.toLowerCase())) teller.notRun(`there is no ${type} ${name} to translate`, element);
}
