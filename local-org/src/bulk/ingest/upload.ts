import { createWriteStream, fsyncSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { jobErrors } from '../jobs/jobErrors.ts';

/** 150 MB in base64, into which the platform encodes what it gets. */
export const largestBase64 = 150 * 1024 * 1024;

interface UploadSteps {
  readonly check: () => void;
  readonly keep: () => void;
}

/** Two uploads of one job at the same time do not meet in one file. */
let uploads = 0;

/**
 * Writes a job's data to its file as it comes in. The file is there wholly or
 * not at all, whatever happens on the way.
 * @param check asked when all is on disk; what it throws leaves the file as it was
 * @param keep told in the same turn, when the file is there
 * @throws SalesforceError when it is larger than a job may be
 */
export async function storeUpload(data: Readable, file: string, { check, keep }: UploadSteps, mostBase64 = largestBase64): Promise<void> {
  uploads += 1;
  const part = `${file}.${uploads}.part`;
  try {
    await pipeline(data, limited(mostBase64), createWriteStream(part, { mode: 0o600, flags: 'w' }));
    keepOnDisk(part);
    check();
    renameSync(part, file);
    keep();
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function limited(mostBase64: number): Transform {
  const most = Math.floor(mostBase64 / 4) * 3;
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(jobErrors.tooLarge(mostBase64));
      else done(null, chunk);
    },
  });
}

function keepOnDisk(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
