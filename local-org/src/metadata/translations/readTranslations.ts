import { filesOfType, type MetadataFile, type PackageSource } from '../packageSource.ts';
import { children, childText, type XmlElement } from '../xmlTree.ts';
import { readLanguage, type FlowTexts, type LanguageTexts, type ObjectTexts, type OrgTranslations } from './languageTexts.ts';
import { readFlowTexts } from './readFlowTexts.ts';
import { readStandardTexts, standardLanguages, withStandard, type StandardTexts } from './standardTexts.ts';
import { readReportTypeTexts } from './readReportTypeTexts.ts';
import { byName, readNameTexts, readObjectTexts, texts, valuesOf } from './readObjectTexts.ts';

/** A name with the language behind its last dash: `Account-da`, `PulseReason__c-nl_NL`. */
export interface TranslatedName {
  readonly name: string;
  readonly language: string;
}

/** Object and language of a `CustomObjectTranslation`, or set and language of a value set's. */
export function translatedName(fullName: string): TranslatedName {
  const dash = fullName.lastIndexOf('-');
  return { name: fullName.slice(0, dash), language: fullName.slice(dash + 1) };
}

/** The org's translations. Each language is read when somebody asks for it first. */
export function readTranslations(source: PackageSource): OrgTranslations {
  const files = filesByLanguage(source);
  const known = new Set([...files.keys(), ...standardLanguages()]);
  const read = new Map<string, LanguageTexts>();
  return {
    languages: [...known].sort(),
    of: (asked) => {
      const language = readLanguage(asked, known);
      if (language === undefined) return undefined;
      const found = read.get(language) ?? readLanguageTexts(language, files.get(language) ?? []);
      read.set(language, found);
      return found;
    },
  };
}

const TYPES = [
  'Translations',
  'CustomObjectTranslation',
  'CustomFieldTranslation',
  'GlobalValueSetTranslation',
  'StandardValueSetTranslation',
];

function filesByLanguage(source: PackageSource): ReadonlyMap<string, readonly MetadataFile[]> {
  const files = new Map<string, MetadataFile[]>();
  for (const file of TYPES.flatMap((type) => filesOfType(source, type))) {
    const language = file.type === 'Translations' ? file.name : translatedName(ownerOf(file)).language;
    files.set(language, [...(files.get(language) ?? []), file]);
  }
  return files;
}

/** `Account-da`: the file itself; for the file of a field the folder in which it lies, or what stands in front of its name. */
function ownerOf({ type, name, path }: MetadataFile): string {
  if (type !== 'CustomFieldTranslation') return name;
  return name.includes('.') ? name.slice(0, name.indexOf('.')) : (path.split('/').at(-2) ?? '');
}

function readLanguageTexts(language: string, files: readonly MetadataFile[]): LanguageTexts {
  const ofType = (type: string): readonly MetadataFile[] => files.filter((file) => file.type === type);
  const roots = ofType('Translations').map(({ root }) => root);
  const merged = <Texts>(read: (root: XmlElement) => ReadonlyMap<string, Texts>): ReadonlyMap<string, Texts> =>
    new Map(roots.flatMap((root) => [...read(root)]));
  const sets = [...ofType('GlobalValueSetTranslation'), ...ofType('StandardValueSetTranslation')];
  const standard = readStandardTexts(language);
  return {
    language,
    labels: merged((root) => texts(root, 'customLabels', 'label')),
    apps: merged((root) => byName(children(root, 'customApplications'), readNameTexts)),
    tabs: merged((root) => texts(root, 'customTabs', 'label')),
    actions: merged((root) => texts(root, 'quickActions', 'label')),
    flows: merged(readFlows),
    reportTypes: merged((root) => byName(children(root, 'reportTypes'), readReportTypeTexts)),
    objects: withStandardObjects(readObjects(ofType('CustomObjectTranslation'), ofType('CustomFieldTranslation')), standard),
    fieldsOfAll: standard.fields,
    valueSets: new Map([
      ...standard.valueSets,
      ...sets.map(({ name, root }) => [translatedName(name).name.toLowerCase(), valuesOf(root, 'valueTranslation')] as const),
    ]),
  };
}

function withStandardObjects(own: ReadonlyMap<string, ObjectTexts>, standard: StandardTexts): ReadonlyMap<string, ObjectTexts> {
  const both = [...own].map(([name, texts]) => [name, withStandard(texts, standard.objects.get(name))] as const);
  return new Map([...standard.objects, ...both]);
}

function readFlows(root: XmlElement): ReadonlyMap<string, FlowTexts> {
  return new Map(children(root, 'flowDefinitions').map((flow) => [(childText(flow, 'fullName') ?? '').toLowerCase(), readFlowTexts(flow)]));
}

const nothing: XmlElement = { name: 'CustomObjectTranslation', line: 0, attributes: {}, children: [], text: '' };

function readObjects(objects: readonly MetadataFile[], fields: readonly MetadataFile[]): ReadonlyMap<string, ObjectTexts> {
  const owners = new Set([...objects, ...fields].map(ownerOf));
  return new Map(
    [...owners].map((owner) => {
      const root = objects.find(({ name }) => name === owner)?.root ?? nothing;
      const own = fields.filter((file) => ownerOf(file) === owner).map((file) => file.root);
      return [translatedName(owner).name.toLowerCase(), readObjectTexts(root, own)];
    }),
  );
}
