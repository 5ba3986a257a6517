import { SalesforceError } from '../errors.ts';
import { apiUser, type AuthenticationHeaders } from '../oauth/authentication.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';

/** Whether the user has the profile of administrators. */
export function isAdministrator(org: Org, user: RequestUser): boolean {
  const valueOf = (objectName: string, id: unknown, field: string): unknown => {
    const object = org.schema.object(objectName);
    return object === undefined || typeof id !== 'string' ? undefined : org.store.read(object, [id]).get(id)?.[field];
  };
  return valueOf('Profile', valueOf('User', user.id, 'ProfileId'), 'Name') === 'System Administrator';
}

/**
 * Who asks, when it is an administrator.
 * @throws SalesforceError INSUFFICIENT_ACCESS, 403, or what `apiUser` throws
 */
export function requireAdministrator(org: Org, headers: AuthenticationHeaders): RequestUser {
  const user = apiUser(org, headers);
  if (isAdministrator(org, user)) return user;
  throw new SalesforceError('INSUFFICIENT_ACCESS', 'Only an administrator of a local org may do this', { status: 403 });
}
