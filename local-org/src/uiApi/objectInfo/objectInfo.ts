import type { Schema, SObjectType } from '../../schema/types.ts';
import { eTagOf } from '../records/recordRepresentation.ts';
import { fieldInfo, nameFields } from './fieldInfo.ts';
import { MASTER_RECORD_TYPE_ID } from './recordTypes.ts';

/** UI API's Object Info: what components need to know of an object. */
export function objectInfo(schema: Schema, object: SObjectType): Record<string, unknown> {
  const fields = Object.fromEntries([...object.fields.values()].map((field) => [field.name, fieldInfo(schema, object, field)]));
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships.map((relationship) => ({
      childObjectApiName: relationship.childObject,
      fieldName: relationship.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: relationship.relationshipName ?? null,
    })),
    compactLayoutable: true,
    createable: object.createable,
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
    deletable: object.deletable,
    dependentFields: {},
    feedEnabled: false,
    fields,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: { [MASTER_RECORD_TYPE_ID]: masterRecordType() },
    searchLayoutable: true,
    searchable: true,
    themeInfo: null,
    updateable: object.updateable,
  };
  return { ...info, eTag: eTagOf(info) };
}

function masterRecordType(): Record<string, unknown> {
  return {
    available: true,
    defaultRecordTypeMapping: true,
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE_ID,
  };
}
