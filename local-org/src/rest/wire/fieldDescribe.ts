import { permissionField } from '../../access/fieldRules.ts';
import type { Field, FieldType, LookupFilter, SObjectType } from '../../schema/types.ts';
import { picklistDescribe } from './picklistDescribe.ts';

/** Our field types in the words of describe, and of its `soapType`. */
const types: Readonly<Record<FieldType, { readonly type: string; readonly soapType: string }>> = {
  id: { type: 'id', soapType: 'tns:ID' },
  string: { type: 'string', soapType: 'xsd:string' },
  textarea: { type: 'textarea', soapType: 'xsd:string' },
  longtextarea: { type: 'textarea', soapType: 'xsd:string' },
  email: { type: 'email', soapType: 'xsd:string' },
  phone: { type: 'phone', soapType: 'xsd:string' },
  url: { type: 'url', soapType: 'xsd:string' },
  boolean: { type: 'boolean', soapType: 'xsd:boolean' },
  int: { type: 'int', soapType: 'xsd:int' },
  double: { type: 'double', soapType: 'xsd:double' },
  currency: { type: 'currency', soapType: 'xsd:double' },
  percent: { type: 'percent', soapType: 'xsd:double' },
  date: { type: 'date', soapType: 'xsd:date' },
  datetime: { type: 'datetime', soapType: 'xsd:dateTime' },
  time: { type: 'time', soapType: 'xsd:time' },
  picklist: { type: 'picklist', soapType: 'xsd:string' },
  multipicklist: { type: 'multipicklist', soapType: 'xsd:string' },
  reference: { type: 'reference', soapType: 'tns:ID' },
  combobox: { type: 'combobox', soapType: 'xsd:string' },
  encryptedstring: { type: 'encryptedstring', soapType: 'xsd:string' },
  address: { type: 'address', soapType: 'urn:address' },
  location: { type: 'location', soapType: 'urn:location' },
  base64: { type: 'base64', soapType: 'xsd:base64Binary' },
};

const notGroupable: readonly FieldType[] = ['longtextarea', 'multipicklist', 'double', 'currency', 'percent', 'datetime', 'time', 'base64'];
const notSortable: readonly FieldType[] = ['longtextarea', 'multipicklist', 'address', 'location', 'base64', 'encryptedstring'];
const notAggregatable: readonly FieldType[] = ['longtextarea', 'boolean', 'address', 'location', 'base64', 'encryptedstring'];

