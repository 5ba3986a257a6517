import type { RequestUser } from '../requestUser.ts';
import { inSystemMode } from '../requestUser.ts';
import type { FieldAccess, ObjectAccess, UserAccess } from './types.ts';
import type { Schema } from '../schema/types.ts';
import { ALL_ACCESS } from './accessDirectory.ts';

const everything: ObjectAccess = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: false,
  modifyAll: false,
  viewAllFields: true,
};
const open: FieldAccess = { readable: true, editable: true };

const known = new WeakMap<UserAccess, { readonly schema: Schema; readonly access: UserAccess }>();

/**
 * The user with every permission on objects and fields, but with the records
 * alone that sharing lets them reach: system context with sharing.
 */
export function withSharingOnly(user: RequestUser, schema: Schema): RequestUser {
  const { access } = user;
  if (access === undefined) return user;
  if (access.key === ALL_ACCESS) return inSystemMode(user);
  const made = known.get(access);
  if (made?.schema === schema) return { ...user, access: made.access };
  const shared: UserAccess = {
    userId: access.userId,
    key: `sharing ${access.key}`,
    schema,
    object: () => everything,
    field: () => open,
    system: () => true,
    custom: (permission) => access.custom(permission),
    flow: (name) => access.flow(name),
    records: (name, level) => access.records(name, level),
    reached: (name, ids, level) => access.reached(name, ids, level),
  };
  known.set(access, { schema, access: shared });
  return { ...user, access: shared };
}
