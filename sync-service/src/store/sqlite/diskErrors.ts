import { asError, SetupError } from '../../errors.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';

/** A log that is left beside another copy would be written into it. */
const restore = 'move it and the files -wal and -shm of its name aside, put the last copy (made by backup) in its place';

/** What to do about SQLite's primary result codes for what the machine refuses. */
const advice: Readonly<Record<number, string>> = {
  5: 'Another process holds it for long: wait until that has finished',
  6: 'Another process holds it for long: wait until that has finished',
  8: 'Make the disk and the file writable for this user again',
  10: 'Check the disk and its free room',
  11: `The file is damaged: ${restore}`,
  13: 'Make room on the disk',
  14: 'Check that the folder is there and that this user may write it',
  26: `The file is no store or is damaged: ${restore}`,
};

/** What a failed operation on the store means for a user, where the machine is the cause; anything else, unchanged, is a defect. */
export function explained(thrown: unknown, file: string): unknown {
  const what = machineAdvice(thrown);
  if (what === undefined) return thrown;
  return new StoreUnavailable(
    `The store ${file} cannot be written: ${asError(thrown).message}. What was stored before is kept. ${what}, then run the same command again.`,
    { cause: thrown },
  );
}

/** Why a store cannot be opened, and what to do. */
export function explainedOpening(thrown: unknown, folder: string): SetupError {
  if (thrown instanceof SetupError) return thrown;
  const what = machineAdvice(thrown) ?? 'Check that it is a folder that this user may write';
  return new SetupError(`The data folder ${folder} is not usable: ${asError(thrown).message}. ${what}, then run the same command again.`, {
    cause: thrown,
  });
}

function machineAdvice(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if ('errcode' in thrown) return advice[Number(thrown.errcode) & 0xff];
  if (!('code' in thrown)) return undefined;
  if (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT') return advice[13];
  if (thrown.code === 'EIO') return advice[10];
  return thrown.code === 'EROFS' || thrown.code === 'EACCES' ? advice[8] : undefined;
}
