import type { SObjectType } from '../../schema/types.ts';
import { notFound } from '../../uiApi/records/readRecords.ts';
import { eTagOf } from '../../uiApi/records/recordRepresentation.ts';
import { listReference } from '../../uiApi/relatedLists/relatedListRecords.ts';
import { MASTER_RECORD_TYPE_ID } from '../../storage/metadataRecords/recordTypeId.ts';
import type { RelatedListModel } from '../pages/pageSettings.ts';
import { relatedListsOf } from '../pages/recordPage.ts';
import type { UiContext } from './uiContext.ts';

/** UI API's Related List Info Collection: the related lists of an object's layout. */
export function relatedListInfos(context: UiContext, parent: SObjectType): Record<string, unknown> {
  const lists = relatedListsOf(parent, context.schema, context.site);
  return {
    parentObjectApiName: parent.name,
    parentRecordTypeId: MASTER_RECORD_TYPE_ID,
    relatedLists: lists.map(({ relatedListId, label, objectApiName, parentField }) => ({
      entityLabel: label,
      fieldApiName: parentField,
      keyPrefix: context.schema.object(objectApiName)?.keyPrefix ?? null,
      label,
      objectApiNames: [objectApiName],
      relatedListId,
      themeInfo: null,
    })),
  };
}

/** UI API's Related List Info: the columns and order of one of them. @throws SalesforceError NOT_FOUND */
export function relatedListInfo(context: UiContext, parent: SObjectType, relatedListId: string): Record<string, unknown> {
  const lists = relatedListsOf(parent, context.schema, context.site);
  const list = lists.find((candidate) => candidate.relatedListId.toLowerCase() === relatedListId.toLowerCase());
  if (list === undefined) throw notFound();
  const content = {
    cloneable: false,
    createable: list.may.create,
    deletable: list.may.delete,
    displayColumns: list.columns.map(({ name, namePath, label }) => ({
      fieldApiName: namePath ?? name,
      label,
      lookupId: null,
      sortable: true,
    })),
    fieldApiName: list.parentField,
    filterLogicString: null,
    filteredByInfo: [],
    label: list.label,
    listReference: listReference(parent, null, list.relatedListId),
    objectApiNames: [list.objectApiName],
    orderedByInfo: orderOf(list),
    updateable: list.may.edit,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
  };
  return { ...content, eTag: eTagOf(content) };
}

function orderOf({ sortBy, columns, objectApiName }: RelatedListModel): readonly object[] {
  return sortBy.map((entry) => {
    const fieldApiName = entry.replace(/^-/u, '').replace(`${objectApiName}.`, '');
    const label = columns.find(({ name }) => name === fieldApiName)?.label ?? fieldApiName;
    return { fieldApiName, isAscending: !entry.startsWith('-'), label };
  });
}
