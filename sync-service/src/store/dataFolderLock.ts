import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asError, SetupError } from '../errors.ts';

/** A lock held until it is released or the process ends. */
export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the data folder for one import. The lock is the operating system's (an exclusive SQLite transaction), so it dies with its
 * process: there are no stale locks to clean up, whatever killed it. A text file beside it names the holder for the message only.
 * @throws SetupError when another process has it, or the folder cannot be written
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const holderFile = path.join(folder, 'import.holder');
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path.join(folder, 'import.lock'));
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}\n`);
  } catch (thrown) {
    database?.close();
    const error = asError(thrown);
    if (!/locked|busy/i.test(error.message))
      throw new SetupError(`The data folder ${folder} is not usable: ${error.message}`, { cause: thrown });
    throw new SetupError(
      `Another import is running on the data folder ${folder} (${holder(holderFile)}). Wait until it has finished, or use another --data folder.`,
    );
  }
  const held = database;
  return { release: () => held.close() };
}

function holder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'its process is not known';
  }
}
