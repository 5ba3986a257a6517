import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

const manifestName = 'manifest.json';

/**
 * The manifest of a finished build, or undefined when there is none that can be read.
 * A build counts only once its manifest is there, and that is written last.
 */
export async function readBuild<T>(folder: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Names of the builds below a folder; none when the folder is not there. */
export async function buildNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.filter((name) => !name.startsWith('.')).sort();
}

/**
 * Builds into a folder of its own and moves it into place when it is complete, so
 * that two orgs that start at once never see half a build.
 */
export async function writeBuild<T>(folder: string, build: (workFolder: string) => Promise<T>): Promise<T> {
  const workFolder = join(folder, '..', `.${randomUUID()}`);
  await mkdir(workFolder, { recursive: true });
  try {
    const manifest = await build(workFolder);
    await writeFile(join(workFolder, manifestName), JSON.stringify(manifest));
    await rm(folder, { recursive: true, force: true });
    await rename(workFolder, folder).catch(async (error: unknown) => {
      // Another org finished the same build first: its files are the same.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
    });
    return manifest;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
