import type { MetadataProblem } from '../errors.ts';
import { readCustomMetadata, type CustomMetadataSource, type CustomMetadataValueSource } from '../metadata/customMetadataRecord.ts';
import { isApiName } from '../metadata/nameRules.ts';
import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import type { Field, FieldValue, FieldValues, Schema, SObjectType } from './types.ts';

/** A record of a custom metadata type: its object and its values, without what the database gives it (`Id`). */
export interface CustomMetadataRecord {
  readonly object: SObjectType;
  readonly values: FieldValues;
}

/** What is wrong with the records of custom metadata types. */
export function customMetadataProblems(schema: Schema, source: PackageSource): readonly MetadataProblem[] {
  const seen = new Set<string>();
  return filesOfType(source, 'CustomMetadata').flatMap((file) => {
    const { source: record, problems } = readCustomMetadata(file);
    const key = `${record.object}.${record.name}`.toLowerCase();
    const twice = seen.has(key) ? [{ file: record.file, message: `duplicate value found: ${record.name} is defined twice` }] : [];
    seen.add(key);
    // A name that is no record's name says nothing of its type.
    return problems.length > 0 ? problems : [...twice, ...recordProblems(schema, record)];
  });
}

/** The records of custom metadata types, as rows. Metadata with problems has been refused before. */
export function customMetadataRecords(schema: Schema, source: PackageSource): readonly CustomMetadataRecord[] {
  return filesOfType(source, 'CustomMetadata').flatMap((file) => {
    const { source: record } = readCustomMetadata(file);
    const object = schema.object(record.object);
    return object === undefined ? [] : [{ object, values: valuesOf(object, record) }];
  });
}

function recordProblems(schema: Schema, record: CustomMetadataSource): readonly MetadataProblem[] {
  const { file, name, label, values } = record;
  const object = schema.object(record.object);
  if (object?.kind !== 'customMetadata') {
    return [{ file, message: `Custom metadata type ${record.object} is not available in this organization.` }];
  }
  const problems: MetadataProblem[] = [];
  const report = (message: string, line?: number): void => {
    problems.push({ file, message, ...(line === undefined ? {} : { line }) });
  };
  if (!isApiName(name)) report(`Custom Metadata Record Name: ${badName(object.name)}`);
  if (name.length > 40) report('Value too long for field: fullName maximum length is:40');
  if ((label ?? '') === '') report('Required fields are missing: [MasterLabel]');
  else if ((label ?? '').length > 40) report('Value too long for field: MasterLabel maximum length is:40');
  for (const value of values) {
    const field = object.fields.get(value.field.toLowerCase());
    if (field?.custom !== true) report(`${object.name}: could not find fields: ${value.field}`, value.line);
    else for (const message of valueProblems(schema, field, value)) report(message, value.line);
  }
  const given = new Set(values.filter((value) => (value.text ?? '') !== '').map((value) => value.field.toLowerCase()));
  const missing = [...object.fields.values()].filter((field) => field.required && field.custom && !given.has(field.name.toLowerCase()));
  if (missing.length > 0) report(`Required fields are missing: [${missing.map((field) => field.name).join(', ')}]`);
  return problems;
}

function badName(type: string): string {
  return (
    `The ${type} API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ` +
    'not include spaces, not end with an underscore, and not contain two consecutive underscores.'
  );
}

/** Types of values (local names of `xsi:type`) that a field of a type takes; what is not listed takes texts. */
const TAKES: Readonly<Partial<Record<Field['type'], readonly string[]>>> = {
  boolean: ['boolean'],
  double: ['double', 'int', 'long', 'decimal', 'float', 'string'],
  currency: ['double', 'int', 'long', 'decimal', 'float', 'string'],
  percent: ['double', 'int', 'long', 'decimal', 'float', 'string'],
  date: ['date', 'dateTime'],
  datetime: ['dateTime', 'date'],
  time: ['time', 'dateTime'],
};

const FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|0|1)$/u,
  double: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u,
  int: /^[+-]?\d+$/u,
  date: /^\d{4}-\d{2}-\d{2}/u,
  dateTime: /^\d{4}-\d{2}-\d{2}/u,
};

function valueProblems(schema: Schema, field: Field, { type = 'string', text }: CustomMetadataValueSource): readonly string[] {
  if (text === undefined || text === '') return [];
  const form = FORMS[type];
  if (form !== undefined && !form.test(text.trim())) return [`Error parsing file: '${text.trim()}' is not valid for the type xsd:${type}`];
  const takes = TAKES[field.type] ?? ['string', 'picklist'];
  if (!takes.includes(type)) return [`${field.label}: value not of required type: ${text}`];
  const isNumber = takes.includes('double');
  if (isNumber && !Number.isFinite(Number(text))) return [`${field.label}: value not of required type: ${text}`];
  if (field.picklist?.restricted === true && !text.split(';').every((part) => isChoice(field, part))) {
    return [`${field.label}: bad value for restricted picklist field: ${text}`];
  }
  if (field.length !== undefined && text.length > field.length) {
    return [`${field.label}: data value too large: ${text} (max length=${String(field.length)})`];
  }
  return referenceProblems(schema, field, text);
}

function isChoice(field: Field, text: string): boolean {
  return field.picklist?.values.some((choice) => choice.active && choice.value === text.trim()) === true;
}

/** A relationship to a standard object of metadata names it; one to a record names that record. */
function referenceProblems(schema: Schema, field: Field, text: string): readonly string[] {
  const [target] = field.reference?.targets ?? [];
  if (target === 'EntityDefinition' && schema.object(text) === undefined)
    return [`In field: ${field.name} - no CustomObject named ${text} found`];
  return [];
}

function valuesOf(object: SObjectType, record: CustomMetadataSource): FieldValues {
  const values: FieldValues = {
    DeveloperName: record.name,
    MasterLabel: record.label ?? record.name,
    Label: record.label ?? record.name,
    Language: 'en_US',
    NamespacePrefix: record.namespace ?? null,
    QualifiedApiName: record.namespace === undefined ? record.name : `${record.namespace}__${record.name}`,
  };
  for (const field of object.fields.values()) {
    if (!field.custom || field.formula !== undefined) continue;
    const given = record.values.find((value) => value.field.toLowerCase() === field.name.toLowerCase());
    values[field.name] = given === undefined ? defaultOf(field) : valueOf(field, given.text);
  }
  return values;
}

/** A record that says nothing of a check box or a picklist has the default, as on the platform. */
function defaultOf(field: Field): FieldValue {
  if (field.type === 'boolean') return field.defaultFormula?.toLowerCase() === 'true';
  return null;
}

function valueOf(field: Field, text: string | undefined): FieldValue {
  if (field.type === 'boolean') return text?.trim() === 'true' || text?.trim() === '1';
  if (text === undefined || text.trim() === '') return null;
  switch (field.type) {
    case 'double':
    case 'int':
    case 'currency':
    case 'percent':
      return Number(text);
    case 'date':
      return text.trim().slice(0, 10);
    case 'datetime':
      return Date.parse(text.trim().length === 10 ? `${text.trim()}T00:00:00Z` : text.trim());
    case 'time':
      return Date.parse(`1970-01-01T${/\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/u.exec(text)?.[0] ?? '00:00'}Z`);
    default:
      return text;
  }
}
