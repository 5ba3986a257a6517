import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { z } from 'zod';
import { repositoryFolder } from './folders.ts';

const packagesFolder = join(repositoryFolder, 'node_modules');

/** Folder of the package with the base components. */
export const baseComponentsFolder = join(packagesFolder, 'lightning-base-components');

const manifestSchema = z.object({ lwc: z.object({ expose: z.array(z.string()) }) });
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(baseComponentsFolder, 'package.json'), 'utf8')));

/** Files of the engine by specifier. */
export const engineFiles = {
  lwc: join(packagesFolder, '@lwc/engine-dom/dist/index.js'),
  '@lwc/synthetic-shadow': join(packagesFolder, '@lwc/synthetic-shadow/dist/index.js'),
} as const;

/** What the vendor stage can give: the engine and the base components that may be used by others. */
export const vendorSpecifiers: ReadonlySet<string> = new Set([...Object.keys(engineFiles), ...manifest.lwc.expose]);

/**
 * Finds the engine and the base components in this checkout's own packages. (The
 * LWC resolver would look for them from the working directory upwards.)
 */
export function installedPackages(): Plugin {
  return {
    name: 'installed-packages',
    resolveId(specifier) {
      const [, name] = specifier.split('/');
      if (isEngineModule(specifier)) return engineFiles[specifier];
      if (!vendorSpecifiers.has(specifier) || name === undefined) return null;
      return join(baseComponentsFolder, 'src', specifier, `${name}.js`);
    },
  };
}

function isEngineModule(specifier: string): specifier is keyof typeof engineFiles {
  return specifier in engineFiles;
}
