import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** A folder of a test's own, removed after it. */
export interface WorkFolder {
  readonly path: string;
  /** Where the store goes. */
  readonly data: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): string;
}

export function workFolder(context: TestContext): WorkFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'customer-pulse-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    data: path.join(folder, 'data'),
    write(name, content) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}
