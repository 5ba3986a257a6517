import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { ListPageModel } from './pageSettings.ts';

/** What the user may do with an object's records, as far as permissions say. */
export function mayOf({ createable, updateable, deletable }: SObjectType): ListPageModel['may'] {
  return { create: createable, edit: updateable, delete: deletable };
}

/** What the user may do with one record: permissions and sharing together. */
export function mayOfRecord(object: SObjectType, id: string, { access }: RequestUser): ListPageModel['may'] {
  const may = mayOf(object);
  const reaches = (level: 'edit' | 'full'): boolean => access?.reached(object.name, [id], level).has(id) ?? true;
  return { create: may.create, edit: may.edit && reaches('edit'), delete: may.delete && reaches('full') };
}
