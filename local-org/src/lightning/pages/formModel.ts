import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import type { Texts } from '../texts/fillText.ts';
import { defaultSections, layoutSections } from './detailSections.ts';
import { fieldLabel, findField } from './fieldModel.ts';
import { objectIcon } from './objectIcon.ts';
import type { FormFieldModel, FormModel, FormSectionModel } from './formTypes.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** What a form is made from. */
export interface FormContext {
  /** As the user sees it: what they may not write is not in the form. */
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly texts: Texts;
}

/** The form that makes or changes a record: the fields of the page layout that the user may write, and those that must have a value. */
export function formModel(object: SObjectType, isNew: boolean, { schema, site, texts }: FormContext): FormModel {
  const layout = site.layouts.find((candidate) => candidate.objectName === object.name);
  const shown = layout === undefined ? defaultSections(object, schema, texts) : layoutSections(layout, object, schema);
  const taken = new Set<string>();
  const sections = shown.map(({ label, showLabel, columns }): FormSectionModel => ({
    label: showLabel ? label : '',
    columns: columns.map((column) =>
      column.flatMap((model) => fieldsBehind(object, model?.name)).flatMap((field) => formField(field, isNew, taken, schema, site)),
    ),
  }));
  const missing = [...object.fields.values()].filter((field) => field.required && !taken.has(field.name));
  const more = missing.flatMap((field) => formField(field, isNew, taken, schema, site));
  const all = more.length === 0 ? sections : [{ label: '', columns: [more] }, ...sections];
  return {
    objectApiName: object.name,
    label: object.label,
    icon: objectIcon(object, site.tabs),
    nameField: object.nameField ?? 'Id',
    sections: all.filter(({ columns }) => columns.some((column) => column.length > 0)),
  };
}

/** In the order in which people write a name. */
const nameParts: readonly string[] = ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** A name or an address is written in its parts. */
function fieldsBehind(object: SObjectType, name: string | undefined): readonly Field[] {
  const field = name === undefined ? undefined : findField(object, name);
  if (field === undefined) return [];
  const parts = [...object.fields.values()].filter(({ compoundFieldName }) => compoundFieldName === field.name);
  if (parts.length === 0) return [field];
  return parts.toSorted((one, other) => nameParts.indexOf(one.name) - nameParts.indexOf(other.name));
}

function formField(field: Field, isNew: boolean, taken: Set<string>, schema: Schema, site: SiteMetadata): readonly FormFieldModel[] {
  const writable = isNew ? field.createable : field.updateable;
  if (!writable || taken.has(field.name) || field.compound !== undefined || unwritten.has(field.type)) return [];
  // Whoever makes a record owns it.
  if (isNew && field.name === 'OwnerId') return [];
  taken.add(field.name);
  const { helpText, length, precision, scale, picklist } = field;
  const targets = (field.reference?.targets ?? []).flatMap((name) => schema.object(name) ?? []);
  if (field.type === 'reference' && targets.length === 0) return [];
  const byDefault = isNew ? defaultOf(field) : undefined;
  return [
    {
      name: field.name,
      label: fieldLabel(field),
      type: field.type,
      required: field.required && field.type !== 'boolean',
      ...(helpText === undefined ? {} : { helpText }),
      ...(length === undefined ? {} : { length }),
      ...(precision === undefined ? {} : { precision }),
      ...(scale === undefined ? {} : { scale }),
      ...(field.htmlFormatted === true ? { html: true } : {}),
      ...(picklist === undefined ? {} : choicesOf(picklist)),
      ...(targets.length === 0
        ? {}
        : { targets: targets.map((target) => ({ name: target.name, label: target.label, icon: objectIcon(target, site.tabs) })) }),
      ...(field.reference?.relationshipName === undefined ? {} : { relationship: field.reference.relationshipName }),
      ...(byDefault === undefined ? {} : { byDefault }),
    },
  ];
}

const unwritten: ReadonlySet<Field['type']> = new Set(['address', 'location', 'base64', 'id']);

function choicesOf({ values, controllingField }: NonNullable<Field['picklist']>): Partial<FormFieldModel> {
  const choices = values
    .filter(({ active }) => active)
    .map(({ value, label, validFor }) => ({ value, label, ...(validFor === undefined ? {} : { validFor }) }));
  return { choices, ...(controllingField === undefined ? {} : { controllingField }) };
}

/** Defaults that are plain; the org computes the others when it saves. */
function defaultOf({ picklist, defaultFormula, type }: Field): string | boolean | undefined {
  const chosen = picklist?.values.find(({ isDefault, active }) => isDefault && active)?.value;
  if (chosen !== undefined) return chosen;
  if (type === 'boolean') return defaultFormula?.trim().toLowerCase() === 'true';
  const [, text] = /^\s*"([^"\\]*)"\s*$/u.exec(defaultFormula ?? '') ?? [];
  if (text !== undefined) return text;
  return /^\s*\d+(?:\.\d+)?\s*$/u.test(defaultFormula ?? '') ? defaultFormula?.trim() : undefined;
}
