import { children, childText, type XmlElement } from '../xmlTree.ts';
import type { FieldTexts, NameTexts, ObjectTexts } from './languageTexts.ts';

/** What one file says of an object; `fields` stand in it or in files of their own. */
export function readObjectTexts(root: XmlElement, fieldFiles: readonly XmlElement[]): ObjectTexts {
  const fields = [...children(root, 'fields'), ...fieldFiles];
  return {
    ...defined('singular', nounOf(root, false)),
    ...defined('plural', nounOf(root, true) ?? nounOf(root, false)),
    ...defined('nameField', textOf(root, 'nameFieldLabel')),
    fields: byName(fields, readFieldTexts),
    rules: texts(root, 'validationRules', 'errorMessage'),
    sections: new Map(children(root, 'layouts').map((layout) => [nameOf(layout, 'layout'), sectionsOf(layout)])),
    actions: texts(root, 'quickActions', 'label'),
    recordTypes: byName(children(root, 'recordTypes'), readNameTexts),
  };
}

/** Translated label and description of something that has both. */
export function readNameTexts(element: XmlElement): NameTexts {
  return { ...defined('label', textOf(element, 'label')), ...defined('description', textOf(element, 'description')) };
}

function readFieldTexts(field: XmlElement): FieldTexts {
  const noun = textOf(field, 'label') ?? nounOf(field, false);
  return {
    ...defined('label', noun),
    ...defined('help', textOf(field, 'help')),
    ...defined('relationship', textOf(field, 'relationshipLabel')),
    values: valuesOf(field, 'picklistValues'),
  };
}

/** Translations of values by their label, from `picklistValues` or `valueTranslation`. */
export function valuesOf(element: XmlElement, list: string): ReadonlyMap<string, string> {
  return new Map(
    children(element, list).flatMap((value): [string, string][] => {
      const translation = textOf(value, 'translation');
      return translation === undefined ? [] : [[childText(value, 'masterLabel') ?? '', translation]];
    }),
  );
}

/** The noun in its plain form: nominative, without article and possessive. */
function nounOf(element: XmlElement, plural: boolean): string | undefined {
  const forms = children(element, 'caseValues').filter((form) => (childText(form, 'plural') === 'true') === plural);
  const isPlain = (form: XmlElement): boolean =>
    ['None', undefined].includes(childText(form, 'article')) &&
    ['Nominative', undefined].includes(childText(form, 'caseType')) &&
    ['None', undefined].includes(childText(form, 'possessive'));
  const form = forms.find(isPlain) ?? forms[0];
  return form === undefined ? undefined : textOf(form, 'value');
}

function sectionsOf(layout: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    children(layout, 'sections').flatMap((section): [string, string][] => {
      const label = textOf(section, 'label');
      return label === undefined ? [] : [[childText(section, 'section') ?? '', label]];
    }),
  );
}

/** Text of one kind of part by its lower-cased name. */
export function texts(root: XmlElement, list: string, leaf: string): ReadonlyMap<string, string> {
  return new Map(
    children(root, list).flatMap((part): [string, string][] => {
      const text = textOf(part, leaf);
      return text === undefined ? [] : [[nameOf(part), text]];
    }),
  );
}

/** What is read of each element, by its lower-cased name. */
export function byName<Texts>(elements: readonly XmlElement[], read: (element: XmlElement) => Texts): ReadonlyMap<string, Texts> {
  return new Map(elements.map((element) => [nameOf(element), read(element)]));
}

function nameOf(element: XmlElement, child = 'name'): string {
  return (childText(element, child) ?? '').toLowerCase();
}

/** A text that somebody wrote; what is not translated stands as an XML comment, so it is blank. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = element.children.find((child) => child.name === name)?.text ?? '';
  return text.trim() === '' ? undefined : text;
}

/** A member that is left out where it has no value. */
export function defined<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: string });
}
