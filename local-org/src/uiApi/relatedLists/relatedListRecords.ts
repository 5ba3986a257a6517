import type { GraphQLSchema } from 'graphql';
import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import { resolvePath } from '../../schema/paths.ts';
import type { ChildRelationship, SObjectType } from '../../schema/types.ts';
import type { Condition, OrderItem } from '../../soql/ast.ts';
import { addField, addOptionalField, emptyTree, type FieldTree } from '../records/fieldTree.ts';
import { identify, notFound, readRecord, type RecordsOrg } from '../records/readRecords.ts';
import { recordRepresentation } from '../records/recordRepresentation.ts';
import { selectTree } from '../records/selectTree.ts';
import { relatedListFilter } from './relatedListFilter.ts';
import type { RelatedListRequest } from './relatedListRequest.ts';

/** Everything that reading a related list needs of the org. */
export interface RelatedListContext {
  readonly org: RecordsOrg;
  readonly user: RequestUser;
  /** The GraphQL schema, whose filters the list's `where` uses. */
  readonly types: GraphQLSchema;
  /** Path of the resource, for the addresses of other pages. */
  readonly url: string;
}

/** One page of the child records of a record. @throws SalesforceError NOT_FOUND, INVALID_FIELD, ... */
export function relatedListRecords(
  context: RelatedListContext,
  parentId: string,
  relatedListId: string,
  request: RelatedListRequest,
): Record<string, unknown> {
  const { org, user } = context;
  const { id, parent, relationship, object } = relatedList(context, parentId, relatedListId);
  const tree = treeOf(context, object, request);
  const { records } = org.queries.run(
    {
      kind: 'select',
      select: selectTree(tree),
      from: object.name,
      where: condition(context, object, relationship.field, id, request),
      orderBy: orderBy(context, object, request),
      limit: request.pageSize + 1,
      ...(request.offset === 0 ? {} : { offset: request.offset }),
    },
    user,
  );
  const shown = records.slice(0, request.pageSize).map((record) => recordRepresentation(record, tree, user));
  return {
    ...page(context.url, request, records.length > request.pageSize),
    listReference: listReference(parent, id, relatedListId),
    count: shown.length,
    records: shown,
  };
}

function treeOf({ org }: RelatedListContext, object: SObjectType, request: RelatedListRequest): FieldTree {
  const tree = emptyTree(object);
  for (const name of request.fields) addField(org.schema, tree, name);
  for (const name of request.optionalFields) addOptionalField(org.schema, tree, name);
  return tree;
}

function condition(
  context: RelatedListContext,
  object: SObjectType,
  key: string,
  parentId: string,
  { where }: RelatedListRequest,
): Condition {
  const own: Condition = { kind: 'compare', left: [key], operator: '=', right: { kind: 'string', value: parentId } };
  const filter = where === undefined ? undefined : relatedListFilter(context.org.schema, context.types, object, where);
  return filter === undefined ? own : { kind: 'and', conditions: [own, filter] };
}

function orderBy({ org }: RelatedListContext, object: SObjectType, { sortBy }: RelatedListRequest): readonly OrderItem[] {
  const wanted = sortBy.map((entry): OrderItem => {
    const isDescending = entry.startsWith('-');
    const path = (isDescending ? entry.slice(1) : entry).split('.');
    const by = path[0]?.toLowerCase() === object.name.toLowerCase() && path.length > 1 ? path.slice(1) : path;
    if (resolvePath(org.schema, object, by) === undefined) {
      throw new SalesforceError('INVALID_FIELD', `No such column '${entry}' on entity '${object.name}'.`);
    }
    return { by, direction: isDescending ? 'DESC' : 'ASC', nulls: 'FIRST' };
  });
  return [...wanted, { by: ['Id'], direction: 'ASC', nulls: 'FIRST' }];
}

function page(url: string, request: RelatedListRequest, hasNext: boolean): Record<string, unknown> {
  const { offset, pageSize } = request;
  const next = hasNext ? String(offset + pageSize) : null;
  const previous = offset > 0 ? String(Math.max(0, offset - pageSize)) : null;
  const urlOf = (token: string | null): string | null => (token === null ? null : `${url}?pageSize=${pageSize}&pageToken=${token}`);
  return {
    currentPageToken: String(offset),
    currentPageUrl: urlOf(String(offset)),
    fields: request.fields,
    nextPageToken: next,
    nextPageUrl: urlOf(next),
    optionalFields: request.optionalFields,
    pageSize,
    previousPageToken: previous,
    previousPageUrl: urlOf(previous),
    sortBy: request.sortBy,
    where: request.where ?? null,
  };
}

/** A related list of a record that the user may see. @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
export function relatedList({ org, user }: RelatedListContext, parentId: string, relatedListId: string): RelatedList {
  const { id, object: parent } = identify(org, user, parentId);
  readRecord(org, user, emptyTree(parent), id);
  const relationship = parent.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === relatedListId.toLowerCase(),
  );
  const object = relationship === undefined ? undefined : org.schema.object(relationship.childObject);
  if (relationship === undefined || object === undefined) throw notFound();
  return { id, parent, relationship, object };
}

/** The records of a related list and of which record they are. */
export interface RelatedList {
  /** Of the parent. */
  readonly id: string;
  readonly parent: SObjectType;
  readonly relationship: ChildRelationship;
  /** Of the records in the list. */
  readonly object: SObjectType;
}

/** UI API's List Reference of a related list. */
export function listReference(parent: SObjectType, parentId: string | null, relatedListId: string): Record<string, unknown> {
  return {
    id: null,
    inContextOfRecordId: parentId,
    listViewApiName: null,
    parentApiName: null,
    parentObjectApiName: parent.name,
    recordTypeId: null,
    relatedListId,
    type: 'relatedList',
  };
}
