import type { Org } from '../../org.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { ApiRequest, ApiResponse } from '../apiMessages.ts';
import type { ResourceContext } from '../route.ts';
import { relationshipNamed } from '../wire/relationships.ts';
import { methodNotAllowed, notRun, resourceNotFound } from '../wire/resultToJson.ts';
import { queryResult } from './query.ts';
import { isReached } from './reached.ts';
import { deleteRecord, getRecord, updateRecord } from './record.ts';
import { fieldsToRead, wantedFields } from './shared.ts';

/** A record and the name of one of its relationships, from an address. */
export interface RelationshipAddress {
  readonly object: SObjectType;
  readonly id: string;
  readonly name: string;
}

/**
 * `/sobjects/Contact/{id}/Account`: the parent; `/sobjects/Account/{id}/Contacts`:
 * the children, as a query gives them (REST API Developer Guide, "sObject Relationships").
 * @throws SalesforceError NOT_FOUND, 404, when the record, the relationship or the parent is not there
 */
export function relatedRecords(context: ResourceContext, request: ApiRequest, address: RelationshipAddress): ApiResponse {
  const { org } = context;
  const { object, id, name } = address;
  const values = org.store.read(object, [id]).get(id);
  if (values === undefined || !isReached(request.user, object, id)) throw resourceNotFound();
  const lookup = relationshipNamed(object, name);
  if (lookup !== undefined) {
    const { target, parentId } = parentOf(org, values[lookup.name]);
    return getRecord(org, request, target, parentId);
  }
  if (object.fields.get(name.toLowerCase())?.type === 'base64') throw notRun(`Reading the content of ${object.name}.${name}`);
  const relationship = object.childRelationships.find((one) => one.relationshipName?.toLowerCase() === name.toLowerCase());
  const child = relationship === undefined ? undefined : org.schema.object(relationship.childObject);
  if (relationship === undefined || child === undefined) throw resourceNotFound();
  return queryResult(context, request, {
    kind: 'select',
    select: fieldsToRead(child, wantedFields(request)).map((path) => ({ kind: 'field', path })),
    from: child.name,
    where: { kind: 'compare', left: [relationship.field], operator: '=', right: { kind: 'string', value: id } },
  });
}

/**
 * PATCH and DELETE of the parent that a lookup leads to; children are written by their own addresses.
 * @throws SalesforceError NOT_FOUND, 404, as for reading; METHOD_NOT_ALLOWED, 405, for children
 */
export function writeParent({ org }: ResourceContext, request: ApiRequest, { object, id, name }: RelationshipAddress): ApiResponse {
  const lookup = relationshipNamed(object, name);
  if (lookup === undefined) throw methodNotAllowed(request.method, ['GET', 'HEAD']);
  if (!isReached(request.user, object, id)) throw resourceNotFound();
  const { target, parentId } = parentOf(org, org.store.read(object, [id]).get(id)?.[lookup.name]);
  return request.method === 'DELETE' ? deleteRecord(org, request, target, parentId) : updateRecord(org, request, target, parentId);
}

/** @throws SalesforceError NOT_FOUND, 404, when the lookup is blank */
function parentOf(org: Org, value: unknown): { readonly target: SObjectType; readonly parentId: string } {
  const target = typeof value === 'string' ? org.schema.objectOfId(value) : undefined;
  if (typeof value !== 'string' || target === undefined) throw resourceNotFound();
  return { target, parentId: value };
}
