import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../../errors.ts';
import { sqlStore } from '../sqlStore.ts';
import type { Store } from '../store.ts';
import { backupTo } from './backup.ts';
import { explainedOpening } from './diskErrors.ts';
import { LogFlush } from './logFlush.ts';
import { migrate, refuseOtherVersion } from './migrate.ts';
import { SqliteDatabase } from './sqliteDatabase.ts';
import { commitsBehindDamage } from './walCheck.ts';

/** Name of the store's file in the data folder. */
export const storeFileName = 'store.sqlite';

export interface SqliteOptions {
  /** The file must be there and of this release; nothing is written, not even an upgrade. */
  readonly readOnly?: boolean;
  /** After an end that was no clean one, looks whether the files are whole before they are used. Only for who has the folder's lock. */
  readonly check?: boolean;
}

/** Stores that are larger are not looked through as a whole when they are opened: that would take longer than a few seconds. */
const checkedUpTo = 256 * 1_048_576;

/**
 * Opens (and if needed creates or upgrades) the store in a data folder. What a method resolved for is in its
 * write-ahead log and flushed: it survives a power cut.
 * @throws SetupError when the folder cannot be written, the store is damaged or of a newer release
 */
export function openSqliteStore(folder: string, { readOnly = false, check = false }: SqliteOptions = {}): Store {
  const file = path.join(folder, storeFileName);
  try {
    const unclean = check && existsSync(`${file}-wal`);
    if (unclean) refuseDamagedLog(file);
    const database = readOnly ? openToRead(file) : openToWrite(folder, file);
    if (unclean && statSync(file).size <= checkedUpTo) refuseDamagedStore(database, file);
    const log = readOnly ? undefined : new LogFlush(file);
    return { ...sqlStore(new SqliteDatabase(database, file, log)), backup: (target) => backupTo(file, target) };
  } catch (thrown) {
    throw explainedOpening(thrown, folder);
  }
}

function refuseDamagedLog(file: string): void {
  const lost = commitsBehindDamage(`${file}-wal`);
  if (lost === 0) return;
  throw new SetupError(
    `The store's log ${file}-wal is damaged, and ${lost} commits behind the damage would be lost by going on. Nothing was changed. ` +
      `Move ${file} and its -wal and -shm files to a safe place and put the last copy (made by backup) in their place. What came in since then: ` +
      'import the files again, pull with --since, ask the platforms to send their webhooks again.',
  );
}

function refuseDamagedStore(database: DatabaseSync, file: string): void {
  const verdict = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
  if (verdict === 'ok') return;
  database.close();
  throw new SetupError(
    `The store ${file} is damaged (${verdict}). Move it and its -wal and -shm files to a safe place and put the last copy (made by backup) in ` +
      'their place. What came in since then: import the files again, pull with --since, ask the platforms to send their webhooks again.',
  );
}

function openToWrite(folder: string, file: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Comments and addresses are in it: its owner's alone, whatever the folder allows. SQLite's side files take the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -8000; PRAGMA secure_delete = ON;',
    );
    migrate(database, file);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * Copies the store of a data folder to a new file, of whatever release it is: an upgrade begins with a copy.
 * @throws SetupError when there is no store
 * @throws PulseError when the file exists or cannot be written
 */
export async function copySqliteStore(folder: string, target: string): Promise<void> {
  const file = path.join(folder, storeFileName);
  const database = openToRead(file, () => undefined);
  try {
    await backupTo(file, target);
  } finally {
    database.close();
  }
}

function openToRead(file: string, refuse = refuseOtherVersion): DatabaseSync {
  if (!existsSync(file)) throw new SetupError(`There is no store yet: ${file} does not exist. It is made by the first import or serve.`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000;');
    refuse(database, file);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}
