import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another local org uses the data folder. */
export class FolderInUseError extends Error {
  constructor(folder: string, holder: number) {
    super(`${folder} is in use by another local org (process ${holder}): stop that one, or choose another folder with --data`);
    this.name = 'FolderInUseError';
  }
}

/** Held while a local org runs on a folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a data folder for this process, making it when it is not there. A lock
 * left by a process that no longer lives is taken over.
 * @throws FolderInUseError when another process has it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'local-org.lock');
  if (!writeNew(file)) {
    const holder = holderOf(file);
    if (holder !== undefined && isAlive(holder)) throw new FolderInUseError(folder, holder);
    rmSync(file, { force: true });
    if (!writeNew(file)) throw new FolderInUseError(folder, holderOf(file) ?? 0);
  }
  return {
    release: () => {
      if (holderOf(file) === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Makes the lock file; false when it exists. */
function writeNew(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): number | undefined {
  try {
    const [pid, start = ''] = readFileSync(file, 'utf8').trim().split(' ');
    const holder = Number(pid);
    if (!Number.isSafeInteger(holder) || holder <= 0) return undefined;
    // A process that was given the same number later is not the holder.
    return start === startOf(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started, as Linux counts it; `-` where that is not to be had. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the state is the first field after it, the start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only nobody has asked how.
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? '-');
  } catch {
    return '-';
  }
}
