import { checkPermissionRecords, groupAssignment } from './permissionRules.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';

/** What the platform asks of users and their permission sets beside their fields' own rules (Object Reference, "User"). */
export function checkUsers(context: SaveContext, batch: SaveBatch): void {
  if (batch.plan.object.name === 'PermissionSetAssignment') checkAssignments(context, batch);
  checkPermissionRecords(context, batch);
  if (batch.plan.object.name !== 'User') return;
  const nicknames = new Map<string, string>();
  for (const row of healthy(batch.rows)) {
    if (row.changes('Username') && !isAddress(row.values['Username'])) row.fail(notAnAddress);
    if (row.changes('CommunityNickname')) checkNickname(context, row, nicknames);
  }
}

/** A user has a permission set once. */
function checkAssignments({ database }: SaveContext, batch: SaveBatch): void {
  const given = new Set<string>();
  for (const row of healthy(batch.rows)) {
    if (row.prior === undefined) groupAssignment(database, row);
    const { AssigneeId: assigneeId, PermissionSetId: permissionSetId } = row.values;
    if (row.prior !== undefined || typeof assigneeId !== 'string' || typeof permissionSetId !== 'string') continue;
    const stored = database
      .prepare('SELECT 1 FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ? AND "IsDeleted" = 0')
      .get(assigneeId, permissionSetId);
    const pair = `${assigneeId} ${permissionSetId}`;
    if (stored !== undefined || given.has(pair)) row.fail(duplicateAssignment(assigneeId, permissionSetId));
    given.add(pair);
  }
}

function duplicateAssignment(assigneeId: string, permissionSetId: string): SaveError {
  const message = `Duplicate PermissionSetAssignment. Assignee: ${assigneeId}; Permission Set: ${permissionSetId}`;
  return { statusCode: 'DUPLICATE_VALUE', message, fields: [] };
}

/** What is said of a value that another user has. */
export function duplicateOfUser(fieldName: string): SaveError | undefined {
  return fieldName === 'Username' ? duplicateUsername : undefined;
}

function isAddress(username: unknown): boolean {
  return typeof username === 'string' && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(username);
}

/** Nicknames ignore case; within a batch the first one wins. */
function checkNickname({ database }: SaveContext, row: SaveRow, taken: Map<string, string>): void {
  const nickname = row.values['CommunityNickname'];
  if (typeof nickname !== 'string') return;
  const key = nickname.toLowerCase();
  const stored = database
    .prepare('SELECT 1 FROM "User" WHERE "CommunityNickname" = ? COLLATE NOCASE AND "Id" <> ? AND "IsDeleted" = 0')
    .get(nickname, row.id);
  if (stored !== undefined || (taken.get(key) ?? row.id) !== row.id) row.fail(duplicateNickname);
  else taken.set(key, row.id);
}

const notAnAddress: SaveError = {
  statusCode: 'FIELD_INTEGRITY_EXCEPTION',
  message: 'Username must be in the form of an email address (for example, john@acme.com): Username',
  fields: ['Username'],
};

const duplicateUsername: SaveError = {
  statusCode: 'DUPLICATE_USERNAME',
  message:
    'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all ' +
    "Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ",
  fields: ['Username'],
};

const duplicateNickname: SaveError = {
  statusCode: 'DUPLICATE_COMM_NICKNAME',
  message: 'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
  fields: ['CommunityNickname'],
};
