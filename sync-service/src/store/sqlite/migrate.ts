import type { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../../errors.ts';
import type { SchemaWords } from '../migrations/migration.ts';
import { migrations, newerRelease, storeVersion } from '../migrations/migrations.ts';

const words: SchemaWords = { dialect: 'sqlite', identity: 'INTEGER PRIMARY KEY', text: 'TEXT', integer: 'INTEGER', strict: 'STRICT' };

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
  if (version > storeVersion) throw new SetupError(newerRelease(file, version));
  migrations.forEach((migration, index) => {
    if (index < version) return;
    try {
      database.exec(`BEGIN IMMEDIATE; ${migration.statements(words)}; PRAGMA user_version = ${index + 1}; COMMIT;`);
    } catch (thrown) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw thrown;
    }
  });
}

/**
 * For looking only: nothing is upgraded.
 * @throws SetupError when the store is of another release
 */
export function refuseOtherVersion(database: DatabaseSync, file: string): void {
  const version = versionOfStore(database);
  if (version > storeVersion) throw new SetupError(newerRelease(file, version));
  if (version < storeVersion)
    throw new SetupError(
      `${file} was written by an older release (store version ${version}, this one knows ${storeVersion}). Run import or serve once: it is upgraded then.`,
    );
}
