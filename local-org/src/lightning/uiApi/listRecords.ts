import { SalesforceError } from '../../errors.ts';
import type { SObjectType } from '../../schema/types.ts';
import { addField, addOptionalField, emptyTree, type FieldTree } from '../../uiApi/records/fieldTree.ts';
import { eTagOf, recordRepresentation, type RecordRepresentation } from '../../uiApi/records/recordRepresentation.ts';
import { listOf } from '../../uiApi/records/requestedFields.ts';
import { selectTree } from '../../uiApi/records/selectTree.ts';
import { wholeNumber } from '../../uiApi/relatedLists/relatedListRequest.ts';
import type { ListView } from '../../metadata/listView.ts';
import { pathToName } from '../pages/fieldModel.ts';
import { sortFrom, type ListSort } from '../pages/listOrder.ts';
import { listViewQuery } from '../pages/listViewQuery.ts';
import { columnsOf, listInfo, viewReference } from './listViews.ts';
import type { UiContext } from './uiContext.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 2000;

/** UI API's List Record Collection: one page of the records that a list view shows. @throws SalesforceError INVALID_FIELD, ... */
export function listRecords(
  context: UiContext,
  object: SObjectType,
  view: ListView,
  source: unknown,
  url: string,
): Record<string, unknown> {
  const { schema, user, org } = context;
  const pageSize = wholeNumber(source, 'pageSize', DEFAULT_PAGE, 1, LARGEST_PAGE);
  const offset = wholeNumber(source, 'pageToken', 0, 0, Number.MAX_SAFE_INTEGER);
  const tree = treeOf(context, object, view, source);
  const [search] = listOf(source, 'searchTerm');
  const { soql } = listViewQuery(view, object, schema, user.id, { sort: sortOf(object, source), search: search?.replaceAll('*', ' ') });
  const cursor = org.queries.open(soql, user);
  const ids = cursor.read(offset, pageSize).map(({ id = '' }) => id);
  const records = recordsOf(context, tree, ids);
  const next = offset + pageSize < cursor.totalSize ? String(offset + pageSize) : null;
  const previous = offset > 0 ? String(Math.max(0, offset - pageSize)) : null;
  const urlOf = (token: string | null): string | null => (token === null ? null : `${url}?pageSize=${pageSize}&pageToken=${token}`);
  return {
    count: records.length,
    currentPageToken: String(offset),
    currentPageUrl: urlOf(String(offset)),
    fields: listOf(source, 'fields'),
    listInfoETag: eTagOf(listInfo(context, object, view)),
    listReference: viewReference(view),
    nextPageToken: next,
    nextPageUrl: urlOf(next),
    optionalFields: listOf(source, 'optionalFields'),
    pageSize,
    previousPageToken: previous,
    previousPageUrl: urlOf(previous),
    records,
    sortBy: listOf(source, 'sortBy'),
  };
}

/** The view's columns, with the names behind lookups, and the fields that were asked for beside them. */
function treeOf({ schema }: UiContext, object: SObjectType, view: ListView, source: unknown): FieldTree {
  const tree = emptyTree(object);
  const qualified = (name: string): string => (name.startsWith(`${object.name}.`) ? name : `${object.name}.${name}`);
  const shown = columnsOf(object, view).flatMap((field) => [field.name, pathToName(schema, field) ?? field.name]);
  for (const name of [object.nameField ?? 'Id', ...shown]) addOptionalField(schema, tree, qualified(name));
  for (const name of listOf(source, 'fields')) addField(schema, tree, qualified(name));
  for (const name of listOf(source, 'optionalFields')) addOptionalField(schema, tree, qualified(name));
  return tree;
}

function sortOf(object: SObjectType, source: unknown): ListSort | undefined {
  const [written] = listOf(source, 'sortBy');
  if (written === undefined) return undefined;
  const sort = sortFrom(written.replace(`${object.name}.`, ''));
  if (sort !== undefined && object.fields.has(sort.column.toLowerCase())) return sort;
  throw new SalesforceError('INVALID_FIELD', `No such column '${written}' on entity '${object.name}'.`);
}

/** The records of a page in its order, read by one query. */
function recordsOf({ org, user }: UiContext, tree: FieldTree, ids: readonly string[]): readonly RecordRepresentation[] {
  if (ids.length === 0) return [];
  const where = { kind: 'in', left: ['Id'], negated: false, values: ids.map((value) => ({ kind: 'string', value }) as const) } as const;
  const { records } = org.queries.run({ kind: 'select', select: selectTree(tree), from: tree.object.name, where }, user);
  const found = new Map(records.map((record) => recordRepresentation(record, tree, user)).map((record) => [record.id, record]));
  return ids.map((id) => found.get(id)).filter((record) => record !== undefined);
}
