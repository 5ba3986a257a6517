import type { XmlFile } from '../../check-metadata/xmlFile';
import { children, text } from '../../docs/packageFiles';
import type { Grammar } from '../languages';
import { step, xmlPlace, type Catalog, type DerivedText, type Step, type TranslatableText, type XmlPlace } from '../text';
import { filesOf, nameOf, objectLabel, objectOf, type PackageTexts } from './packageTexts';

/** A place in the file of an object's translation. */
export function objectPlace(object: string, steps: readonly Step[], leaf: string): XmlPlace {
  return xmlPlace(
    `objectTranslations/${object}-{lang}/${object}-{lang}.objectTranslation-meta.xml`,
    'CustomObjectTranslation',
    steps,
    leaf,
  );
}

/** The objects' names in all forms of the language, and the names of their name fields. */
export function objectNames(all: PackageTexts, grammar: Grammar): Catalog {
  const objects = filesOf(all, 'CustomObject').filter(({ root }) => text(root, 'label') !== '');
  return {
    texts: objects.flatMap((file) => [...nameForms(file, grammar), ...genders(file, grammar), ...nameField(file)]),
    derived: objects.flatMap((file) => derivedOf(nameOf(file), grammar)),
  };
}

function nameForms(file: XmlFile, grammar: Grammar): TranslatableText[] {
  const object = nameOf(file);
  return grammar.forms
    .filter(({ sameAs }) => sameAs === undefined)
    .map(({ key, explained, ids }) => ({
      key: `object.${object}.${key}`,
      english: text(file.root, key.startsWith('plural') ? 'pluralLabel' : 'label') || text(file.root, 'label'),
      note: `Name of an object: ${explained}`,
      place: objectPlace(object, [step('caseValues', ...ids)], 'value'),
      longest: 40,
    }));
}

function genders(file: XmlFile, { genders: words }: Grammar): TranslatableText[] {
  const object = nameOf(file);
  if (words.length === 0) return [];
  const note = `Grammatical gender of "${text(file.root, 'label')}" in the language: ${words.join(' or ')}${
    words.includes('Masculine') ? '' : ' (Feminine stands for the common gender)'
  }`;
  return [{ key: `object.${object}.gender`, english: '(gender)', note, place: objectPlace(object, [], 'gender'), words }];
}

function nameField(file: XmlFile): TranslatableText[] {
  const object = nameOf(file);
  const field = children(file.root, 'nameField')[0];
  if (field === undefined) return [];
  const note = `Label of the field with the name or number of a ${text(file.root, 'label')}`;
  return [
    { key: `object.${object}.name`, english: text(field, 'label'), note, place: objectPlace(object, [], 'nameFieldLabel'), longest: 80 },
  ];
}

function derivedOf(object: string, { forms, startsWith }: Grammar): DerivedText[] {
  const copied = forms.flatMap(({ ids, sameAs }): DerivedText[] =>
    sameAs === undefined
      ? []
      : [{ place: objectPlace(object, [step('caseValues', ...ids)], 'value'), from: (textOf) => textOf(`object.${object}.${sameAs}`) }],
  );
  if (startsWith === undefined) return copied;
  const from: DerivedText['from'] = (textOf) => {
    const word = textOf(`object.${object}.singular`);
    return word === undefined ? undefined : startsWith(word);
  };
  return [...copied, { place: objectPlace(object, [], 'startsWith'), from }];
}

/** What people read of an object beside its fields: messages of rules, sections of layouts, record types, actions. */
export function objectPartTexts(all: PackageTexts): readonly TranslatableText[] {
  return [
    ...filesOf(all, 'ValidationRule').map((file) => ruleText(all, file)),
    ...filesOf(all, 'RecordType').flatMap((file) => recordTypeTexts(all, file)),
    ...filesOf(all, 'FieldSet').map((file) => part(all, file, 'fieldSet', 'fieldSets', 'label', 'Name of a field set', 40)),
    ...filesOf(all, 'WebLink').map((file) => part(all, file, 'link', 'webLinks', 'masterLabel', 'Label of a button or link', 80)),
    ...filesOf(all, 'Layout').flatMap(sectionTexts),
    ...filesOf(all, 'QuickAction').flatMap(actionTexts),
  ];
}

function ruleText(all: PackageTexts, file: XmlFile): TranslatableText {
  const object = objectOf(all, file);
  return {
    key: `object.${object}.rule.${nameOf(file)}`,
    english: text(file.root, 'errorMessage'),
    note: `Error shown when a ${objectLabel(all, object)} is saved${at(text(file.root, 'errorDisplayField'))}`,
    place: objectPlace(object, [step('validationRules', ['name', nameOf(file)])], 'errorMessage'),
    longest: 255,
  };
}

const at = (field: string): string => (field === '' ? '' : `, at the field ${field}`);

function recordTypeTexts(all: PackageTexts, file: XmlFile): TranslatableText[] {
  const description = part(all, file, 'recordType', 'recordTypes', 'description', 'What a record type is for', 255, '.description');
  const label = part(all, file, 'recordType', 'recordTypes', 'label', 'Name of a record type', 80);
  return description.english === '' ? [label] : [label, description];
}

function part(
  all: PackageTexts,
  file: XmlFile,
  key: string,
  list: string,
  source: string,
  note: string,
  longest: number,
  end = '',
): TranslatableText {
  const object = objectOf(all, file);
  return {
    key: `object.${object}.${key}.${nameOf(file)}${end}`,
    english: text(file.root, source),
    note,
    place: objectPlace(object, [step(list, ['name', nameOf(file)])], source === 'masterLabel' ? 'label' : source),
    longest,
  };
}

/** Only sections with a heading of their own: the platform translates its standard ones. */
function sectionTexts(file: XmlFile): TranslatableText[] {
  const [object = '', ...rest] = nameOf(file).split('-');
  const layout = rest.join('-');
  return children(file.root, 'layoutSections')
    .filter((section) => text(section, 'customLabel') === 'true' && text(section, 'label') !== '')
    .map((section) => text(section, 'label'))
    .filter((label, index, labels) => labels.indexOf(label) === index)
    .map((label) => ({
      key: `object.${object}.layout.${layout}.${label}`,
      english: label,
      note: `Heading of a section on the page of a record (${layout})`,
      place: objectPlace(object, [step('layouts', ['layout', layout]), step('sections', ['section', label])], 'label'),
      longest: 80,
    }));
}

/** Actions of an object stand with it, global ones in the file of the language. */
function actionTexts(file: XmlFile): TranslatableText[] {
  const [object = '', name] = nameOf(file).split('.');
  const note = 'Name of a button on a record, and title of what it opens';
  const english = text(file.root, 'label');
  if (name !== undefined) {
    const place = objectPlace(object, [step('quickActions', ['name', name])], 'label');
    return [{ key: `object.${object}.action.${name}`, english, note, place, longest: 80 }];
  }
  const place = xmlPlace('translations/{lang}.translation-meta.xml', 'Translations', [step('quickActions', ['name', object])], 'label');
  return [{ key: `action.${object}`, english, note, place, longest: 80 }];
}
