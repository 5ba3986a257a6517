import type { CustomObjectSource } from '../metadata/customObject.ts';
import { isApiName, tooLong } from '../metadata/nameRules.ts';
import { autoNumber, foreignNamespace, type Report } from './fieldFromMetadata.ts';
import {
  auditFields,
  checkbox,
  date,
  dateTime,
  field,
  idFields,
  lookup,
  ownerField,
  picklist,
  READ_ONLY,
  text,
  viewedFields,
} from './fields.ts';
import { PLAIN_SETTINGS, settingsWith, type ObjectDraft } from './objectDraft.ts';
import type { Field, ObjectKind } from './types.ts';

/** Suffix of an API name -> kind of object. */
const KINDS: Readonly<Record<string, ObjectKind>> = { c: 'custom', mdt: 'customMetadata', e: 'platformEvent', b: 'big', x: 'external' };

const suffixes = '__as or __b or __c or __dll or __dlm or __e or __kav or __mdt or __mg or __x';

/**
 * The object that a CustomObject file makes; undefined when it can make none (reported).
 * @param hasTab whether a tab shows the object: then the org remembers who looked at a record last
 */
export function customObjectDraft(source: CustomObjectSource, hasTab: boolean, report: Report): ObjectDraft | undefined {
  const kind = kindOf(source);
  if (kind === undefined) {
    report(
      'fullName',
      `'${source.name}' does not resolve to a valid sObject type, fullName must end with: ${suffixes.replaceAll(' or ', ', ')}`,
    );
    return undefined;
  }
  checkGeneral(source, kind, report);
  const plain: ObjectDraft = {
    name: source.name,
    label: source.label ?? source.name,
    labelPlural: source.pluralLabel ?? source.label ?? source.name,
    keyPrefix: undefined,
    custom: true,
    fields: fieldsOf(source, kind, hasTab, report),
    ...nameFieldOf(kind),
    hasOwner: kind === 'custom',
    sharingModel: source.sharingModel ?? 'ReadWrite',
    validationRules: [],
    createable: kind === 'custom' || kind === 'customSetting' || kind === 'platformEvent',
    updateable: kind === 'custom' || kind === 'customSetting',
    deletable: kind === 'custom' || kind === 'customSetting',
    kind,
    queryable: !['platformEvent', 'big', 'external'].includes(kind),
    undeletable: kind === 'custom',
    recordTypes: [],
    fieldSets: [],
    settings: settingsOf(source, kind),
    ...(source.description === undefined ? {} : { description: source.description }),
  };
  return plain;
}

function kindOf(source: CustomObjectSource): ObjectKind | undefined {
  const [, suffix = ''] = /__(c|mdt|e|b|x)$/u.exec(source.name) ?? [];
  return suffix === 'c' && source.customSettingsType !== undefined ? 'customSetting' : KINDS[suffix];
}

function checkGeneral(source: CustomObjectSource, kind: ObjectKind, report: Report): void {
  const say = (element: string, message: string | undefined): void => {
    if (message !== undefined) report(element, message);
  };
  const developerName = source.name.replace(/__[a-z]+$/u, '');
  const [, namespace] = /^([A-Za-z0-9]+)__/u.exec(developerName) ?? [];
  if (namespace !== undefined) report('fullName', foreignNamespace(namespace));
  else if (!isApiName(developerName)) report('fullName', badName);
  say('fullName', tooLong('DeveloperName', developerName, 40));
  if ((source.label ?? '') === '') report('label', 'Must specify a non-empty label for the CustomObject');
  if (kind !== 'customSetting' && (source.pluralLabel ?? '') === '')
    report('pluralLabel', 'Must specify a non-empty plural label for the CustomObject');
  say('label', tooLong('MasterLabel', source.label, 40));
  say('pluralLabel', tooLong('PluralLabel', source.pluralLabel, 40));
  say('description', tooLong('Description', source.description, 1000));
  if (kind === 'custom') {
    if (source.sharingModel === undefined) report('sharingModel', 'Required field is missing: sharingModel');
    if (source.deploymentStatus === undefined) report('deploymentStatus', 'Required field is missing: deploymentStatus');
  }
  if (kind === 'platformEvent' && source.eventType === 'ExternalEvent') report('eventType', 'external events are not run by local-org');
}

const badName =
  'The Object Name API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ' +
  'not include spaces, not end with an underscore, and not contain two consecutive underscores.';

function settingsOf(source: CustomObjectSource, kind: ObjectKind): ObjectDraft['settings'] {
  const { customSettingsType, publishBehavior } = source;
  const visibility = (['Public', 'Protected', 'PackageProtected'] as const).find((word) => word === source.visibility);
  return {
    ...settingsWith({ ...PLAIN_SETTINGS, search: false, reports: false }, source.flags),
    deployed: source.deploymentStatus !== 'InDevelopment',
    ...(source.externalSharingModel === undefined ? {} : { externalSharingModel: source.externalSharingModel }),
    ...(customSettingsType === 'Hierarchy' || customSettingsType === 'List' ? { customSettingsType } : {}),
    ...(visibility === undefined ? {} : { visibility }),
    ...(kind === 'platformEvent'
      ? { publishBehavior: publishBehavior === 'PublishImmediately' ? publishBehavior : ('PublishAfterCommit' as const) }
      : {}),
  };
}

function nameFieldOf(kind: ObjectKind): { readonly nameField?: string } {
  if (kind === 'customMetadata') return { nameField: 'DeveloperName' };
  return kind === 'custom' || kind === 'customSetting' ? { nameField: 'Name' } : {};
}

