import type { CustomFieldSource } from '../metadata/customField.ts';
import { fieldTypes } from '../metadata/fieldTypes.ts';
import { isApiName, tooLong } from '../metadata/nameRules.ts';
import { attributeProblems } from './fieldRules.ts';
import { field, READ_ONLY, type FieldOptions } from './fields.ts';
import { picklistOptions } from './picklistFromMetadata.ts';
import { referenceOptions } from './referenceFromMetadata.ts';
import type { Field, FieldType, PicklistValue } from './types.ts';

/** Says that an element of the field's file is wrong. */
export type Report = (element: string, message: string) => void;

/** What a field's file refers to outside itself. */
export interface FieldSurroundings {
  /** The values of a global value set; undefined when there is none of that name. */
  readonly globalValues: (name: string) => readonly PicklistValue[] | undefined;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  Hierarchy: 'reference',
  Html: 'longtextarea',
  Location: 'location',
  LongTextArea: 'longtextarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
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

/**
 * The field that a CustomField file describes, as far as the file alone tells:
 * a roll-up's type follows when the child's field is known.
 * @returns undefined when the type is not one that runs here (reported)
 */
export function fieldFromMetadata(source: CustomFieldSource, surroundings: FieldSurroundings, report: Report): Field | undefined {
  const type = fieldType(source, report);
  if (type === undefined) return undefined;
  checkGeneral(source, report);
  for (const { element, message } of attributeProblems(source)) report(element, message);
  const options: FieldOptions = {
    ...generalOptions(source),
    ...typeOptions(source, report),
    ...picklistOptions(source, surroundings.globalValues, report),
    ...(source.formula === undefined ? {} : formulaOptions(source)),
  };
  return field(source.name, source.label ?? source.name, type, options);
}

function fieldType(source: CustomFieldSource, report: Report): FieldType | undefined {
  const { type } = source;
  if (type === undefined || type === '') {
    report('type', 'Must specify a type for the CustomField');
    return undefined;
  }
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (known === undefined) {
    const exists = (fieldTypes as readonly string[]).includes(type);
    // The parser has refused a word that is no type at all.
    if (exists) report('type', `a CustomField of type ${type} is not run by local-org`);
  }
  return known;
}

function checkGeneral(source: CustomFieldSource, report: Report): void {
  const say = (element: string, message: string | undefined): void => {
    if (message !== undefined) report(element, message);
  };
  const { name, label = '' } = source;
  const developerName = name.replace(/__c$/u, '');
  const [, namespace] = /^([A-Za-z0-9]+)__/u.exec(developerName) ?? [];
  if (namespace !== undefined) report('fullName', foreignNamespace(namespace));
  else if (!isApiName(developerName)) report('fullName', badName);
  say('fullName', tooLong('DeveloperName', developerName, 40));
  if (label === '') report('label', 'Must specify a non-empty label for the CustomField');
  say('label', tooLong('MasterLabel', label, 40));
  say('description', tooLong('Description', source.description, 1000));
  say('inlineHelpText', tooLong('InlineHelpText', source.inlineHelpText, 510));
  say('relationshipLabel', tooLong('RelationshipLabel', source.relationshipLabel, 80));
  if (source.caseSensitive && !source.unique) report('caseSensitive', 'Case sensitivity can only be specified for unique fields');
}

const badName =
  'The Field Name API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ' +
  'not include spaces, not end with an underscore, and not contain two consecutive underscores.';

/** Components of a managed package come by its installation, never by a deployment. */
export function foreignNamespace(namespace: string): string {
  return (
    `Cannot create a new component with the namespace: ${namespace}.  ` +
    'Only components in the same namespace as the organization can be created through the API'
  );
}

function generalOptions(source: CustomFieldSource): FieldOptions {
  const given = { complianceGroup: source.complianceGroup, securityClassification: source.securityClassification };
  return {
    custom: true,
    required: source.required || source.type === 'MasterDetail',
    unique: source.unique,
    caseSensitive: source.caseSensitive,
    externalId: source.externalId,
    trackHistory: source.trackHistory,
    ...(source.trackFeedHistory ? { trackFeedHistory: true } : {}),
    ...(source.inlineHelpText === undefined ? {} : { helpText: source.inlineHelpText }),
    ...(source.description === undefined ? {} : { description: source.description }),
    ...(source.defaultValue === undefined || source.defaultValue === '' ? {} : { defaultFormula: source.defaultValue }),
    ...(source.businessStatus === undefined ? {} : { businessStatus: source.businessStatus }),
    ...(given.complianceGroup === undefined ? {} : { complianceGroup: given.complianceGroup }),
    ...(given.securityClassification === undefined ? {} : { securityClassification: given.securityClassification }),
  };
}

function typeOptions(source: CustomFieldSource, report: Report): FieldOptions {
  switch (source.type) {
    case 'AutoNumber':
      return { ...READ_ONLY, nillable: false, length: 30, autoNumber: autoNumber(source.displayFormat, source.startingNumber, report) };
    case 'Checkbox':
      return source.formula === undefined ? { defaultFormula: source.defaultValue ?? 'false' } : {};
    case 'Text':
      return { length: source.formula === undefined ? length(source, 1, 255, report) : 1300 };
    case 'EncryptedText':
      return {
        length: length(source, 1, 175, report),
        encryption: encryption(source),
        filterable: false,
        sortable: false,
        groupable: false,
      };
    case 'TextArea':
    case 'Url':
      return { length: 255 };
    case 'LongTextArea':
      return { length: length(source, 256, 131072, report), ...visibleLines(source, report) };
    case 'Html':
      return { length: length(source, 256, 131072, report), htmlFormatted: true, ...visibleLines(source, report) };
    case 'MultiselectPicklist':
      return visibleLines(source, report);
    case 'Email':
      return { length: 80 };
    case 'Phone':
      return { length: 40 };
    case 'Number':
    case 'Currency':
    case 'Percent':
      return numberOptions(source, report);
    case 'Location':
      return locationOptions(source, report);
    case 'Lookup':
    case 'MasterDetail':
    case 'Hierarchy':
    case 'MetadataRelationship':
      return referenceOptions(source, report);
    case 'Summary':
      return { ...READ_ONLY, precision: 18, scale: 0 };
    default:
      return {};
  }
}

function length(source: CustomFieldSource, least: number, most: number, report: Report): number {
  const value = source.length;
  if (value === undefined) return most;
  if (value < least || value > most) report('length', `The length must be between ${String(least)} and ${String(most)}`);
  return value;
}

function visibleLines(source: CustomFieldSource, report: Report): FieldOptions {
  const lines = source.visibleLines;
  if (lines === undefined) return {};
  const [least, most] = source.type === 'Html' ? [10, 50] : source.type === 'MultiselectPicklist' ? [3, 10] : [2, 50];
  // Only the upper bound is certain: files of the platform itself go below the lower one.
  if (lines < 1 || lines > most) report('visibleLines', `The number of visible lines must be between ${String(least)} and ${String(most)}`);
  return { visibleLines: lines };
}

function encryption(source: CustomFieldSource): NonNullable<Field['encryption']> {
  const maskType = (['creditCard', 'ssn', 'lastFour', 'sin', 'nino'] as const).find((type) => type === source.maskType) ?? 'all';
  return { maskChar: source.maskChar === 'X' ? 'X' : '*', maskType };
}

function numberOptions(source: CustomFieldSource, report: Report): FieldOptions {
  const { precision = 18, scale = 0 } = source;
  if (precision < 1 || precision > 18) report('precision', 'The precision must be between 1 and 18');
  else if (scale < 0 || scale > precision) report('scale', 'The scale must be between 0 and the precision');
  return { precision, scale };
}

/** The parts themselves are fields of their own: see `locationParts`. */
function locationOptions(source: CustomFieldSource, report: Report): FieldOptions {
  const { scale = 0, displayLocationInDecimal } = source;
  if (scale < 0 || scale > 15) report('scale', 'The scale must be between 0 and 15');
  const stem = source.name.replace(/__c$/u, '');
  const parts = new Map([
    ['latitude', `${stem}__Latitude__s`],
    ['longitude', `${stem}__Longitude__s`],
  ]);
  return { ...READ_ONLY, scale, displayLocationInDecimal, compound: { parts }, sortable: false, groupable: false, required: false };
}

/** Latitude and longitude of a geolocation field, as fields with columns. */
export function locationParts(location: Field, required: boolean): readonly Field[] {
  const { compound, scale = 0 } = location;
  return [...(compound?.parts ?? [])].map(([part, name]) =>
    field(name, `${location.label} (${part === 'latitude' ? 'Latitude' : 'Longitude'})`, 'double', {
      custom: true,
      precision: scale + 3,
      scale,
      required,
      compoundFieldName: location.name,
    }),
  );
}

/** The parts of a display format such as `PR-{00000000}` or `{YYYY}{MM}{DD}-{0}`. */
export function autoNumber(format: string | undefined, start: number | undefined, report: Report): NonNullable<Field['autoNumber']> {
  if (format === undefined) return { format: '{0}', start: start ?? 1 };
  const numbers = format.match(/\{0+\}/gu) ?? [];
  const others = format.replace(/\{0+\}/gu, '').replace(/\{(?:YY|YYYY|MM|DD)\}/gu, '');
  if (numbers.length !== 1 || /[{}]/u.test(others)) report('displayFormat', `The display format is invalid: ${format}`);
  else if (format.length > 30) report('displayFormat', 'Value too long for field: DisplayFormat maximum length is:30');
  if (start !== undefined && (start < 0 || start > 999_999_999))
    report('startingNumber', 'The starting number must be between 0 and 999999999');
  return { format, start: start ?? 1 };
}

function formulaOptions(source: CustomFieldSource): FieldOptions {
  const blanksAs = source.formulaTreatBlanksAs === 'BlankAsBlank' ? 'blank' : 'zero';
  return { ...READ_ONLY, required: false, formula: { source: source.formula ?? '', blanksAs } };
}
