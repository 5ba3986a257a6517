import type { OrgDatabase } from './database.ts';

/**
 * Text as comparisons see it: the platform's `=`, LIKE and ORDER BY ignore case
 * in every alphabet, while SQLite's NOCASE, lower() and LIKE know ASCII only.
 * Upper case, because for English locales the order of upper-cased UTF-8 is the
 * platform's order (SOQL reference, ORDER BY). A letter whose capital is longer
 * (ß) stays as it is.
 */
export function fold(text: string): string {
  const composed = text.normalize('NFC');
  const capitals = composed.toUpperCase();
  if (capitals.length === composed.length) return capitals;
  return Array.from(composed, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  }).join('');
}

/** The folded form of an SQL expression. */
export function foldSql(sql: string): string {
  return `folded(${sql})`;
}

/**
 * Makes `folded(text)` known to SQL. Indexes are built on it, so it must be
 * registered before any statement touches the tables.
 */
export function registerFold(database: OrgDatabase): void {
  const run = (value: unknown): unknown => (typeof value === 'string' ? fold(value) : value);
  // Files of earlier versions have indexes over `fold`, which are replaced when the storage is prepared.
  for (const name of ['folded', 'fold']) database.connection.function(name, { deterministic: true }, (value) => sqlResult(run(value)));
}

function sqlResult(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
