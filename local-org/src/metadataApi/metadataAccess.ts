import { SalesforceError } from '../errors.ts';
import type { RequestUser } from '../requestUser.ts';

/**
 * Who may use the Metadata API at all (Metadata API Developer Guide, "Prerequisites for Metadata API").
 * @throws SalesforceError INSUFFICIENT_ACCESS, 403
 */
export function requireMetadataApi({ access }: RequestUser): void {
  if (access === undefined || access.system('ModifyAllData') || access.system('ModifyMetadata')) return;
  throw new SalesforceError(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    { status: 403 },
  );
}

/**
 * Who may change the org's metadata by it.
 * @throws SalesforceError INSUFFICIENT_ACCESS, 403
 */
export function requireCustomization(user: RequestUser): void {
  requireMetadataApi(user);
  if (user.access?.system('CustomizeApplication') !== false) return;
  throw new SalesforceError('INSUFFICIENT_ACCESS', 'insufficient access rights: Customize Application is required', { status: 403 });
}
