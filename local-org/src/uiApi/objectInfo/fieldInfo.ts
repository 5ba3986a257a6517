import type { Field, FieldType, Schema, SObjectType } from '../../schema/types.ts';

/** UI API's names of the data types. */
const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  longtextarea: 'TextArea',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  combobox: 'ComboBox',
  encryptedstring: 'EncryptedString',
  address: 'Address',
  location: 'Location',
  base64: 'Base64',
};

/** UI API's Field of an object's info. */
export function fieldInfo(schema: Schema, object: SObjectType, field: Field): Record<string, unknown> {
  return {
    apiName: field.name,
    calculated: field.custom && (field.formula !== undefined || field.rollup !== undefined),
    compound: field.compound !== undefined,
    compoundComponentName: partName(object, field),
    compoundFieldName: field.compoundFieldName ?? null,
    controllerName: field.picklist?.controllingField ?? null,
    controllingFields: field.picklist?.controllingField === undefined ? [] : [field.picklist.controllingField],
    createable: field.createable,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    defaultValue: null,
    defaultedOnCreate: field.defaultFormula !== undefined || field.picklist?.values.some((value) => value.isDefault) === true,
    digits: field.type === 'int' ? (field.precision ?? 0) : 0,
    externalId: field.externalId,
    extraTypeInfo: field.type === 'longtextarea' ? (field.htmlFormatted === true ? 'RichTextArea' : 'PlainTextArea') : null,
    filterable: field.filterable ?? field.type !== 'longtextarea',
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted === true,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length ?? 0,
    maskType: field.encryption?.maskType ?? null,
    nameField: field.name === object.nameField,
    polymorphicForeignKey: (field.reference?.targets.length ?? 0) > 1,
    precision: field.precision ?? 0,
    reference: field.reference !== undefined,
    referenceTargetField: null,
    referenceToInfos: (field.reference?.targets ?? []).map((target) => ({
      apiName: target,
      nameFields: nameFields(schema.object(target)),
    })),
    relationshipName: field.reference?.relationshipName ?? null,
    required: field.required,
    scale: field.scale ?? 0,
    searchPrefilterable: field.reference !== undefined,
    sortable: field.sortable ?? (field.type !== 'longtextarea' && field.type !== 'multipicklist'),
    unique: field.unique,
    updateable: field.updateable,
  };
}

/** `street` of an address, the name of the field within a person's name. */
function partName(object: SObjectType, field: Field): string | null {
  const whole = field.compoundFieldName === undefined ? undefined : object.fields.get(field.compoundFieldName.toLowerCase());
  if (whole === undefined) return null;
  return [...(whole.compound?.parts ?? [])].find(([, name]) => name === field.name)?.[0] ?? field.name;
}

export function nameFields(object: SObjectType | undefined): readonly string[] {
  return object?.nameField === undefined ? [] : [object.nameField];
}
