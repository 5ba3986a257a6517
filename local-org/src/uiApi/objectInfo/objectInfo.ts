import type { Schema, SObjectType } from '../../schema/types.ts';
import { eTagOf } from '../records/recordRepresentation.ts';
import { fieldInfo, nameFields } from './fieldInfo.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeInfos } from './recordTypes.ts';

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
    dependentFields: dependentFields(object),
    feedEnabled: object.settings.feeds,
    fields,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: recordTypeInfos(object),
    searchLayoutable: true,
    searchable: true,
    themeInfo: null,
    updateable: object.updateable,
  };
  return { ...info, eTag: eTagOf(info) };
}

/** Controlling field -> the picklists that depend on it -> those that depend on these. */
function dependentFields(object: SObjectType): Record<string, unknown> {
  const below = (name: string): Record<string, unknown> =>
    Object.fromEntries(
      [...object.fields.values()]
        .filter((field) => field.picklist?.controllingField?.toLowerCase() === name.toLowerCase())
        .map((field) => [field.name, below(field.name)]),
    );
  const controllers = [...object.fields.values()].filter((field) => field.picklist?.controllingField === undefined);
  return Object.fromEntries(
    controllers.map((field) => [field.name, below(field.name)] as const).filter(([, fields]) => Object.keys(fields).length > 0),
  );
}
