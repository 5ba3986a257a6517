import type { XmlElement, XmlFile } from '../../check-metadata/xmlFile';
import { children, descend, text } from '../../docs/packageFiles';
import { step, xmlPlace, type Step, type TranslatableText, type XmlPlace } from '../text';
import { filesOf, nameOf, objectLabel, objectOf, type PackageTexts } from './packageTexts';

/** Labels, help texts, names of related lists, values of picklists and messages of lookup filters. */
export function fieldTexts(all: PackageTexts): readonly TranslatableText[] {
  return [
    ...filesOf(all, 'CustomField').flatMap((file) => textsOfField(all, file)),
    ...filesOf(all, 'GlobalValueSet').flatMap(valueSetTexts),
  ];
}

function textsOfField(all: PackageTexts, file: XmlFile): TranslatableText[] {
  const object = objectOf(all, file);
  const field = nameOf(file);
  const label = text(file.root, 'label');
  const of = objectLabel(all, object);
  const entry = (
    end: string,
    english: string,
    leaf: string,
    longest: number,
    note: string,
    steps: readonly Step[] = [],
  ): TranslatableText => ({
    key: `object.${object}.field.${field}${end}`,
    english,
    note,
    place: fieldPlace(object, field, steps, leaf),
    longest,
  });
  const filter = descend(file.root, 'lookupFilter');
  return [
    entry('', label, 'label', 40, `Label of a field of ${of}${typeNote(file.root)}`),
    entry('.help', text(file.root, 'inlineHelpText'), 'help', 510, `Help text of the field "${label}" of ${of}`),
    entry(
      '.relationship',
      text(file.root, 'relationshipLabel'),
      'relationshipLabel',
      80,
      `Heading of the list of ${of} records on the page of their parent`,
    ),
    ...pickedValues(file.root).map(({ name, label: value }) =>
      entry(`.value.${name}`, value, 'translation', 255, `A value of the field "${label}" of ${of}`, [
        step('picklistValues', ['masterLabel', value]),
      ]),
    ),
    entry('.filter', text(filter, 'errorMessage'), 'errorMessage', 255, `Error when a wrong record is chosen in "${label}"`, [
      step('lookupFilter'),
    ]),
    entry('.filterInfo', text(filter, 'infoMessage'), 'informationalMessage', 255, `Hint shown when "${label}" is searched`, [
      step('lookupFilter'),
    ]),
  ].filter(({ english }) => english !== '');
}

function fieldPlace(object: string, field: string, steps: readonly Step[], leaf: string): XmlPlace {
  return xmlPlace(`objectTranslations/${object}-{lang}/${field}.fieldTranslation-meta.xml`, 'CustomFieldTranslation', steps, leaf, [
    ['name', field],
  ]);
}

const typeNote = (field: XmlElement): string => {
  const type = text(field, 'type');
  return type === 'Checkbox' ? ' (yes or no)' : '';
};

function pickedValues(field: XmlElement): readonly { readonly name: string; readonly label: string }[] {
  const definition = descend(field, 'valueSet', 'valueSetDefinition');
  return definition === undefined ? [] : children(definition, 'value').map(valueOf);
}

const valueOf = (value: XmlElement): { readonly name: string; readonly label: string } => {
  const name = text(value, 'fullName');
  return { name, label: text(value, 'label') || name };
};

function valueSetTexts(file: XmlFile): TranslatableText[] {
  const set = nameOf(file);
  return children(file.root, 'customValue')
    .map(valueOf)
    .map(({ name, label }) => ({
      key: `valueSet.${set}.${name}`,
      english: label,
      note: `A value of the value set ${set}`,
      place: xmlPlace(
        `globalValueSetTranslations/${set}-{lang}.globalValueSetTranslation-meta.xml`,
        'GlobalValueSetTranslation',
        [step('valueTranslation', ['masterLabel', label])],
        'translation',
      ),
      longest: 255,
    }));
}
