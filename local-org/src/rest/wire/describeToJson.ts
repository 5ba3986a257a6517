import type { ChildRelationship, SObjectType } from '../../schema/types.ts';
import { fieldDescribe } from './fieldDescribe.ts';

/** What the global describe tells of an object. */
export function objectSummary(object: SObjectType, version: string): Record<string, unknown> {
  const url = `/services/data/${version}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: object.deletable,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(object.name),
    mruEnabled: true,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: false,
    updateable: object.updateable,
    urls: {
      describe: `${url}/describe`,
      rowTemplate: `${url}/{ID}`,
      sobject: url,
    },
  };
}

/** The full describe of an object. */
export function objectDescribe(object: SObjectType, version: string): Record<string, unknown> {
  return {
    ...objectSummary(object, version),
    actionOverrides: [],
    childRelationships: object.childRelationships.map(childRelationshipDescribe),
    compactLayoutable: true,
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
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: {},
      },
    ],
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }],
  };
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
