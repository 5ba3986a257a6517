import type { SObjectType } from '../../schema/types.ts';
import type { SharingUser } from '../types.ts';

/** Permissions to give away records that one may edit and does not own: of any object, or of one (Help, "Transfer Records"). */
const transferPermissions: Readonly<Record<string, readonly string[]>> = {
  Case: ['TransferAnyCase', 'TransferAnyEntity'],
  Lead: ['TransferAnyLead', 'TransferAnyEntity'],
};

/**
 * Whether the user may give records of the object that they can edit to others,
 * without full access: by permission, or because everybody may by the organization-wide default.
 */
export function mayTransferOthers(user: Pick<SharingUser, 'system'>, object: SObjectType): boolean {
  if (object.sharingModel === 'ReadWriteTransfer') return true;
  return (transferPermissions[object.name] ?? ['TransferAnyEntity']).some((permission) => user.system(permission));
}
