import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { browserFolder } from './folders.ts';

/** Modules of the `lightning` namespace that local-org provides itself: wires, navigation, toasts. */
export function appProvidedSpecifiers(): string[] {
  return readdirSync(join(browserFolder, 'lightning'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `lightning/${entry.name}`)
    .sort();
}

/** Leaves those modules to the import map while the base components are built. */
export function appProvided(): Plugin {
  return {
    name: 'app-provided',
    resolveId(specifier) {
      const [namespace, name, ...rest] = specifier.split('/');
      if (namespace !== 'lightning' || name === undefined || rest.length > 0) return null;
      return existsSync(join(browserFolder, 'lightning', name)) ? { id: specifier, external: true } : null;
    },
  };
}
