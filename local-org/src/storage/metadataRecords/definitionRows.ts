import type { Field, FieldValues, Schema, SObjectType } from '../../schema/types.ts';
import type { WantedRows } from './keepRows.ts';

/** Every object as a record of EntityDefinition; its API name serves as id, as `DurableId` does on the platform. */
export function entityRows(schema: Schema): WantedRows {
  return { object: 'EntityDefinition', key: ['Id'], rows: [...schema.objects.values()].map(entityRow) };
}

/** Every field as a record of FieldDefinition: `Account.Name`. */
export function fieldRows(schema: Schema): WantedRows {
  const rows = [...schema.objects.values()].flatMap((object) => [...object.fields.values()].map((field) => fieldRow(object, field)));
  return { object: 'FieldDefinition', key: ['Id'], rows };
}

function entityRow(object: SObjectType): FieldValues {
  const { kind, name, settings } = object;
  const ordinary = kind === 'standard' || kind === 'custom';
  return {
    Id: name,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: name.replace(/__[a-z]+$/iu, ''),
    MasterLabel: object.label,
    Label: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    DeploymentStatus: object.custom ? (settings.deployed ? 'Deployed' : 'InDevelopment') : null,
    InternalSharingModel: object.sharingModel,
    ExternalSharingModel: settings.externalSharingModel ?? 'Private',
    Description: object.description ?? null,
    PublisherId: object.custom ? '<local>' : 'System',
    IsCustomizable: ordinary || kind === 'customMetadata' || kind === 'customSetting' || kind === 'platformEvent',
    IsApexTriggerable: ordinary,
    IsWorkflowEnabled: ordinary,
    IsProcessEnabled: ordinary,
    IsCompactLayoutable: ordinary,
    IsCustomSetting: kind === 'customSetting',
    IsReplicateable: ordinary,
    IsRetrieveable: object.queryable,
    IsSearchable: settings.search,
    IsSearchLayoutable: ordinary,
    IsTriggerable: ordinary,
    IsIdEnabled: kind !== 'platformEvent',
    IsEverCreatable: object.createable,
    IsEverUpdatable: object.updateable,
    IsEverDeletable: object.deletable,
    IsFeedEnabled: settings.feeds,
    IsQueryable: object.queryable,
    IsMruEnabled: ordinary,
    IsLayoutable: ordinary,
    IsFlsEnabled: ordinary,
  };
}

function fieldRow(object: SObjectType, field: Field): FieldValues {
  const { reference, picklist } = field;
  const controller = picklist?.controllingField;
  const isLong = field.type === 'longtextarea';
  return {
    Id: `${object.name}.${field.name}`,
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    EntityDefinitionId: object.name,
    DeveloperName: field.name.replace(/__[a-z]+$/iu, ''),
    MasterLabel: field.label,
    Label: field.label,
    Length: field.length ?? 0,
    DataType: dataType(field),
    ValueTypeId: field.type,
    ExtraTypeInfo: isLong ? (field.htmlFormatted === true ? 'richtextarea' : 'plaintextarea') : null,
    IsCalculated: field.custom && (field.formula !== undefined || field.rollup !== undefined),
    IsHtmlFormatted: field.htmlFormatted === true,
    IsNameField: object.nameField === field.name,
    IsNillable: field.nillable ?? !field.required,
    IsWorkflowFilterable: !isLong,
    IsCompactLayoutable: !isLong,
    Precision: field.precision ?? 0,
    Scale: field.scale ?? 0,
    IsFieldHistoryTracked: field.trackHistory,
    IsIndexed: field.type === 'id' || reference !== undefined || field.externalId || field.unique || object.nameField === field.name,
    IsApiFilterable: field.filterable ?? !isLong,
    IsApiSortable: field.sortable ?? !isLong,
    IsApiGroupable: field.groupable ?? !isLong,
    IsListVisible: !isLong,
    ControllingFieldDefinitionId: controller === undefined ? null : `${object.name}.${controller}`,
    PublisherId: field.custom ? '<local>' : 'System',
    RelationshipName: reference?.relationshipName ?? null,
    ReferenceTo: reference === undefined ? null : JSON.stringify({ referenceTo: reference.targets }),
    IsCompound: field.compound !== undefined,
    IsSearchPrefilterable: reference !== undefined,
    IsPolymorphicForeignKey: (reference?.targets.length ?? 0) > 1,
    BusinessStatus: field.businessStatus ?? null,
    SecurityClassification: field.securityClassification ?? null,
    ComplianceGroup: field.complianceGroup ?? null,
    Description: field.description ?? null,
  };
}

const TYPE_NAMES: Readonly<Record<Field['type'], string>> = {
  id: 'Lookup()',
  string: 'Text',
  textarea: 'Text Area',
  longtextarea: 'Long Text Area',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  boolean: 'Checkbox',
  int: 'Number',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  reference: 'Lookup',
  combobox: 'Picklist',
  encryptedstring: 'Text (Encrypted)',
  address: 'Address',
  location: 'Geolocation',
  base64: 'File',
};

/** As Setup shows it: `Text(80)`, `Number(16, 2)`, `Lookup(Account)`, `Formula (Text)`, `Roll-Up Summary (SUM Line__c)`. */
function dataType(field: Field): string {
  const name = field.htmlFormatted === true ? 'Rich Text Area' : TYPE_NAMES[field.type];
  if (field.rollup !== undefined) return `Roll-Up Summary (${field.rollup.operation.toUpperCase()} ${field.rollup.childObject})`;
  if (field.custom && field.formula !== undefined) return `Formula (${name})`;
  if (field.autoNumber !== undefined) return 'Auto Number';
  if (field.reference !== undefined && field.type !== 'string') {
    const kind = field.reference.masterDetail === undefined ? 'Lookup' : 'Master-Detail';
    return `${kind}(${field.reference.targets.join(',')})`;
  }
  if (field.type === 'id') return name;
  const size = sizeOf(field);
  const unique = field.unique ? (field.caseSensitive ? ' (Unique Case Sensitive)' : ' (Unique Case Insensitive)') : '';
  return `${name}${size}${field.externalId ? ' (External ID)' : ''}${unique}`;
}

function sizeOf(field: Field): string {
  switch (field.type) {
    case 'string':
    case 'longtextarea':
    case 'encryptedstring':
    case 'textarea':
      return `(${String(field.length ?? 255)})`;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return `(${String((field.precision ?? 18) - (field.scale ?? 0))}, ${String(field.scale ?? 0)})`;
    default:
      return '';
  }
}
