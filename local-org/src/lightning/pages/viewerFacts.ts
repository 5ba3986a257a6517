import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { ViewerFacts } from './visibility.ts';

/** What conditions of pages may ask about a user. */
export function viewerFacts(org: Org, user: RequestUser): ViewerFacts {
  return {
    userField: (name) => {
      const object = org.schema.object('User');
      const value = object === undefined ? undefined : org.store.read(object, [user.id]).get(user.id)?.[name];
      return value === undefined || value === null ? '' : String(value);
    },
    customPermission: (name) => user.access?.custom(name) ?? true,
    systemPermission: (name) => user.access?.system(name) ?? true,
  };
}
