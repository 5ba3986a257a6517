import type { CustomFieldSource, PicklistValueSource } from '../metadata/customField.ts';
import { field, READ_ONLY, type FieldOptions } from './fields.ts';
import type { Field, FieldType, Reference } from './types.ts';

/** Says that an element of the field's file is wrong. */
export type Report = (element: string, message: string) => void;

const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  LongTextArea: 'longtextarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Summary: 'double',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};

const NOT_RUN = [
  'EncryptedText',
  'ExternalLookup',
  'File',
  'Hierarchy',
  'Html',
  'IndirectLookup',
  'Location',
  'MetadataRelationship',
  'Array',
];
const FORMULA_TYPES = ['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text', 'Time'];
const UNIQUE_TYPES = ['Text', 'Number', 'Email'];
const EXTERNAL_ID_TYPES = [...UNIQUE_TYPES, 'AutoNumber'];

/**
 * The field that a CustomField file describes, as far as the file alone tells:
 * a roll-up's type follows when the child's field is known.
 * @returns undefined when the type is not one that runs here (reported)
 */
export function fieldFromMetadata(
  source: CustomFieldSource,
  globalValues: (name: string) => readonly PicklistValueSource[] | undefined,
  report: Report,
): Field | undefined {
  const type = fieldType(source, report);
  if (type === undefined) return undefined;
  checkGeneral(source, report);
  const options: FieldOptions = {
    ...generalOptions(source),
    ...typeOptions(source, report),
    ...picklistOptions(source, globalValues, report),
    ...(source.formula === undefined ? {} : formulaOptions(source, report)),
  };
  return field(source.name, source.label ?? source.name, type, options);
}

function fieldType(source: CustomFieldSource, report: Report): FieldType | undefined {
  const { type } = source;
  if (type === undefined) {
    report('type', 'a custom field needs a type');
    return undefined;
  }
  if (NOT_RUN.includes(type)) {
    report('type', `fields of type ${type} are not run here`);
    return undefined;
  }
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (known === undefined) report('type', `unknown field type ${type}`);
  return known;
}

function checkGeneral(source: CustomFieldSource, report: Report): void {
  const { type = '' } = source;
  if (source.label === undefined) report('label', 'a custom field needs a label');
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/u.test(source.name)) report('fullName', `"${source.name}" is not a custom field's API name`);
  if (source.unique && !UNIQUE_TYPES.includes(type)) report('unique', `a ${type} field cannot be unique`);
  if (source.externalId && !EXTERNAL_ID_TYPES.includes(type)) report('externalId', `a ${type} field cannot be an external id`);
  if (source.formula !== undefined && !FORMULA_TYPES.includes(type)) report('formula', `a formula cannot be of type ${type}`);
  if (source.valueSet !== undefined && type !== 'Picklist' && type !== 'MultiselectPicklist') {
    report('valueSet', `a ${type} field has no value set`);
  }
}

function generalOptions(source: CustomFieldSource): FieldOptions {
  return {
    custom: true,
    required: source.required || source.type === 'MasterDetail',
    unique: source.unique,
    caseSensitive: source.caseSensitive,
    externalId: source.externalId,
    trackHistory: source.trackHistory,
    ...(source.inlineHelpText === undefined ? {} : { helpText: source.inlineHelpText }),
    ...(source.description === undefined ? {} : { description: source.description }),
    ...(source.defaultValue === undefined || source.defaultValue === '' ? {} : { defaultFormula: source.defaultValue }),
  };
}

function typeOptions(source: CustomFieldSource, report: Report): FieldOptions {
  switch (source.type) {
    case 'AutoNumber':
      return { ...READ_ONLY, length: 30, autoNumber: autoNumber(source.displayFormat, source.startingNumber, report) };
    case 'Checkbox':
      return { defaultFormula: source.defaultValue ?? 'false' };
    case 'Text':
      return { length: source.formula === undefined ? length(source, 1, 255, report) : 1300 };
    case 'TextArea':
    case 'Url':
      return { length: 255 };
    case 'LongTextArea':
      return { length: length(source, 256, 131072, report) };
    case 'Email':
      return { length: 80 };
    case 'Phone':
      return { length: 40 };
    case 'Number':
    case 'Currency':
    case 'Percent':
      return numberOptions(source, report);
    case 'Lookup':
    case 'MasterDetail':
      return referenceOptions(source, report);
    case 'Summary':
      return { ...READ_ONLY, precision: 18, scale: 0 };
    default:
      return {};
  }
}

