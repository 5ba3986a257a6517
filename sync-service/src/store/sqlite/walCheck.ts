import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Sizes and places in SQLite's write-ahead log (sqlite.org/fileformat2.html, section 4). */
const headerSize = 32;
const frameHeaderSize = 24;
const bigEndianMagic = 0x377f0683;
/** Of the stores we make. */
const usualPageSize = 4_096;

type Sums = readonly [number, number];

/**
 * Looks for commits behind a damaged place of the write-ahead log. SQLite ends recovery at the first frame that does not check and says
 * nothing: after a power cut that is right, since what follows was never flushed. Two whole commits behind it were flushed, though
 * (the second was begun after the first): there the log was damaged later, and opening it would lose what was acknowledged.
 * @returns how many commits would be lost; 0 for a healthy log or a torn end
 */
export function commitsBehindDamage(walFile: string): number {
  if (!existsSync(walFile)) return 0;
  const file = openSync(walFile, 'r');
  try {
    const commits = countBehindDamage(file, fstatSync(file).size);
    return commits >= 2 ? commits : 0;
  } finally {
    closeSync(file);
  }
}

function countBehindDamage(file: number, size: number): number {
  const header = read(file, 0, headerSize);
  if (header === undefined || size <= headerSize) return 0;
  const littleEndian = header.readUInt32BE(0) !== bigEndianMagic;
  let damaged = !equal(checksum(header.subarray(0, 24), [0, 0], littleEndian), stored(header, 24));
  const pageSize = damaged ? usualPageSize : header.readUInt32BE(8);
  // The header of a log is written before its frames: where it does not check, they say themselves what belongs together.
  const salts = damaged ? read(file, headerSize + 8, 8) : header.subarray(16, 24);
  if (salts === undefined) return 0;
  let sums = stored(header, 24);
  let commits = 0;
  for (let at = headerSize; ; at += frameHeaderSize + pageSize) {
    const frame = read(file, at, frameHeaderSize + pageSize);
    if (frame === undefined) return commits;
    const ours = frame.subarray(8, 16).equals(salts);
    const expected = checksum(frame.subarray(frameHeaderSize), checksum(frame.subarray(0, 8), sums, littleEndian), littleEndian);
    const good = ours && equal(expected, stored(frame, 16));
    // The chain goes on from what the frame itself says: a frame behind the damage can be told to be whole.
    sums = stored(frame, 16);
    if (!good) damaged = true;
    else if (damaged && frame.readUInt32BE(4) > 0) commits++;
  }
}

function read(file: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
}

function stored(bytes: Buffer, at: number): Sums {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function equal(one: Sums, other: Sums): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function checksum(bytes: Buffer, [first, second]: Sums, littleEndian: boolean): Sums {
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + second) >>> 0;
    second = (second + (littleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}
