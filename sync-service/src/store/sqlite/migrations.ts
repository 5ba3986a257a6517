import type { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../../errors.ts';

/** Forward only: a migration that has been released is never changed; a new one is added at the end. */
const migrations: readonly string[] = [
  `
  CREATE TABLE answer (
    sequence INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    updated_at TEXT,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'pushed', 'parked', 'dead')),
    pushed_hash TEXT,
    assignment TEXT,
    error_code TEXT,
    error_reason TEXT
  ) STRICT;
  CREATE INDEX answer_waiting ON answer (sequence) WHERE state = 'waiting';
  CREATE INDEX answer_refused ON answer (state, sequence) WHERE state IN ('parked', 'dead');
  CREATE TABLE parent (object TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (object, key)) STRICT, WITHOUT ROWID;
  CREATE TABLE survey (key TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE shard (prefix TEXT PRIMARY KEY, answers INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
];

/** Version of a store that is up to date. */
export const storeVersion = migrations.length;

/** The version a store's file is at; 0 for a new file. */
export function versionOfStore(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/**
 * Brings a store up to date, each step in a transaction of its own with its version number.
 * @throws SetupError when the store was written by a newer release
 */
export function migrate(database: DatabaseSync, file: string): void {
  const version = versionOfStore(database);
  if (version > storeVersion) {
    throw new SetupError(
      `${file} was written by a newer release (store version ${version}, this one knows ${storeVersion}). Use that release.`,
    );
  }
  for (let next = version; next < migrations.length; next++) {
    database.exec(`BEGIN IMMEDIATE; ${migrations[next] ?? ''} PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}
