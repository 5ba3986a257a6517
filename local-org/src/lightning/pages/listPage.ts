import type { ListView } from '../../metadata/listView.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { QueryService } from '../../soql/types.ts';
import { fillText, type Texts } from '../texts/fillText.ts';
import { columnField } from './columnField.ts';
import { fieldModel } from './fieldModel.ts';
import { filterTexts } from './filterTexts.ts';
import { listRow } from './listCells.ts';
import { canSort, type ListSort, ownOrder } from './listOrder.ts';
import { listViewQuery } from './listViewQuery.ts';
import { objectIcon } from './objectIcon.ts';
import { mayOf } from './objectMay.ts';
import type { ListPageModel, ListRowsModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Rows that a list shows at first, and with each "show more". */
export const listPageLength = 50;

/** Which records of an object a list shows, and how. */
export interface ListPlace {
  /** Developer name of a list view. */
  readonly filterName: string | undefined;
  readonly sort?: ListSort | undefined;
  readonly search?: string | undefined;
  /** Rows before the first that is read. */
  readonly from?: number;
}

export interface ListPageContext {
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly queries: QueryService;
  readonly user: RequestUser;
  readonly texts: Texts;
}

/** The list page of an object: the wanted view, else the first; an object without list views shows all its records. */
export function listPageModel(object: SObjectType, place: ListPlace, context: ListPageContext): ListPageModel {
  const { schema, site, texts } = context;
  const { views, view } = chosenView(object, place.filterName, site, texts);
  const { columns } = listViewQuery(view, object, schema, context.user.id);
  const { column, descending } = place.sort ?? ownOrder(object);
  return {
    kind: 'list',
    rowsUrl: `/lightning/data/list/${object.name}`,
    objectApiName: object.name,
    objectLabel: object.labelPlural,
    recordLabel: object.label,
    icon: objectIcon(object, site.tabs),
    label: view.label,
    views: views.map(({ name, label }) => ({ name, label, current: name === view.name })),
    filters: filterTexts(view, object, schema, texts),
    columns: columns.map((field) => ({ name: field.name, label: fieldModel(schema, object, field).label, sortable: canSort(field) })),
    sort: { column, descending },
    search: place.search ?? '',
    pageLength: listPageLength,
    may: mayOf(object),
    ...rowsOf(view, object, place, context),
  };
}

/** Rows of a list view, to be added to those that a page has. */
export function listRows(object: SObjectType, place: ListPlace, context: ListPageContext): ListRowsModel {
  return rowsOf(chosenView(object, place.filterName, context.site, context.texts).view, object, place, context);
}

function rowsOf(view: ListView, object: SObjectType, { sort, search, from = 0 }: ListPlace, context: ListPageContext): ListRowsModel {
  const { schema, queries, user } = context;
  const { columns, soql } = listViewQuery(view, object, schema, user.id, { sort, search });
  // A cursor knows how many there are, and has no largest offset.
  const cursor = queries.open(soql, user);
  const rows = cursor.read(from, listPageLength).map((record) => listRow(record, columns, object, schema));
  return { rows, total: cursor.totalSize };
}

function chosenView(
  object: SObjectType,
  filterName: string | undefined,
  site: SiteMetadata,
  texts: Texts,
): { readonly views: readonly ListView[]; readonly view: ListView } {
  const views = viewsOf(object, site, texts);
  const view = views.find(({ name }) => name === filterName) ?? views.find(({ name }) => name === 'All') ?? views[0];
  return { views, view: view ?? allRecords(object, texts) };
}

function viewsOf(object: SObjectType, site: SiteMetadata, texts: Texts): readonly ListView[] {
  // A view that filters by a standard field that is not here would show too much: it is left out.
  const canFilter = (view: ListView): boolean => view.filters.every(({ field }) => columnField(object, field) !== undefined);
  const views = site.listViews.filter((view) => view.objectName === object.name && canFilter(view));
  return views.length > 0 ? views : [allRecords(object, texts)];
}

const defaultColumns = ['Title', 'AccountId', 'Email', 'Phone', 'Status', 'StageName', 'CloseDate', 'Industry', 'Website', 'OwnerId'];

function allRecords(object: SObjectType, texts: Texts): ListView {
  const custom = [...object.fields.values()].filter((field) => field.custom && field.type !== 'longtextarea').map((field) => field.name);
  const columns = [
    object.nameField ?? 'Id',
    ...custom.slice(0, 2),
    ...defaultColumns.filter((name) => object.fields.has(name.toLowerCase())),
  ];
  const label = fillText(texts.allRecords, [object.labelPlural]);
  return { name: 'All', objectName: object.name, label, columns: columns.slice(0, 6), mineOnly: false, filters: [] };
}
