import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordLevel, UserAccess } from '../../access/types.ts';
import type { RequestUser } from '../../requestUser.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { packageOf } from '../../flow/testing/testOrg.ts';
import { mayOfRecord } from './objectMay.ts';

const account = buildSchema(packageOf({})).object('Account');
const id = '001000000000001AAA';

/** A user whom sharing lets reach the record by these levels. */
function userWith(...levels: readonly RecordLevel[]): RequestUser {
  const access = { reached: (_object: string, ids: readonly string[], level: RecordLevel) => new Set(levels.includes(level) ? ids : []) };
  return { access: access as unknown as UserAccess } as RequestUser;
}

test('given permissions on the object, what is offered for a record is what sharing lets the user do with it', () => {
  assert.ok(account);
  assert.deepEqual(mayOfRecord(account, id, userWith('read')), { create: true, edit: false, delete: false });
  assert.deepEqual(mayOfRecord(account, id, userWith('read', 'edit')), { create: true, edit: true, delete: false });
  assert.deepEqual(mayOfRecord(account, id, userWith('read', 'edit', 'full')), { create: true, edit: true, delete: true });
});

test('given an object that may not be changed, nothing is offered however far sharing reaches', () => {
  assert.ok(account);
  const object = { ...account, createable: false, updateable: false, deletable: false };
  assert.deepEqual(mayOfRecord(object, id, userWith('read', 'edit', 'full')), { create: false, edit: false, delete: false });
});
