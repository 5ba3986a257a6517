import type { ChildRelationship, SObjectType } from '../../schema/types.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeId } from '../../storage/metadataRecords/recordTypeId.ts';
import { fieldDescribe } from './fieldDescribe.ts';

/** What the global describe tells of an object. */
export function objectSummary(object: SObjectType, version: string): Record<string, unknown> {
  const url = `/services/data/${version}/sobjects/${object.name}`;
  const { kind, settings } = object;
  const ordinary = kind === 'standard' || kind === 'custom';
  const isEvent = kind === 'platformEvent';
  return {
    activateable: false,
    associateEntityType: associates[kind] ?? null,
    associateParentEntity: settings.parentObject ?? null,
    createable: object.createable,
    custom: object.custom,
    customSetting: kind === 'customSetting',
    deepCloneable: false,
    deletable: object.deletable,
    deprecatedAndHidden: false,
    feedEnabled: settings.feeds,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: kind === 'history' ? '017' : object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: ordinary || kind === 'customMetadata' || kind === 'customSetting',
    mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(object.name),
    mruEnabled: object.fields.has('lastvieweddate'),
    name: object.name,
    queryable: object.queryable,
    replicateable: object.queryable && kind !== 'customMetadata',
    retrieveable: object.queryable,
    searchable: settings.search,
    triggerable: ordinary || isEvent,
    undeletable: object.undeletable,
    updateable: object.updateable,
    urls: isEvent
      ? { describe: `${url}/describe`, eventSchema: `${url}/eventSchema`, rowTemplate: `${url}/{ID}`, sobject: url }
      : { describe: `${url}/describe`, rowTemplate: `${url}/{ID}`, sobject: url },
  };
}

/** What an object is to the one that it belongs to. */
const associates: Readonly<Partial<Record<SObjectType['kind'], string>>> = { history: 'History', feed: 'Feed', share: 'Share' };

/** The full describe of an object. */
export function objectDescribe(object: SObjectType, version: string): Record<string, unknown> {
  return {
    ...objectSummary(object, version),
    actionOverrides: [],
    childRelationships: object.childRelationships.map(childRelationshipDescribe),
    compactLayoutable: object.kind === 'standard' || object.kind === 'custom',
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: [...object.fields.values()].map((field) => fieldDescribe(object, field)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(object, version),
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: supportedScopes(object),
  };
}

function supportedScopes({ labelPlural, hasOwner }: SObjectType): readonly Record<string, unknown>[] {
  const all = { label: `All ${labelPlural}`, name: 'everything' };
  return hasOwner ? [all, { label: `My ${labelPlural}`, name: 'mine' }] : [all];
}

/** The object's record types, those that nobody uses any more included; the master comes last and is the default. */
function recordTypeInfos(object: SObjectType, version: string): readonly Record<string, unknown>[] {
  const own = object.recordTypes.map(({ name, label, active }) => {
    const id = recordTypeId(object.name, name);
    const layout = `/services/data/${version}/sobjects/${object.name}/describe/layouts/${id}`;
    return recordTypeInfo({ active, developerName: name, name: label, recordTypeId: id, urls: { layout } });
  });
  const master = { active: true, developerName: 'Master', name: 'Master', recordTypeId: MASTER_RECORD_TYPE_ID };
  const urls = { layout: `/services/data/${version}/sobjects/${object.name}/describe/layouts/${MASTER_RECORD_TYPE_ID}` };
  const isSetup = object.kind !== 'standard' && object.kind !== 'custom';
  return isSetup ? [] : [...own, recordTypeInfo({ ...master, urls }, true)];
}

function recordTypeInfo(
  info: {
    readonly active: boolean;
    readonly developerName: string;
    readonly name: string;
    readonly recordTypeId: string;
    readonly urls: object;
  },
  master = false,
): Record<string, unknown> {
  const { active, developerName, name, recordTypeId: id, urls } = info;
  return { active, available: active, defaultRecordTypeMapping: master, developerName, master, name, recordTypeId: id, urls };
}

function childRelationshipDescribe(relationship: ChildRelationship): Record<string, unknown> {
  return {
    cascadeDelete: relationship.masterDetail || relationship.onDelete === 'Cascade',
    childSObject: relationship.childObject,
    deprecatedAndHidden: false,
    field: relationship.field,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: relationship.relationshipName ?? null,
    restrictedDelete: !relationship.masterDetail && relationship.onDelete === 'Restrict',
  };
}
