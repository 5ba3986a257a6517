import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { asError, PulseError } from '../../errors.ts';

/** Pages copied at a time, so that the service goes on meanwhile. */
const pagesAtATime = 1_000;

/**
 * Writes a consistent copy of a running store to a new file, readable by its owner alone. It has its name only when it is complete.
 * @throws PulseError when the file exists or cannot be written
 */
export async function backupTo(database: DatabaseSync, file: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  if (existsSync(target)) throw new PulseError(`${target} exists already: name a new file for the copy of the store.`);
  try {
    rmSync(partial, { force: true });
    closeSync(openSync(partial, 'wx', 0o600));
    await backup(database, partial, { rate: pagesAtATime });
    chmodSync(partial, 0o600);
    renameSync(partial, target);
  } catch (thrown) {
    rmSync(partial, { force: true });
    throw new PulseError(
      `The store ${file} could not be copied to ${target}: ${asError(thrown).message}. Is there room, and may it be written?`,
      {
        cause: thrown,
      },
    );
  }
}
