import type { RequestUser } from '../../requestUser.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import type { RecordLevel, UserAccess } from '../types.ts';
import type { OrgSharing } from './recordSharing.ts';
import { mayTransferOthers } from './transfer.ts';

/** A row of UserRecordAccess. */
export interface UserRecordAccess {
  readonly UserId: string;
  readonly RecordId: string;
  readonly HasReadAccess: boolean;
  readonly HasEditAccess: boolean;
  readonly HasDeleteAccess: boolean;
  readonly HasTransferAccess: boolean;
  readonly HasAllAccess: boolean;
  readonly MaxAccessLevel: 'None' | 'Read' | 'Edit' | 'Delete' | 'Transfer' | 'All';
}

/** Tells what a user may do with records; records that whoever asks may not read are left out. */
export type RecordAccessSource = (asking: RequestUser, userId: string, recordIds: readonly string[]) => readonly UserRecordAccess[];

/** @param accessOf what the user of an id may see and do */
export function recordAccessSource(schema: Schema, sharing: OrgSharing, accessOf: (userId: string) => UserAccess): RecordAccessSource {
  return (asking, userId, recordIds) => {
    const byObject = Map.groupBy(recordIds, (id) => schema.objectOfId(id));
    return [...byObject].flatMap(([object, ids]) => {
      if (object === undefined || (object.kind !== 'standard' && object.kind !== 'custom')) return [];
      return rowsOf(object, ids, { asking, access: accessOf(userId), sharing });
    });
  };
}

interface Asked {
  readonly asking: RequestUser;
  readonly access: UserAccess;
  readonly sharing: OrgSharing;
}

function rowsOf(object: SObjectType, given: readonly string[], { asking, access, sharing }: Asked): readonly UserRecordAccess[] {
  const ids = given.map((id) => normaliseId(id) ?? id);
  const seen = sharing.reached(asking.access ?? access, object, ids, 'read');
  const reached = (level: RecordLevel): ReadonlySet<string> => sharing.reached(access, object, ids, level);
  const [read, edit, full] = [reached('read'), reached('edit'), reached('full')];
  const may = access.object(object.name);
  return given.flatMap((text, place) => {
    const id = ids[place] ?? text;
    if (!seen.has(id)) return [];
    const has = {
      HasReadAccess: may.read && read.has(id),
      HasEditAccess: may.edit && edit.has(id),
      HasDeleteAccess: may.delete && full.has(id),
      HasTransferAccess: may.edit && object.hasOwner && (full.has(id) || (edit.has(id) && mayTransferOthers(access, object))),
      HasAllAccess: may.edit && may.delete && full.has(id),
    };
    return [{ UserId: access.userId, RecordId: text, ...has, MaxAccessLevel: highest(has) }];
  });
}

function highest(has: Omit<UserRecordAccess, 'UserId' | 'RecordId' | 'MaxAccessLevel'>): UserRecordAccess['MaxAccessLevel'] {
  if (has.HasAllAccess) return 'All';
  if (has.HasTransferAccess) return 'Transfer';
  if (has.HasDeleteAccess) return 'Delete';
  if (has.HasEditAccess) return 'Edit';
  return has.HasReadAccess ? 'Read' : 'None';
}
