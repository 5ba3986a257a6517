import { shareFieldsOf, shareNameOf } from '../schema/shareObjects.ts';
import type { FieldValues, SObjectType } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';
import { normaliseId } from '../storage/ids.ts';
import type { SaveInput } from './prepareRows.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';

/** How open each organization-wide default is, on the scale of the levels of a share. */
const openness: Readonly<Record<string, number>> = { Private: 0, Read: 1, ReadWrite: 2, ReadWriteTransfer: 2, FullAccess: 3 };
const levels: Readonly<Record<string, number>> = { Read: 1, Edit: 2 };

/**
 * What can be shared by hand: with users, roles and public groups, for reading
 * or editing, more than the default gives, and for no reason of the platform's
 * own (Object Reference, "AccountShare"; Apex Developer Guide, "Sharing a Record Using Apex").
 */
export function checkShares(context: SaveContext, batch: SaveBatch): void {
  const { object } = batch.plan;
  const parent = object.kind === 'share' ? context.schema.object(object.settings.parentObject ?? '') : undefined;
  if (parent === undefined) return;
  const { level } = shareFieldsOf(parent.name, parent.custom);
  for (const row of healthy(batch.rows)) {
    const cause = row.values['RowCause'];
    if (row.prior === undefined && typeof cause === 'string' && cause !== 'Manual' && !cause.endsWith('__c')) row.fail(badCause(cause));
    checkLevel(row, parent, level);
  }
  refuseQueues(context, healthy(batch.rows));
}

function checkLevel(row: SaveRow, parent: SObjectType, field: string): void {
  const given = String(row.values[field]);
  const value = levels[given] ?? 0;
  const everybody = openness[parent.sharingModel] ?? 0;
  // The account's own level may repeat the default, because the row also tells of its children.
  const isTrivial = parent.name === 'Account' ? value < everybody : value <= everybody;
  if (given === 'All' || (row.changes(field) && isTrivial)) row.fail(trivialLevel(field, given));
}

function refuseQueues({ database }: SaveContext, rows: readonly SaveRow[]): void {
  const ids = rows.map((row) => row.values['UserOrGroupId']).filter((id) => typeof id === 'string');
  const queues = new Set(
    database
      .prepareArrays(`SELECT "Id" FROM "Group" WHERE "Type" = 'Queue' AND "Id" IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(ids))
      .map(([id]) => id),
  );
  for (const row of rows) {
    const id = row.values['UserOrGroupId'];
    if (queues.has(id)) row.fail(wrongGroup(String(id)));
  }
}

/**
 * Which shares of a request are there already: inserting them again changes
 * their level and gives back their ids (Object Reference, "AccountShare").
 */
export function matchShares(
  { database, schema }: SaveContext,
  object: SObjectType,
  inputs: readonly SaveInput[],
): { readonly toInsert: readonly SaveInput[]; readonly toUpdate: readonly SaveInput[] } {
  const parent = schema.object(object.settings.parentObject ?? '');
  if (parent === undefined) return { toInsert: inputs, toUpdate: [] };
  const key = shareFieldsOf(parent.name, parent.custom).parent;
  const find = database.prepare(
    `SELECT "Id" AS id FROM ${quoteName(object.name)} WHERE ${quoteName(key)} = ? AND "UserOrGroupId" = ? AND "RowCause" = ? AND "IsDeleted" = 0`,
  );
  const toInsert: SaveInput[] = [];
  const toUpdate: SaveInput[] = [];
  for (const input of inputs) {
    const id = find.get(idIn(input.values, key), idIn(input.values, 'UserOrGroupId'), String(input.values['RowCause'] ?? 'Manual'))?.['id'];
    if (typeof id !== 'string') toInsert.push(input);
    else toUpdate.push({ ...input, values: { ...levelsOf(input.values), Id: id } });
  }
  return { toInsert, toUpdate };
}

function idIn(values: FieldValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? (normaliseId(value) ?? '') : '';
}

function levelsOf(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name.endsWith('AccessLevel')));
}

/** Shares made by hand end when a record gets another owner; those made by programs stay. */
export function endManualShares(context: SaveContext, batch: SaveBatch): void {
  if (batch.operation !== 'update' || !batch.plan.object.hasOwner) return;
  const given = healthy(batch.rows).filter((row) => row.prior !== undefined && row.changes('OwnerId'));
  const { object } = batch.plan;
  const share = given.length === 0 ? undefined : context.schema.object(shareNameOf(object));
  if (share === undefined) return;
  const { parent } = shareFieldsOf(object.name, object.custom);
  const ids = context.database
    .prepareArrays(
      `SELECT "Id" FROM ${quoteName(share.name)} WHERE ${quoteName(parent)} IN (SELECT value FROM json_each(?)) AND "RowCause" = 'Manual' AND "IsDeleted" = 0`,
    )
    .all(JSON.stringify(given.map(({ id }) => id)))
    .map(([id]) => String(id));
  if (ids.length > 0) context.store.delete(share, ids);
}

function badCause(cause: string): SaveError {
  return {
    statusCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `Row Cause: records cannot be shared for the reason ${cause}`,
    fields: ['RowCause'],
  };
}

function trivialLevel(field: string, given: string): SaveError {
  const message = `field integrity exception: ${field} (trivial share level ${given}, for organization with default level of access)`;
  return { statusCode: 'FIELD_FILTER_VALIDATION_EXCEPTION', message, fields: [field] };
}

function wrongGroup(id: string): SaveError {
  return {
    statusCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `User/Group ID: id value of incorrect type: ${id}`,
    fields: ['UserOrGroupId'],
  };
}
