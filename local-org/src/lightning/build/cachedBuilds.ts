import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';

const manifestName = 'manifest.json';

/**
 * The manifest of a finished build, or undefined when there is none that can be read.
 * A build counts only once its manifest is there, and that is written last.
 */
export async function readBuild<T>(folder: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    const manifest = schema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
    await markAsUsed(folder);
    return manifest;
  } catch {
    return undefined;
  }
}

/** What is old is reckoned from when a build was last taken. Where that cannot be noted, it still serves. */
async function markAsUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}

/** Names of the builds below a folder; none when the folder is not there. */
export async function buildNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.filter((name) => !name.startsWith('.')).sort();
}

/** Builds that are kept in any case. */
const keptBuilds = 20;

/** Milliseconds after its last use in which a build is kept too: an org that runs serves its pages from there, whatever tests build beside it. */
const mayBeInUse = 24 * 60 * 60 * 1000;

/**
 * Builds into a folder of its own and moves it into place when it is complete, so
 * that two orgs that start at once never see half a build. Old builds are removed.
 */
export async function writeBuild<T>(folder: string, build: (workFolder: string) => Promise<T>): Promise<T> {
  const parent = dirname(folder);
  const workFolder = join(parent, `.${randomUUID()}`);
  await mkdir(workFolder, { recursive: true });
  try {
    const manifest = await build(workFolder);
    await writeFile(join(workFolder, manifestName), JSON.stringify(manifest));
    await moveIntoPlace(workFolder, folder);
    await removeOldBuilds(parent);
    return manifest;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function moveIntoPlace(workFolder: string, folder: string): Promise<void> {
  try {
    await rename(workFolder, folder);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
    if (!isTaken) throw error;
    // Another org finished the same build first: its files are the same.
    if (await isComplete(folder)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(workFolder, folder);
  }
}

async function isComplete(folder: string): Promise<boolean> {
  return readFile(join(folder, manifestName), 'utf8').then(
    (text) => text.endsWith('}'),
    () => false,
  );
}

async function removeOldBuilds(parent: string): Promise<void> {
  const builds = await Promise.all(
    (await buildNames(parent)).map(async (name) => {
      const folder = join(parent, name);
      return {
        folder,
        changed: await stat(folder).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      };
    }),
  );
  const newestFirst = builds.sort((one, other) => other.changed - one.changed);
  const old = newestFirst.slice(keptBuilds).filter(({ changed }) => Date.now() - changed > mayBeInUse);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
