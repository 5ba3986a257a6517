import type { OrgDatabase } from './database.ts';

/**
 * Text as comparisons see it: the platform's `=`, LIKE and ORDER BY ignore case
 * in every alphabet, while SQLite's NOCASE, lower() and LIKE know ASCII only.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * Makes `fold(text)` known to SQL. Indexes are built on it, so it must be
 * registered before any statement touches the tables.
 */
export function registerFold(database: OrgDatabase): void {
  database.connection.function('fold', { deterministic: true }, (value) => (typeof value === 'string' ? fold(value) : value));
}
