import type { RequestUser } from '../requestUser.ts';
import { mayNotRun, noPrivileges } from './analyticsErrors.ts';

/** Whether the user has the permission; the org itself has all. */
export function has(user: RequestUser, permission: string): boolean {
  return user.access?.system(permission) ?? true;
}

/** @throws SalesforceError FORBIDDEN for a user without Run Reports */
export function requireRunReports(user: RequestUser): void {
  if (!has(user, 'RunReports')) throw mayNotRun();
}

/** @throws SalesforceError FORBIDDEN for a user without Export Reports */
export function requireExport(user: RequestUser): void {
  if (!has(user, 'ExportReport')) throw noPrivileges();
}
