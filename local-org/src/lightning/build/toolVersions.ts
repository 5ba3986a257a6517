import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryFolder } from './folders.ts';

const packages = ['lwc', '@lwc/rollup-plugin', 'lightning-base-components', 'rollup', 'esbuild'];
const manifestSchema = z.object({ version: z.string() });

/** `name@version` of everything that shapes a build, as installed (so as the lockfile says). */
export async function toolVersions(): Promise<string[]> {
  return Promise.all(
    packages.map(async (name) => {
      const text = await readFile(join(repositoryFolder, 'node_modules', name, 'package.json'), 'utf8');
      return `${name}@${manifestSchema.parse(JSON.parse(text)).version}`;
    }),
  );
}
