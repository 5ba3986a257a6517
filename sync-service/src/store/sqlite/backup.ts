import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { asError, PulseError } from '../../errors.ts';

/** All pages in one read of the store, on a thread of its own: the log lets others write meanwhile, and nobody's writing begins it anew. */
const pagesAtATime = 2_147_483_647;

/**
 * Writes a consistent copy of a running store to a new file, readable by its owner alone. It has its name only when it is complete.
 * @throws PulseError when the file exists or cannot be written
 */
export async function backupTo(file: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  if (existsSync(target)) throw new PulseError(`${target} exists already: name a new file for the copy of the store.`);
  try {
    rmSync(partial, { force: true });
    closeSync(openSync(partial, 'wx', 0o600));
    // A connection that nothing else uses: statements that run on it meanwhile would make the copy fail.
    const source = new DatabaseSync(file, { readOnly: true });
    try {
      await backup(source, partial, { rate: pagesAtATime });
    } finally {
      source.close();
    }
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
