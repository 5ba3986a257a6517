import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** A small disk of its own. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  /** Nothing can be written any more; false when it is in use and the kernel refuses. */
  readOnly(is: boolean): boolean;
}

/** Mounts a disk in memory; skips the test where that is not allowed. */
export function smallDisk(context: TestContext, megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'reliability-disk-'));
  const mount = (...args: readonly string[]): string | undefined => {
    const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
    return status === 0 ? undefined : (error?.message ?? stderr);
  };
  const refusal = mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder);
  if (refusal !== undefined) {
    rmSync(folder, { recursive: true });
    context.skip(`No disk can be mounted here: ${refusal.trim()}`);
    return undefined;
  }
  context.after(() => {
    spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const filler = path.join(folder, 'filler');
  return {
    path: folder,
    fill() {
      for (const size of [1 << 20, 1 << 16, 1 << 12]) fillBy(filler, Buffer.alloc(size));
    },
    free: () => rmSync(filler, { force: true }),
    readOnly: (is) => mount('-o', `remount,${is ? 'ro' : 'rw'}`, folder) === undefined,
  };
}

function fillBy(file: string, piece: Buffer): void {
  try {
    for (;;) writeFileSync(file, piece, { flag: 'a' });
  } catch {
    // Full, which was the purpose.
  }
}
