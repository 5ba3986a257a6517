import type { RequestUser } from '../requestUser.ts';

/** Whether a user may change other users ("Manage Users"). */
export function managesUsers({ access }: RequestUser): boolean {
  return access === undefined || access.system('ManageUsers') || access.system('ManageInternalUsers');
}
