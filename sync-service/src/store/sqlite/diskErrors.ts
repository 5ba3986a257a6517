import { StoreUnavailable } from '../storeUnavailable.ts';

/** SQLite's primary result codes for what the machine refuses: busy, locked, read-only, I/O, corrupt, full, cannot open, no database. */
const machineCodes = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** What a failed operation on the store means for a user, where the machine is the cause; anything else, unchanged, is a defect. */
export function explained(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || !machineCodes.has(Number(thrown.errcode) & 0xff)) return thrown;
  return new StoreUnavailable(
    `The store ${file} cannot be written: ${thrown.message}. What was stored before is kept; put that right and run the same command again.`,
    { cause: thrown },
  );
}
