import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from './contentHash.ts';

/** The package's LWC bundles, laid out so that the LWC compiler finds them as `c/<bundle>`. */
export interface PackageModules {
  /** Folder with one entry, `c`. */
  readonly folder: string;
  readonly bundles: readonly string[];
  /** Path inside the package (`lwc/customerPulse/customerPulse.js`) of a file seen by the compiler. */
  readonly pathInPackage: (file: string) => string | undefined;
}

/**
 * Links the package's `lwc` folder into the cache under the namespace `c`: the
 * compiler takes namespace and name from the last two folders of a path.
 */
export async function linkPackageModules(packageFolder: string, cacheFolder: string): Promise<PackageModules> {
  const folder = join(cacheFolder, 'modules', contentHash([packageFolder]));
  const namespaceFolder = join(folder, 'c');
  await mkdir(folder, { recursive: true });
  // The LWC resolver wants one above every module; this one configures nothing.
  await writeFile(join(folder, 'package.json'), '{}');
  await symlink(join(packageFolder, 'lwc'), namespaceFolder, 'dir').catch(ignoreExisting);
  return {
    folder,
    bundles: await bundleNames(join(packageFolder, 'lwc')),
    pathInPackage: (file) => (file.startsWith(`${namespaceFolder}/`) ? join('lwc', file.slice(namespaceFolder.length + 1)) : undefined),
  };
}

async function bundleNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function ignoreExisting(error: unknown): void {
  if (!isCode(error, 'EEXIST')) throw error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
