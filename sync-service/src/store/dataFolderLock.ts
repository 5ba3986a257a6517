import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asError, SetupError } from '../errors.ts';

/** What a process does with the data folder it has taken. */
export type LockRole = 'serve' | 'import' | 'backfill' | 'pull' | 'push' | 'watch';

/** A lock held until it is released or the process ends. */
export interface DataFolderLock {
  release(): void;
}

const lockName = 'import.lock';
const holderName = 'import.holder';

/**
 * Takes the data folder for the one process that reads deliveries and pushes. The lock is the operating system's (an exclusive SQLite
 * transaction), so it dies with its process: there are no stale locks to clean up, whatever killed it. A text file beside it names the
 * holder for the message only. Commands that only look at the store, or only change it, need no lock.
 * @throws SetupError when another process has it, or the folder cannot be written
 */
export function lockDataFolder(folder: string, role: LockRole = 'import'): DataFolderLock {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path.join(folder, lockName));
    // A short patience, since `dataFolderHolder` looks at the lock for a moment.
    database.exec('PRAGMA busy_timeout = 200; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    writeFileSync(path.join(folder, holderName), `${role}, process ${process.pid}, since ${new Date().toISOString()}\n`);
  } catch (thrown) {
    database?.close();
    const error = asError(thrown);
    if (!isHeld(error)) throw new SetupError(`The data folder ${folder} is not usable: ${error.message}`, { cause: thrown });
    throw new SetupError(refusal(folder, holderText(folder)));
  }
  const held = database;
  return { release: () => held.close() };
}

/** Who has the data folder now, such as `serve, process 4711, since 2026-01-31T08:00:00.000Z`; undefined when nobody has. */
export function dataFolderHolder(folder: string): string | undefined {
  const file = path.join(folder, lockName);
  if (!existsSync(file)) return undefined;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 0; SELECT count(*) FROM sqlite_master;');
    return undefined;
  } catch (thrown) {
    if (isHeld(asError(thrown))) return holderText(folder);
    throw thrown;
  } finally {
    database.close();
  }
}

function isHeld(error: Error): boolean {
  return /locked|busy/i.test(error.message);
}

function refusal(folder: string, holder: string): string {
  if (holder.startsWith('serve'))
    return `The service is running on the data folder ${folder} (${holder}). Stop it first, or use another --data folder.`;
  const role = /^[a-z]+(?=, process)/.exec(holder)?.[0] ?? 'import';
  return `Another ${role} is running on the data folder ${folder} (${holder}). Wait until it has finished, or use another --data folder.`;
}

function holderText(folder: string): string {
  try {
    return readFileSync(path.join(folder, holderName), 'utf8').trim();
  } catch {
    return 'its process is not known';
  }
}
