import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { schemaFor } from '../../access/schemaFor.ts';
import { inSystemMode, type RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import type { FieldTree } from './fieldTree.ts';
import { recordRepresentation, type RecordRepresentation } from './recordRepresentation.ts';
import { selectTree } from './selectTree.ts';

export type RecordsOrg = Pick<Org, 'schema' | 'queries'>;

/** An id of a request with the object that it is of, as the user sees it. @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
export function identify(org: RecordsOrg, user: RequestUser, text: string): { readonly id: string; readonly object: SObjectType } {
  const id = normaliseId(text);
  const object = id === undefined ? undefined : org.schema.objectOfId(id);
  if (id === undefined || object === undefined) throw notFound();
  const seen = schemaFor(org, user).object(object.name);
  if (seen === undefined) throw noAccess();
  return { id, object: seen };
}

/** One record in UI API's form. @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
export function readRecord(org: RecordsOrg, user: RequestUser, tree: FieldTree, id: string): RecordRepresentation {
  const from = {
    kind: 'select',
    from: tree.object.name,
    where: { kind: 'compare', left: ['Id'], operator: '=', right: { kind: 'string', value: id } },
  } as const;
  const [record] = org.queries.run({ ...from, select: selectTree(tree) }, user).records;
  if (record === undefined) {
    const isThere = user.access !== undefined && org.queries.run({ ...from, select: [idItem] }, inSystemMode(user)).totalSize > 0;
    throw isThere ? noAccess() : notFound();
  }
  return recordRepresentation(record, tree, user);
}

const idItem = { kind: 'field', path: ['Id'] } as const;

/** A record that is there, and not for this user. */
export function noAccess(): SalesforceError {
  return new SalesforceError(
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access.",
    { status: 403 },
  );
}

export function notFound(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
}