function length(source: CustomFieldSource, least: number, most: number, report: Report): number {
  const value = source.length ?? Number.NaN;
  if (!(value >= least && value <= most)) report('length', `a ${source.type ?? ''} field needs a length from ${least} to ${most}`);
  return value;
}

function numberOptions(source: CustomFieldSource, report: Report): FieldOptions {
  const precision = source.precision ?? (source.formula === undefined ? Number.NaN : 18);
  const scale = source.scale ?? (source.formula === undefined ? Number.NaN : 2);
  if (!(precision >= 1 && precision <= 18)) report('precision', 'a number needs a precision from 1 to 18');
  if (!(scale >= 0 && scale <= precision)) report('scale', 'a number needs a scale from 0 to its precision');
  return { precision, scale };
}

/** The parts of a display format such as `PR-{00000000}`. */
export function autoNumber(format: string | undefined, start: number | undefined, report: Report): NonNullable<Field['autoNumber']> {
  if (format === undefined || !/\{0+\}/u.test(format)) report('displayFormat', 'an auto-number needs a display format such as A-{0000}');
  else if (/\{(?!0+\})/u.test(format)) report('displayFormat', 'dates in a display format are not run here');
  return { format: format ?? '{0}', start: start ?? 1 };
}

function referenceOptions(source: CustomFieldSource, report: Report): FieldOptions {
  if (source.referenceTo === undefined) report('referenceTo', `a ${source.type ?? ''} field needs the object that it points at`);
  const masterDetail = source.type === 'MasterDetail';
  const reference: Reference = {
    targets: source.referenceTo === undefined ? [] : [source.referenceTo],
    relationshipName: source.name.replace(/__c$/u, '__r'),
    ...(source.relationshipName === undefined ? {} : { childRelationshipName: `${source.relationshipName}__r` }),
    onDelete: masterDetail ? 'Cascade' : deleteConstraint(source, report),
    ...(masterDetail ? { masterDetail: { order: source.relationshipOrder === 1 ? 1 : 0, reparentable: source.reparentable } } : {}),
  };
  return { length: 18, reference, ...(masterDetail && !source.reparentable ? { updateable: false } : {}) };
}

function deleteConstraint(source: CustomFieldSource, report: Report): Reference['onDelete'] {
  const constraint = source.deleteConstraint ?? (source.required ? 'Restrict' : 'SetNull');
  if (constraint !== 'SetNull' && constraint !== 'Restrict' && constraint !== 'Cascade') {
    report('deleteConstraint', `unknown delete constraint ${constraint}`);
    return 'SetNull';
  }
  if (source.required && constraint === 'SetNull')
    report('deleteConstraint', 'a required lookup cannot be cleared when its parent is deleted');
  return constraint;
}

function picklistOptions(
  source: CustomFieldSource,
  globalValues: (name: string) => readonly PicklistValueSource[] | undefined,
  report: Report,
): FieldOptions {
  if (source.type !== 'Picklist' && source.type !== 'MultiselectPicklist') return {};
  const { valueSet } = source;
  if (valueSet === undefined) {
    report('valueSet', 'a picklist needs a value set');
    return {};
  }
  const values = valueSet.globalName === undefined ? valueSet.values : globalValues(valueSet.globalName);
  if (values === undefined) report('valueSetName', `there is no global value set ${valueSet.globalName ?? ''}`);
  const choices = values ?? [];
  if (new Set(choices.map((choice) => choice.fullName.toLowerCase())).size < choices.length) report('valueSet', 'a value occurs twice');
  const chosen = choices.find((choice) => choice.isDefault);
  return {
    length: source.type === 'Picklist' ? 255 : 4099,
    picklist: {
      restricted: valueSet.restricted || valueSet.globalName !== undefined,
      values: choices.map(({ fullName, label, isDefault, isActive }) => ({ value: fullName, label, isDefault, active: isActive })),
    },
    ...(chosen === undefined || source.defaultValue !== undefined ? {} : { defaultFormula: quoted(chosen.fullName) }),
  };
}

/** A text as a formula literal. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/gu, '\\$&')}"`;
}

function formulaOptions(source: CustomFieldSource, report: Report): FieldOptions {
  const blanks = source.formulaTreatBlanksAs ?? 'BlankAsZero';
  if (blanks !== 'BlankAsZero' && blanks !== 'BlankAsBlank') report('formulaTreatBlanksAs', `unknown treatment of blanks ${blanks}`);
  return { ...READ_ONLY, formula: { source: source.formula ?? '', blanksAs: blanks === 'BlankAsBlank' ? 'blank' : 'zero' } };
}
