import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';

/** Whether sharing lets the user see the record; whether it is there is another question. */
export function isReached(user: RequestUser, object: SObjectType, id: string): boolean {
  return reachedBy(user, object, [id]).has(id);
}

/** Those of the records that sharing lets the user see. */
export function reachedBy({ access }: RequestUser, object: SObjectType, ids: readonly string[]): ReadonlySet<string> {
  return access === undefined ? new Set(ids) : access.reached(object.name, ids, 'read');
}
