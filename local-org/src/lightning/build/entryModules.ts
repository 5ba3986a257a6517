import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { browserFolder } from './folders.ts';

/**
 * Lets rollup start from module specifiers (`lightning/button`) instead of files:
 * an entry is resolved as if a module of the shell imported it.
 */
export function entryModules(): Plugin {
  return {
    name: 'entry-modules',
    async resolveId(specifier, importer) {
      if (importer !== undefined) return null;
      return this.resolve(specifier, join(browserFolder, 'entry.ts'), { skipSelf: true });
    },
  };
}

/** Rollup's `input` for specifiers: `lightning/button` is written to a file called `lightning-button`. */
export function entryInputs(specifiers: readonly string[]): Record<string, string> {
  return Object.fromEntries(specifiers.map((specifier) => [entryName(specifier), specifier]));
}

/** Name of the file of an entry, without folder, hash and suffix. */
export function entryName(specifier: string): string {
  return specifier.replace(/^@/u, '').replaceAll('/', '-');
}
