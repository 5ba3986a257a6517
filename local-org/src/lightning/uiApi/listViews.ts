import type { ListView } from '../../metadata/listView.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { notFound } from '../../uiApi/records/readRecords.ts';
import { eTagOf } from '../../uiApi/records/recordRepresentation.ts';
import { columnField } from '../pages/columnField.ts';
import { fieldLabel, pathToName } from '../pages/fieldModel.ts';
import { canSort, ownOrder } from '../pages/listOrder.ts';
import type { UiContext } from './uiContext.ts';

/** The list views of an object that the user may open: those whose filters can be read. */
export function listViewsOf({ site }: UiContext, object: SObjectType): readonly ListView[] {
  return site.listViews.filter(
    (view) => view.objectName === object.name && view.filters.every(({ field }) => columnField(object, field) !== undefined),
  );
}

/** @throws SalesforceError NOT_FOUND */
export function listViewNamed(context: UiContext, object: SObjectType, name: string): ListView {
  const view = listViewsOf(context, object).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (view === undefined) throw notFound();
  return view;
}

/** The columns of a list view that the user may see. */
export function columnsOf(object: SObjectType, { columns }: ListView): readonly Field[] {
  return columns.map((column) => columnField(object, column)).filter((field) => field !== undefined);
}

/** UI API's List Reference of a list view. */
export function viewReference(view: ListView): Record<string, unknown> {
  return {
    id: null,
    inContextOfRecordId: null,
    listViewApiName: view.name,
    parentApiName: null,
    parentObjectApiName: null,
    recordTypeId: null,
    relatedListId: null,
    objectApiName: view.objectName,
    type: 'listView',
  };
}

/** UI API's List Info: what a list view shows, in which order, and by which filters. */
export function listInfo({ schema }: UiContext, object: SObjectType, view: ListView): Record<string, unknown> {
  const { column, descending } = ownOrder(object);
  const sorted = object.fields.get(column.toLowerCase());
  const content = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columnsOf(object, view).map((field) => ({
      fieldApiName: pathToName(schema, field) ?? field.name,
      label: fieldLabel(field),
      sortable: canSort(field),
    })),
    filterLogicString: view.filterLogic ?? null,
    filteredByInfo: view.filters.map((filter) => filterInfo(object, filter)),
    label: view.label,
    listReference: viewReference(view),
    listViewApiName: view.name,
    orderedByInfo: [{ fieldApiName: column, isAscending: !descending, label: sorted === undefined ? column : fieldLabel(sorted) }],
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...content, eTag: eTagOf(content) };
}

function filterInfo(object: SObjectType, { field: name, operation, value }: ListView['filters'][number]): Record<string, unknown> {
  const field = columnField(object, name);
  return {
    fieldApiName: field?.name ?? name,
    label: field === undefined ? name : fieldLabel(field),
    operandLabels: value === undefined ? [] : value.split(','),
    operator: operation.charAt(0).toUpperCase() + operation.slice(1),
  };
}
