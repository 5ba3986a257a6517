import { customKeyPrefix } from '../schema/buildSchema.ts';
import type { OrgDatabase } from './database.ts';

/**
 * local-org's own tables: which custom object has which key prefix, which
 * columns exist with which kind of value, and where each auto-number stands.
 */
export function prepareBookkeeping(database: OrgDatabase): void {
  database.execute(`
    CREATE TABLE IF NOT EXISTS local_key_prefix (object TEXT PRIMARY KEY, prefix TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE IF NOT EXISTS local_column (object TEXT, field TEXT, kind TEXT NOT NULL, PRIMARY KEY (object, field)) STRICT;
    CREATE TABLE IF NOT EXISTS local_sequence (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
  `);
}

/** Key prefixes of custom objects, given on first sight and kept for good. */
export function storedKeyPrefixes(database: OrgDatabase): (objectName: string) => string {
  prepareBookkeeping(database);
  return (objectName) => {
    const name = objectName.toLowerCase();
    const row = database.prepare('SELECT prefix FROM local_key_prefix WHERE object = ?').get(name);
    if (row !== undefined) return String(row['prefix']);
    const count = Number(database.prepare('SELECT count(*) AS n FROM local_key_prefix').get()?.['n']);
    const prefix = customKeyPrefix(count, name);
    database.prepare('INSERT INTO local_key_prefix (object, prefix) VALUES (?, ?)').run(name, prefix);
    return prefix;
  };
}

/** Key prefixes for a schema that may never come to be. */
export interface PlannedKeyPrefixes {
  readonly of: (objectName: string) => string;
  /** Writes down those that were given on first sight. */
  readonly keep: () => void;
}

/** As `storedKeyPrefixes`, but nothing is written before `keep`. */
export function plannedKeyPrefixes(database: OrgDatabase): PlannedKeyPrefixes {
  const stored = storedKeyPrefixes(database);
  const planned = new Map<string, string>();
  return {
    of: (objectName) => {
      const name = objectName.toLowerCase();
      const known = planned.get(name) ?? database.prepare('SELECT prefix FROM local_key_prefix WHERE object = ?').get(name)?.['prefix'];
      if (known !== undefined) return String(known);
      const count = Number(database.prepare('SELECT count(*) AS n FROM local_key_prefix').get()?.['n']);
      const prefix = customKeyPrefix(count + planned.size, name);
      planned.set(name, prefix);
      return prefix;
    },
    keep: () => {
      for (const name of planned.keys()) stored(name);
    },
  };
}
