import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import type { FieldTree } from './fieldTree.ts';
import { recordRepresentation, type RecordRepresentation } from './recordRepresentation.ts';
import { selectTree } from './selectTree.ts';

export type RecordsOrg = Pick<Org, 'schema' | 'queries'>;

/** An id of a request with the object that it is of. @throws SalesforceError NOT_FOUND */
export function identify(org: RecordsOrg, text: string): { readonly id: string; readonly object: SObjectType } {
  const id = normaliseId(text);
  const object = id === undefined ? undefined : org.schema.objectOfId(id);
  if (id === undefined || object === undefined) throw notFound();
  return { id, object };
}

/** One record in UI API's form. @throws SalesforceError NOT_FOUND */
export function readRecord(org: RecordsOrg, user: RequestUser, tree: FieldTree, id: string): RecordRepresentation {
  const { records } = org.queries.run(
    {
      kind: 'select',
      select: selectTree(tree),
      from: tree.object.name,
      where: { kind: 'compare', left: ['Id'], operator: '=', right: { kind: 'string', value: id } },
    },
    user,
  );
  const [record] = records;
  if (record === undefined) throw notFound();
  return recordRepresentation(record, tree, user);
}

export function notFound(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
}
