import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asError, SetupError } from '../../errors.ts';
import { sqlStore } from '../sqlStore.ts';
import type { Store } from '../store.ts';
import { backupTo } from './backup.ts';
import { migrate, refuseOtherVersion } from './migrate.ts';
import { SqliteDatabase } from './sqliteDatabase.ts';

/** Name of the store's file in the data folder. */
export const storeFileName = 'store.sqlite';

/**
 * Opens (and if needed creates or upgrades) the store in a data folder. WAL with synchronous=FULL: what a method resolved for
 * survives a power cut.
 * @param options readOnly: the file must be there and of this release; nothing is written, not even an upgrade
 * @throws SetupError when the folder cannot be written or the store is of a newer release
 */
export function openSqliteStore(folder: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): Store {
  const file = path.join(folder, storeFileName);
  try {
    const database = readOnly ? openToRead(file) : openToWrite(folder, file);
    return { ...sqlStore(new SqliteDatabase(database, file)), backup: (target) => backupTo(database, file, target) };
  } catch (thrown) {
    if (thrown instanceof SetupError) throw thrown;
    throw new SetupError(`The data folder ${folder} is not usable: ${asError(thrown).message}`, { cause: thrown });
  }
}

function openToWrite(folder: string, file: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Comments and addresses are in it: its owner's alone, whatever the folder allows. SQLite's side files take the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -32000;',
    );
    migrate(database, file);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function openToRead(file: string): DatabaseSync {
  if (!existsSync(file)) throw new SetupError(`There is no store yet: ${file} does not exist. It is made by the first import or serve.`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000;');
    refuseOtherVersion(database, file);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}
