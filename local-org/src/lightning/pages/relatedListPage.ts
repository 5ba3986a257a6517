import type { SObjectType } from '../../schema/types.ts';
import { listRow } from './listCells.ts';
import { canSort, listOrder, ownOrder, type ListSort } from './listOrder.ts';
import { findField } from './fieldModel.ts';
import { type ListPageContext, listPageLength, type ListPlace } from './listPage.ts';
import { listViewQuery } from './listViewQuery.ts';
import { searchCondition } from './listSearch.ts';
import { mayOf } from './objectMay.ts';
import type { ListPageModel, ListRowsModel, RelatedListModel } from './pageSettings.ts';
import { relatedListsOf } from './recordPage.ts';
import { quoted } from './soqlText.ts';

/** A related list of a record, with its parent. */
export interface RelatedListPlace extends Omit<ListPlace, 'filterName'> {
  readonly parent: SObjectType;
  readonly parentId: string;
  readonly parentName: string;
  /** `Responses__r` */
  readonly relatedListId: string;
}

/** All records of a related list as a page of its own; undefined when the parent has no such list on its page. */
export function relatedListPageModel(place: RelatedListPlace, context: ListPageContext): ListPageModel | undefined {
  const found = findList(place, context);
  if (found === undefined) return undefined;
  const { list, object } = found;
  const { column, descending } = place.sort ?? sortOf(list) ?? ownOrder(object);
  return {
    kind: 'list',
    rowsUrl: `/lightning/data/related/${place.parentId}/${list.relatedListId}`,
    objectApiName: object.name,
    objectLabel: object.labelPlural,
    recordLabel: object.label,
    icon: list.icon,
    label: list.label,
    views: [],
    filters: [],
    columns: fieldsOf(list, object).map((field) => ({
      name: field.name,
      label: list.columns.find(({ name }) => name === field.name)?.label ?? field.label,
      sortable: canSort(field),
    })),
    sort: { column, descending },
    search: place.search ?? '',
    pageLength: listPageLength,
    may: mayOf(object),
    parent: {
      name: place.parentName,
      url: `/lightning/r/${place.parent.name}/${place.parentId}/view`,
      defaults: { [list.parentField]: place.parentId },
    },
    ...(relatedListRows(place, context) ?? { rows: [], total: 0 }),
  };
}

/** Rows of a related list, to be added to those that a page has. */
export function relatedListRows(place: RelatedListPlace, context: ListPageContext): ListRowsModel | undefined {
  const found = findList(place, context);
  if (found === undefined) return undefined;
  const { list, object } = found;
  const { schema, queries, user } = context;
  const columns = fieldsOf(list, object);
  const view = { name: '', label: '', objectName: object.name, columns: columns.map(({ name }) => name), mineOnly: false, filters: [] };
  const all = listViewQuery(view, object, schema, user.id).soql;
  const select = all.slice(0, all.indexOf(' ORDER BY '));
  const search = (place.search ?? '').trim() === '' ? '' : ` AND ${searchCondition(place.search ?? '', columns, object, schema)}`;
  const order = listOrder(place.sort ?? sortOf(list), object, schema);
  const cursor = queries.open(`${select} WHERE ${list.parentField} = ${quoted(place.parentId)}${search} ORDER BY ${order}, Id`, user);
  const rows = cursor.read(place.from ?? 0, listPageLength).map((record) => listRow(record, columns, object, schema));
  return { rows, total: cursor.totalSize };
}

function findList(
  { parent, relatedListId }: RelatedListPlace,
  { schema, site }: ListPageContext,
): { readonly list: RelatedListModel; readonly object: SObjectType } | undefined {
  const list = relatedListsOf(parent, schema, site).find((candidate) => candidate.relatedListId === relatedListId);
  const object = list === undefined ? undefined : schema.object(list.objectApiName);
  return list === undefined || object === undefined ? undefined : { list, object };
}

function fieldsOf(list: RelatedListModel, object: SObjectType): readonly NonNullable<ReturnType<typeof findField>>[] {
  return list.columns.map(({ name }) => findField(object, name)).filter((field) => field !== undefined);
}

/** `-PulseResponse__c.RespondedAt__c` as a list sorts. */
function sortOf({ sortBy }: RelatedListModel): ListSort | undefined {
  const [first] = sortBy;
  if (first === undefined) return undefined;
  return { column: first.slice(first.indexOf('.') + 1), descending: first.startsWith('-') };
}
