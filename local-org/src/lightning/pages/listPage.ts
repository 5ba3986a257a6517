import type { ListView } from '../../metadata/listView.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Field, FieldValue, Schema, SObjectType } from '../../schema/types.ts';
import type { QueryRecord, QueryService } from '../../soql/types.ts';
import { labelOf } from '../../uiApi/values/displayValue.ts';
import { columnField } from './columnField.ts';
import { fieldModel, pathToName } from './fieldModel.ts';
import { listViewQuery } from './listViewQuery.ts';
import { listUrl } from './navigationTabs.ts';
import { objectIcon } from './objectIcon.ts';
import type { ListCellModel, ListPageModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Rows that a list shows. */
const pageLength = 50;

/** Rows up to which a list can be turned over, as on the platform: SOQL's largest offset. */
const lastOffset = 2000;

/** Which list view, and how many rows stand before the first that is shown. */
export interface ListPlace {
  readonly filterName: string | undefined;
  readonly offset: number;
}

export interface ListPageContext {
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly queries: QueryService;
  readonly user: RequestUser;
}

/** The list page of an object: the wanted view, else the first; an object without list views shows all its records. */
export function listPageModel(object: SObjectType, place: ListPlace, context: ListPageContext): ListPageModel {
  const { schema, site, queries, user } = context;
  const views = viewsOf(object, site);
  const offset = Math.min(Math.max(Math.trunc(place.offset), 0), lastOffset);
  const view =
    views.find(({ name }) => name === place.filterName) ?? views.find(({ name }) => name === 'All') ?? views[0] ?? allRecords(object);
  const { columns, soql } = listViewQuery(view, object, schema, user.id, { limit: pageLength + 1, offset });
  const { records } = queries.run(soql, user);
  return {
    kind: 'list',
    objectApiName: object.name,
    objectLabel: object.labelPlural,
    icon: objectIcon(object, site.tabs),
    views: views.map(({ name, label }) => ({ name, label, current: name === view.name })),
    columns: columns.map((field) => fieldModel(schema, object, field).label),
    rows: records.slice(0, pageLength).map((record) => {
      const id = String(plainValue(record, 'Id') ?? '');
      return { id, cells: columns.map((field) => cell(record, id, field, object, schema)) };
    }),
    first: offset + 1,
    ...turning(object, view, offset, records.length > pageLength),
  };
}

/** Addresses of the pages before and after the one that begins at this offset. */
function turning(object: SObjectType, view: ListView, offset: number, more: boolean): Pick<ListPageModel, 'previousUrl' | 'nextUrl'> {
  const at = (from: number): string =>
    `${listUrl(object.name)}?${new URLSearchParams({ filterName: view.name, ...(from > 0 ? { offset: String(from) } : {}) }).toString()}`;
  const previous = offset > 0 ? { previousUrl: at(Math.max(offset - pageLength, 0)) } : {};
  const next = more && offset + pageLength <= lastOffset ? { nextUrl: at(offset + pageLength) } : {};
  return { ...previous, ...next };
}

function viewsOf(object: SObjectType, site: SiteMetadata): readonly ListView[] {
  // A view that filters by a standard field that is not here would show too much: it is left out.
  const canFilter = (view: ListView): boolean => view.filters.every(({ field }) => columnField(object, field) !== undefined);
  const views = site.listViews.filter((view) => view.objectName === object.name && canFilter(view));
  return views.length > 0 ? views : [allRecords(object)];
}

const defaultColumns = ['Title', 'AccountId', 'Email', 'Phone', 'Status', 'StageName', 'CloseDate', 'Industry', 'Website', 'OwnerId'];

function allRecords(object: SObjectType): ListView {
  const custom = [...object.fields.values()].filter((field) => field.custom && field.type !== 'longtextarea').map((field) => field.name);
  const columns = [
    object.nameField ?? 'Id',
    ...custom.slice(0, 2),
    ...defaultColumns.filter((name) => object.fields.has(name.toLowerCase())),
  ];
  return {
    name: 'All',
    objectName: object.name,
    label: `All ${object.labelPlural}`,
    columns: columns.slice(0, 6),
    mineOnly: false,
    filters: [],
  };
}

function cell(record: QueryRecord, id: string, field: Field, object: SObjectType, schema: Schema): ListCellModel {
  const value = plainValue(record, field.name);
  const scale = field.scale === undefined ? {} : { scale: field.scale };
  if (field.name === object.nameField) return { value, type: field.type, url: `/lightning/r/${object.name}/${id}/view` };
  const name = referenceName(record, field, schema);
  if (name !== undefined && typeof value === 'string') return { value: name, type: 'string', url: `/lightning/r/${value}/view` };
  // An id alone tells a reader nothing: what it points at is not for them.
  if (field.reference !== undefined && pathToName(schema, field) === undefined) return { value: null, type: 'string' };
  if ((field.type === 'picklist' || field.type === 'multipicklist') && typeof value === 'string') {
    const labels = value.split(';').map((choice) => labelOf(field, choice));
    return { value: labels.join('; '), type: 'string' };
  }
  return {
    value: field.type === 'datetime' && typeof value === 'number' ? new Date(value).toISOString() : value,
    type: field.type,
    ...scale,
  };
}

function plainValue(record: QueryRecord, name: string): FieldValue {
  const field = record.fields.get(name);
  return field?.kind === 'value' ? field.value : null;
}

function referenceName(record: QueryRecord, field: Field, schema: Schema): FieldValue | undefined {
  const [relationship = '', name = ''] = pathToName(schema, field)?.split('.') ?? [];
  const parent = record.fields.get(relationship);
  return parent?.kind === 'parent' && parent.record !== null ? plainValue(parent.record, name) : undefined;
}
