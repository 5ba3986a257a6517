import type { SaveError } from './types.ts';

function error(statusCode: string, message: string, fields: readonly string[] = []): SaveError {
  return { statusCode, message, fields };
}

/** Texts of what a user may not do, as the platform has them. */
export const accessErrors = {
  /** No Create, or no Edit, on the object. */
  objectRefused: (operation: 'inserted' | 'updated', label: string) =>
    error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${operation}: ${label}`),

  /** No Delete on the object, or no right to this record that the user can see. */
  recordRefused: () => error('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),

  /** A record that the user cannot see: the one to be saved, or one that it points at. */
  crossReference: (fields: readonly string[] = []) =>
    error('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', fields),

  hardDeleteRefused: () =>
    error(
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'hardDelete operation requires special user profile permission, please contact your system administrator',
    ),
} as const;
