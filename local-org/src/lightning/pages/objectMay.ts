import type { SObjectType } from '../../schema/types.ts';
import type { ListPageModel } from './pageSettings.ts';

/** What the user may do with an object's records, as far as permissions say. */
export function mayOf({ createable, updateable, deletable }: SObjectType): ListPageModel['may'] {
  return { create: createable, edit: updateable, delete: deletable };
}
