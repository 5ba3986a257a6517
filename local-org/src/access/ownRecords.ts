import type { SObjectType } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';
import type { Permissions } from './permissions.ts';
import type { RecordFilter, RecordLevel } from './types.ts';

/** The condition that a record belongs to the running user. */
function ownedBy(column: string, value: 'id' | 'profileId'): RecordFilter {
  return {
    sql: (alias, bind) => `(${alias}.${quoteName(column)} = ${bind(value === 'id' ? userId : profileId)})`,
  };
}

const userId = (user: { readonly id: string }): string => user.id;
const profileId = (user: { readonly profileId?: string }): string => user.profileId ?? '';

/**
 * What holds for the records of some objects whatever sharing says: people
 * change their own user and nobody else's, and see their own profile. A history
 * tells of the fields alone that its reader may see.
 */
export function ownRecords(
  object: SObjectType,
  parent: SObjectType | undefined,
  level: RecordLevel,
  permissions: Permissions,
): RecordFilter | undefined {
  const has = (...names: readonly string[]): boolean => names.some((name) => permissions.system(name));
  if (object.name === 'User' && level !== 'read') return has('ManageUsers', 'ManageInternalUsers') ? undefined : ownedBy('Id', 'id');
  if (object.name === 'Profile') {
    return has('ViewSetup', 'ViewAllProfiles', 'ManageUsers') ? undefined : ownedBy('Id', 'profileId');
  }
  if (object.kind === 'history' && parent !== undefined) return shownFields(parent, permissions);
  return undefined;
}

/** Rows of a history that tell of no hidden field. */
function shownFields(parent: SObjectType, permissions: Permissions): RecordFilter | undefined {
  const hidden = [...parent.fields.values()].filter((field) => !permissions.fieldOf(parent, field).readable).map(({ name }) => name);
  if (hidden.length === 0) return undefined;
  const list = JSON.stringify(hidden);
  return { sql: (alias, bind) => `(${alias}."Field" NOT IN (SELECT value FROM json_each(${bind(() => list)})))` };
}

/** Both conditions. */
export function both(one: RecordFilter, other: RecordFilter): RecordFilter {
  return { sql: (alias, bind) => `(${one.sql(alias, bind)} AND ${other.sql(alias, bind)})` };
}
