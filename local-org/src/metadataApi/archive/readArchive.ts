import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ArchiveError } from './archiveError.ts';

/** What an archive may hold; the defaults are the platform's limits (Metadata API Developer Guide, "Deploying and Retrieving Metadata with the Zip File"). */
export interface ArchiveLimits {
  /** Bytes of the archive itself. */
  readonly compressed: number;
  /** Bytes of all its files together. */
  readonly uncompressed: number;
  readonly files: number;
  /** Times that a file of more than a megabyte may be larger than its compressed form: text comes to 30, a bomb to 1,000. */
  readonly ratio: number;
}

const megabyte = 1024 * 1024;

export const platformLimits: ArchiveLimits = { compressed: 39 * megabyte, uncompressed: 400 * megabyte, files: 10_000, ratio: 300 };

/** Files by path with forward slashes, in the archive's order; folders are left out. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/**
 * Reads a zip into memory. Nothing of it ever reaches the file system, yet names
 * that would leave their folder are refused: they mean an attack.
 * @throws ArchiveError when it is no zip, or larger than the limits
 */
export async function readArchive(zip: Uint8Array, limits: ArchiveLimits = platformLimits): Promise<Archive> {
  if (zip.byteLength > limits.compressed) {
    throw new ArchiveError('LIMIT_EXCEEDED', `Maximum size of zip file exceeded: ${limits.compressed} bytes`);
  }
  const file = await opened(zip);
  try {
    const entries = await checkedEntries(file, limits);
    const archive = new Map<string, Uint8Array>();
    for (const entry of entries) archive.set(entry.fileName, await content(file, entry));
    return archive;
  } catch (error) {
    throw error instanceof ArchiveError ? error : notAZip(error);
  } finally {
    file.close();
  }
}

async function opened(zip: Uint8Array): Promise<ZipFile> {
  try {
    // Strict names: a backslash is a slash to some readers, so it can hide a way out.
    return await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true, strictFileNames: true });
  } catch (error) {
    throw notAZip(error);
  }
}

/**
 * The files' entries, after the sizes that the directory declares were checked.
 * Reading fails when a file turns out larger than declared, so these bound the memory.
 */
async function checkedEntries(file: ZipFile, limits: ArchiveLimits): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  if (file.entryCount > limits.files) throw tooManyFiles();
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    total += entry.uncompressedSize;
    if (total > limits.uncompressed) {
      throw new ArchiveError('LIMIT_EXCEEDED', `Maximum size of uncompressed zip file exceeded: ${limits.uncompressed} bytes`);
    }
    if (entry.uncompressedSize > megabyte && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
      throw new ArchiveError('LIMIT_EXCEEDED', `${entry.fileName} is compressed more than ${limits.ratio} times`);
    }
    if (names.has(entry.fileName)) throw new ArchiveError('INVALID_OPERATION', `Duplicate entry in zip: ${entry.fileName}`);
    names.add(entry.fileName);
    entries.push(entry);
    if (entries.length > limits.files) throw tooManyFiles();
  }
  return entries;
}

async function content(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  return buffer(await file.openReadStreamPromise(entry));
}

function tooManyFiles(): ArchiveError {
  return new ArchiveError('INVALID_OPERATION', 'Too many files in zip');
}

function notAZip(error: unknown): ArchiveError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ArchiveError('INVALID_OPERATION', `The zip file cannot be read: ${reason}`, error);
}
