import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asError, SetupError } from '../../errors.ts';
import { sqlStore } from '../sqlStore.ts';
import type { Store } from '../store.ts';
import { migrate } from './migrate.ts';
import { SqliteDatabase } from './sqliteDatabase.ts';

/** Name of the store's file in the data folder. */
export const storeFileName = 'store.sqlite';

/**
 * Opens (and if needed creates or upgrades) the store in a data folder. WAL with synchronous=FULL: what a method resolved for
 * survives a power cut.
 * @throws SetupError when the folder cannot be written or the store is of a newer release
 */
export function openSqliteStore(folder: string): Store {
  const file = path.join(folder, storeFileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Comments and addresses are in it: its owner's alone, whatever the folder allows. SQLite's side files take the same rights.
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 16384;');
    migrate(database, file);
    return sqlStore(new SqliteDatabase(database, file));
  } catch (thrown) {
    if (thrown instanceof SetupError) throw thrown;
    throw new SetupError(`The data folder ${folder} is not usable: ${asError(thrown).message}`, { cause: thrown });
  }
}
