import type { FieldType } from '../../../schema/types.ts';
import type { FormChoice, FormFieldModel } from '../../pages/formTypes.ts';
import { isRecord, type RecordRepresentation, valueAt } from '../lds/records.ts';
import type { FormValue } from '../page/formValues.ts';
import type { ShownField } from '../page/shownFields.ts';
import type { FieldInfo, PicklistInfo, Picklists } from './objectInfos.ts';

const types: Readonly<Record<string, FieldType>> = {
  Address: 'address',
  Base64: 'base64',
  Boolean: 'boolean',
  ComboBox: 'combobox',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'double',
  Email: 'email',
  EncryptedString: 'encryptedstring',
  Int: 'int',
  Location: 'location',
  MultiPicklist: 'multipicklist',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Reference: 'reference',
  String: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};

/** The shell's word for a type of UI API. */
export function fieldType({ dataType, extraTypeInfo }: FieldInfo): FieldType {
  if (dataType === 'TextArea' && extraTypeInfo !== null) return 'longtextarea';
  return types[dataType] ?? 'string';
}

/** `Account ID` is what the API calls the field; people see the object it leads to. */
export function fieldLabel({ label, reference }: FieldInfo): string {
  return reference ? label.replace(/ ID$/u, '') : label;
}

/** A field as the control that changes it needs it. */
export function inputModel(info: FieldInfo, picklists: Picklists): FormFieldModel {
  const type = fieldType(info);
  const picklist = picklists[info.apiName];
  return {
    name: info.apiName,
    label: fieldLabel(info),
    type,
    required: info.required && type !== 'boolean',
    scale: info.scale,
    ...(info.inlineHelpText === null ? {} : { helpText: info.inlineHelpText }),
    ...(info.length === 0 ? {} : { length: info.length }),
    ...(info.precision === 0 ? {} : { precision: info.precision }),
    ...(picklist === undefined ? {} : { choices: choicesOf(picklist) }),
    ...(info.controllerName === null ? {} : { controllingField: info.controllerName }),
    ...(info.reference ? { targets: info.referenceToInfos.map(({ apiName }) => targetOf(apiName)) } : {}),
    ...(info.relationshipName === null ? {} : { relationship: info.relationshipName }),
  };
}

/** A field with what a record holds in it, as text to read. */
export function outputModel(info: FieldInfo, record: RecordRepresentation | undefined): ShownField {
  const raw = record?.fields[info.apiName];
  const value = raw === undefined || isRecord(raw.value) ? null : raw.value;
  const name = parentName(info, record);
  const type = fieldType(info);
  const isName = info.nameField && record !== undefined;
  const url = isName
    ? `/lightning/r/${record.apiName}/${record.id}/view`
    : name === undefined
      ? undefined
      : `/lightning/r/${String(value)}/view`;
  const text = name ?? (type.endsWith('picklist') ? (raw?.displayValue ?? undefined) : undefined);
  return {
    name: info.apiName,
    label: fieldLabel(info),
    type,
    scale: info.scale,
    value,
    ...(info.inlineHelpText === null ? {} : { helpText: info.inlineHelpText }),
    ...(url === undefined ? {} : { url }),
    ...(text === undefined ? {} : { text }),
  };
}

/** Qualified names of what must be read to show or change a field. */
export function pathsOf(objectApiName: string, info: FieldInfo): readonly string[] {
  const [target, ...more] = info.referenceToInfos;
  const [nameField = 'Name'] = more.length === 0 ? (target?.nameFields ?? []) : [];
  const parent = info.relationshipName === null ? [] : [`${objectApiName}.${info.relationshipName}.${nameField}`];
  return [`${objectApiName}.${info.apiName}`, ...parent];
}

/** The name of what a lookup points at; undefined where there is nothing, or nothing to be seen. */
export function parentName(info: FieldInfo, record: RecordRepresentation | undefined): string | undefined {
  const parent = info.relationshipName === null ? undefined : valueAt(record, `.${info.relationshipName}`)?.value;
  if (!isRecord(parent)) return undefined;
  return Object.values(parent.fields)
    .map(({ value }) => value)
    .find((value) => typeof value === 'string');
}

/** The value of a record's field as a control holds it. */
export function valueOf(record: RecordRepresentation | undefined, name: string): FormValue {
  const value = record?.fields[name]?.value ?? null;
  return isRecord(value) ? null : value;
}

function choicesOf({ values, controllerValues }: PicklistInfo): readonly FormChoice[] {
  const controllers = Object.entries(controllerValues);
  return values.map(({ value, label, validFor }) => ({
    value,
    label,
    ...(controllers.length === 0 ? {} : { validFor: controllers.filter(([, index]) => validFor.includes(index)).map(([name]) => name) }),
  }));
}

function targetOf(apiName: string): { readonly name: string; readonly label: string; readonly icon: string } {
  const icon = apiName.endsWith('__c') ? 'standard:record' : `standard:${apiName.toLowerCase()}`;
  return { name: apiName, label: apiName.replace(/__c$/u, ''), icon };
}
