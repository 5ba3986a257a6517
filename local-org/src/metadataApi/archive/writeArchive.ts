import { zipSync } from 'fflate';
import type { Archive } from './readArchive.ts';

/** Dates in a zip begin in 1980; a fixed one makes equal contents equal bytes. */
const writtenAt = new Date(1980, 0, 1);

/** A zip of the files, in the order given. */
export function writeArchive(files: Archive): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: writtenAt });
}
