import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readBuild, writeBuild } from './cachedBuilds.ts';
import { contentHash } from './contentHash.ts';

/** The org's LWC bundles, laid out so that the LWC compiler finds them as `c/<bundle>`. */
export interface PackageModules {
  /** Folder with one entry, `c`. */
  readonly folder: string;
  /** Paths and contents of all files, for the name of a build. */
  readonly texts: readonly string[];
  /** Path inside the package (`lwc/customerPulse/customerPulse.js`) of a file seen by the compiler. */
  readonly pathInPackage: (file: string) => string | undefined;
}

/** Paths of metadata that may become files: no way up, nothing hidden. */
const bundlePath = /^lwc\/((?:[\w-][\w.-]*\/)+[\w-][\w.-]*)$/u;

const manifestSchema = z.object({});

/**
 * Writes the bundles' files into the cache under the namespace `c`: the compiler
 * takes namespace and name from the last two folders of a path. The folder is
 * named after what is in it, so that it is written once and never changes.
 */
export async function writePackageModules(
  contents: ReadonlyMap<string, Uint8Array> | undefined,
  cacheFolder: string,
): Promise<PackageModules> {
  const files = [...(contents ?? [])].flatMap(([path, content]) => {
    const inside = bundlePath.exec(path)?.[1];
    return inside === undefined || inside.includes('__tests__/') ? [] : [{ inside, content }];
  });
  const texts = files.flatMap(({ inside, content }) => [inside, Buffer.from(content).toString('latin1')]);
  const folder = join(cacheFolder, 'modules', contentHash(texts));
  if ((await readBuild(folder, manifestSchema)) === undefined) await writeBuild(folder, (workFolder) => writeModules(workFolder, files));
  return { ...modulesIn(folder), texts };
}

/** Bundles that were written into a folder before. */
export function modulesIn(folder: string): PackageModules {
  const namespaceFolder = join(folder, 'c');
  return {
    folder,
    texts: [],
    pathInPackage: (file) => (file.startsWith(`${namespaceFolder}/`) ? join('lwc', file.slice(namespaceFolder.length + 1)) : undefined),
  };
}

async function writeModules(folder: string, files: readonly { readonly inside: string; readonly content: Uint8Array }[]): Promise<object> {
  // The LWC resolver wants one above every module; this one configures nothing.
  await writeFile(join(folder, 'package.json'), '{}');
  for (const { inside, content } of files) {
    const file = join(folder, 'c', inside);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return {};
}