function fieldsOf(source: CustomObjectSource, kind: ObjectKind, hasTab: boolean, report: Report): readonly Field[] {
  switch (kind) {
    case 'customMetadata':
      return customMetadataFields();
    case 'customSetting':
      return customSettingFields(source);
    case 'platformEvent':
      return eventFields();
    case 'big':
      return [auditField('CreatedById'), auditField('CreatedDate')];
    case 'external':
      return [idField(), text('ExternalId', 'External ID', 1000), text('DisplayUrl', 'Display URL', 1000)];
    default:
      return customFields(source, hasTab, report);
  }
}

function customFields(source: CustomObjectSource, hasTab: boolean, report: Report): readonly Field[] {
  const [id, ...rest] = idFields();
  return [
    ...(id === undefined ? [] : [id]),
    ownerField(['Group', 'User']),
    ...rest,
    nameField(source, report),
    ...auditFields(),
    ...(source.flags.get('enableActivities') === true ? [date('LastActivityDate', 'Last Activity Date', READ_ONLY)] : []),
    ...(hasTab ? viewedFields() : []),
  ];
}

function nameField(source: CustomObjectSource, report: Report): Field {
  const { nameField: given } = source;
  if (given === undefined || (given.type !== 'Text' && given.type !== 'AutoNumber')) {
    report('nameField', 'Must specify a nameField of type Text or AutoNumber');
    return text('Name', 'Name', 80, { idLookup: true });
  }
  const { trackHistory } = given;
  // The platform itself calls the field by the object's label of up to 40 characters and ` Name`.
  const long = tooLong('MasterLabel', given.label, 80);
  if (long !== undefined) report('nameField', long);
  if (given.type === 'Text') return text('Name', given.label, 80, { trackHistory, idLookup: true });
  if (given.displayFormat === undefined) report('nameField', "Must specify 'displayFormat' for a CustomField of type AutoNumber");
  const numbering = autoNumber(given.displayFormat, given.startingNumber, (_, message) => {
    report('nameField', message);
  });
  return text('Name', given.label, 80, { ...READ_ONLY, nillable: false, idLookup: true, trackHistory, autoNumber: numbering });
}

/** Rows come by deployment alone, so nothing of them can be written through the data API. */
function customMetadataFields(): readonly Field[] {
  const fixed = { ...READ_ONLY, nillable: false };
  return [
    idField(),
    text('DeveloperName', 'Custom Metadata Record Name', 40, { ...fixed, required: true }),
    text('MasterLabel', 'Label', 40, { ...fixed, required: true }),
    picklist('Language', 'Master Language', ['*en_US'], fixed),
    text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
    text('Label', 'Label', 40, fixed),
    text('QualifiedApiName', 'Qualified API Name', 70, fixed),
    auditField('SystemModstamp'),
  ];
}

/** A hierarchy's rows belong to the org, a profile or a user; a list's all to the org. */
function customSettingFields(source: CustomObjectSource): readonly Field[] {
  const hierarchy = source.customSettingsType === 'Hierarchy';
  return [
    ...idFields(),
    text('Name', 'Name', hierarchy ? 80 : 38, hierarchy ? { nillable: true } : { required: true, idLookup: true }),
    lookup('SetupOwnerId', 'Location', ['Organization', 'Profile', 'User'], undefined, {
      onDelete: 'Cascade',
      updateable: false,
      nillable: false,
      ...(hierarchy ? { unique: true } : {}),
    }),
    ...auditFields(),
  ];
}

/** What every published event carries; its number grows with each event of the type. */
function eventFields(): readonly Field[] {
  return [
    text('ReplayId', 'Replay ID', 32, { ...READ_ONLY, autoNumber: { format: '{0}', start: 1 } }),
    auditField('CreatedDate'),
    auditField('CreatedById'),
    text('EventUuid', 'Event UUID', 36, READ_ONLY),
  ];
}

function idField(): Field {
  return field('Id', 'Record ID', 'id', { length: 18, ...READ_ONLY, nillable: false });
}

function auditField(name: string): Field {
  return auditFields().find((candidate) => candidate.name === name) ?? dateTime(name, name, READ_ONLY);
}

/** `RecordTypeId`, which objects with record types have. */
export function recordTypeField(): Field {
  return lookup('RecordTypeId', 'Record Type ID', ['RecordType'], undefined, { nillable: true });
}

/** The object that keeps the changes of another one's tracked fields. */
export function historyDraft(parent: Pick<ObjectDraft, 'name' | 'label' | 'custom'>, historyName: string): ObjectDraft {
  const key = parent.custom ? 'ParentId' : `${parent.name}Id`;
  const system = { ...READ_ONLY, nillable: false };
  const parentField = lookup(key, `${parent.label} ID`, [parent.name], 'Histories', { ...system, onDelete: 'Cascade' });
  return {
    name: historyName,
    label: `${parent.label} History`,
    labelPlural: `${parent.label} History`,
    keyPrefix: '017',
    custom: parent.custom,
    fields: [
      idField(),
      checkbox('IsDeleted', 'Deleted', system),
      parentField,
      auditField('CreatedById'),
      auditField('CreatedDate'),
      text('Field', 'Changed Field', 255, system),
      text('DataType', 'Datatype', 40, READ_ONLY),
      text('OldValue', 'Old Value', 255, { ...READ_ONLY, filterable: false, sortable: false, groupable: false }),
      text('NewValue', 'New Value', 255, { ...READ_ONLY, filterable: false, sortable: false, groupable: false }),
    ],
    hasOwner: false,
    sharingModel: 'ControlledByParent',
    validationRules: [],
    createable: false,
    updateable: false,
    deletable: false,
    kind: 'history',
    queryable: true,
    undeletable: false,
    recordTypes: [],
    fieldSets: [],
    settings: { ...PLAIN_SETTINGS, search: false, parentObject: parent.name },
  };
}
