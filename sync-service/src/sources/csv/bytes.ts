import { createReadStream } from 'node:fs';

/** The bytes of a file, piece by piece. */
export function bytesOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}