/** One field as the platform's describe tells it. */
export function fieldDescribe(object: SObjectType, field: Field): Record<string, unknown> {
  const { reference, picklist, type, compound } = field;
  // What the platform works out of its own fields is no formula to its users.
  const calculated = field.custom && (field.formula !== undefined || field.rollup !== undefined);
  const polymorphic = (reference?.targets.length ?? 0) > 1;
  return {
    aggregatable: !notAggregatable.includes(type),
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: byteLength(field),
    calculated,
    calculatedFormula: calculated ? (field.formula?.source ?? null) : null,
    cascadeDelete: reference?.masterDetail !== undefined || reference?.onDelete === 'Cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName ?? null,
    controllerName: picklist?.controllingField ?? null,
    createable: field.createable,
    custom: field.custom,
    defaultValue: type === 'boolean' && field.formula === undefined ? field.defaultFormula?.toLowerCase() === 'true' : null,
    defaultValueFormula: defaultValueFormula(field),
    defaultedOnCreate: defaultedOnCreate(field),
    dependentPicklist: picklist?.controllingField !== undefined,
    deprecatedAndHidden: false,
    digits: type === 'int' ? (field.precision ?? 0) : 0,
    displayLocationInDecimal: field.displayLocationInDecimal === true,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(object, field),
    filterable: field.filterable ?? (type !== 'longtextarea' && type !== 'base64'),
    filteredLookupInfo: filteredLookupInfo(field.lookupFilter),
    formulaTreatNullNumberAsZero: calculated && field.formula?.blanksAs === 'zero',
    groupable: field.groupable ?? (!notGroupable.includes(type) && compound === undefined && !calculated),
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted === true || isHyperlink(field),
    idLookup: type === 'id' || field.externalId || field.idLookup === true,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: compound === undefined ? (field.length ?? 0) : 0,
    mask: field.encryption?.maskChar ?? null,
    maskType: field.encryption?.maskType ?? null,
    name: field.name,
    nameField: object.nameField === field.name,
    namePointing: polymorphic,
    nillable: nillable(field),
    permissionable: permissionField(object, field) !== undefined,
    picklistValues: picklistDescribe(object, field),
    polymorphicForeignKey: polymorphic,
    precision: type === 'int' ? 0 : (field.precision ?? 0),
    queryByDistance: compound !== undefined,
    referenceTargetField: null,
    referenceTo: reference?.targets ?? [],
    relationshipName: reference?.relationshipName ?? null,
    relationshipOrder: reference?.masterDetail?.order ?? null,
    restrictedDelete: reference?.masterDetail === undefined && reference?.onDelete === 'Restrict',
    restrictedPicklist: picklist?.restricted === true,
    scale: field.scale ?? 0,
    searchPrefilterable: reference !== undefined,
    soapType: types[type].soapType,
    sortable: field.sortable ?? !notSortable.includes(type),
    type: types[type].type,
    unique: field.unique,
    updateable: field.updateable,
    writeRequiresMasterRead: reference?.masterDetail?.writeRequiresMasterRead === true,
  };
}

function nillable(field: Field): boolean {
  return field.nillable ?? (!field.required && !['id', 'boolean'].includes(field.type) && field.autoNumber === undefined);
}

function byteLength({ type, length = 0 }: Field): number {
  if (type === 'id' || type === 'reference') return length;
  return ['address', 'location', 'boolean'].includes(type) ? 0 : length * 3;
}

/** A picklist's own default is told with its values. */
function defaultValueFormula(field: Field): string | null {
  if (!field.custom || field.type === 'boolean' || field.defaultFormula === undefined) return null;
  const chosen = field.picklist?.values.find((value) => value.isDefault);
  return chosen !== undefined && field.defaultFormula === `"${chosen.value}"` ? null : field.defaultFormula;
}

function defaultedOnCreate(field: Field): boolean {
  if (field.formula !== undefined || field.compound !== undefined) return false;
  if (field.type === 'boolean' || field.autoNumber !== undefined || field.defaultFormula !== undefined) return true;
  if (field.name === 'RecordTypeId' || field.picklist?.values.some((value) => value.isDefault) === true) return true;
  return field.nillable === false && field.name !== 'Name';
}

function extraTypeInfo(object: SObjectType, field: Field): string | null {
  if (field.type === 'longtextarea') return field.htmlFormatted === true ? 'richtextarea' : 'plaintextarea';
  if (field.type === 'textarea') return 'plaintextarea';
  const isPerson = field.name === 'Name' && [...object.fields.values()].some((part) => part.compoundFieldName === 'Name');
  return isPerson ? 'personname' : null;
}

/** Formulas that show links are HTML. */
function isHyperlink(field: Field): boolean {
  return field.custom && field.type === 'string' && /\b(?:HYPERLINK|IMAGE)\s*\(/iu.test(field.formula?.source ?? '');
}

function filteredLookupInfo(filter: LookupFilter | undefined): Record<string, unknown> | null {
  if (filter?.active !== true) return null;
  const sources = filter.items.flatMap(({ field, valueField }) => [field, valueField ?? '']).filter((path) => path.startsWith('$Source.'));
  const controllingFields = [...new Set(sources.map((path) => path.slice('$Source.'.length)))];
  return { controllingFields, dependent: controllingFields.length > 0, optionalFilter: filter.optional };
}
