import type { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { ApiRequest, ApiResponse } from '../apiMessages.ts';
import type { ResourceContext } from '../route.ts';
import { relationshipNamed } from '../wire/relationships.ts';
import { methodNotAllowed, notRun, resourceNotFound } from '../wire/resultToJson.ts';
import { queryResult } from './query.ts';
import { getRecord } from './record.ts';
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
  if (values === undefined) throw resourceNotFound();
  const lookup = relationshipNamed(object, name);
  if (lookup !== undefined) return parent(org, request, values[lookup.name]);
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

/** Related records are written by their own addresses. */
export function relationshipIsReadOnly(method: string): SalesforceError {
  return methodNotAllowed(method, ['GET', 'HEAD']);
}

function parent(org: Org, request: ApiRequest, parentId: unknown): ApiResponse {
  const object = typeof parentId === 'string' ? org.schema.objectOfId(parentId) : undefined;
  if (typeof parentId !== 'string' || object === undefined) throw resourceNotFound();
  return getRecord(org, request, object, parentId);
}
