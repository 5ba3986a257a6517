import type { SObjectType } from '../schema/types.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';

/** What the platform asks of groups, of who is in them, and of the queues that own records (Object Reference, "Group", "GroupMember", "QueueSobject"). */
export function checkGroups(context: SaveContext, batch: SaveBatch): void {
  switch (batch.plan.object.name) {
    case 'Group':
      for (const row of healthy(batch.rows)) checkGroup(row);
      return;
    case 'GroupMember':
      for (const row of healthy(batch.rows)) checkMember(context, row);
      return;
    case 'QueueSobject':
      for (const row of healthy(batch.rows)) checkQueueObject(context, row);
      return;
    default:
      if (batch.plan.object.hasOwner) checkQueueOwners(context, batch.plan.object, healthy(batch.rows));
  }
}

/** The groups of roles and of everybody come with the org. */
function checkGroup(row: SaveRow): void {
  const type = row.values['Type'];
  if (type !== 'Regular' && type !== 'Queue') row.fail(integrity(`Type: bad value for restricted picklist field: ${String(type)}`, 'Type'));
}

function checkMember(context: SaveContext, row: SaveRow): void {
  const { GroupId: group, UserOrGroupId: member } = row.values;
  if (typeof group !== 'string' || typeof member !== 'string') return;
  const [type, memberType] = [typeOf(context, group), typeOf(context, member)];
  if (type !== 'Regular' && type !== 'Queue') row.fail(integrity(`Group ID: id value of incorrect type: ${group}`, 'GroupId'));
  else if (memberType === 'Queue') row.fail(integrity(`User/Group ID: id value of incorrect type: ${member}`, 'UserOrGroupId'));
  else if (group === member || isWithin(context, group, member)) row.fail(circular);
}

/** Whether a group is, through others, in another one. */
function isWithin({ database }: SaveContext, group: string, other: string): boolean {
  const found = database
    .prepareArrays(
      `WITH RECURSIVE below(id) AS (
         SELECT "UserOrGroupId" FROM "GroupMember" WHERE "GroupId" = ?1 AND "IsDeleted" = 0
         UNION SELECT m."UserOrGroupId" FROM "GroupMember" m JOIN below ON m."GroupId" = below.id WHERE m."IsDeleted" = 0)
       SELECT 1 FROM below WHERE id = ?2`,
    )
    .all(other, group);
  return found.length > 0;
}

function checkQueueObject(context: SaveContext, row: SaveRow): void {
  const { QueueId: queue, SobjectType: name } = row.values;
  if (typeof queue === 'string' && typeOf(context, queue) !== 'Queue')
    row.fail(integrity(`Queue ID: id value of incorrect type: ${queue}`, 'QueueId'));
  const object = context.schema.object(String(name));
  const owners = object?.fields.get('ownerid')?.reference?.targets ?? [];
  if (object === undefined || !owners.includes('Group')) {
    row.fail(integrity(`Sobject Type: bad value for restricted picklist field: ${String(name)}`, 'SobjectType'));
  }
}

/** A group that owns records is a queue, and a queue for records of that object. */
function checkQueueOwners(context: SaveContext, object: SObjectType, rows: readonly SaveRow[]): void {
  const known = new Map<string, SaveError | undefined>();
  for (const row of rows) {
    const owner = row.values['OwnerId'];
    if (typeof owner !== 'string' || !owner.startsWith('00G') || !row.changes('OwnerId')) continue;
    if (!known.has(owner)) known.set(owner, ownerError(context, object, owner));
    const error = known.get(owner);
    if (error !== undefined) row.fail(error);
  }
}

function ownerError(context: SaveContext, object: SObjectType, owner: string): SaveError | undefined {
  if (typeOf(context, owner) !== 'Queue') return integrity(`Owner ID: id value of incorrect type: ${owner}`, 'OwnerId');
  const found = context.database
    .prepareArrays('SELECT 1 FROM "QueueSobject" WHERE "QueueId" = ? AND "SobjectType" = ? COLLATE NOCASE AND "IsDeleted" = 0')
    .all(owner, object.name);
  return found.length > 0
    ? undefined
    : { statusCode: 'INVALID_OPERATION', message: 'Queue not associated with this SObject type', fields: ['OwnerId'] };
}

/** The type of a group; undefined for anything else. */
function typeOf({ database }: SaveContext, id: string): string | undefined {
  const type = database.prepareArrays('SELECT "Type" FROM "Group" WHERE "Id" = ? AND "IsDeleted" = 0').all(id)[0]?.[0];
  return typeof type === 'string' ? type : undefined;
}

function integrity(message: string, field: string): SaveError {
  return { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message, fields: [field] };
}

const circular: SaveError = {
  statusCode: 'CIRCULAR_DEPENDENCY',
  message: 'The group cannot be a member of itself, directly or through other groups',
  fields: ['UserOrGroupId'],
};
