import type { Plugin } from 'rollup';
import { vendorSpecifiers } from './installedPackages.ts';

/**
 * Leaves the engine and the base components to the vendor stage, and tells which are used.
 * @param provided `lightning/*` modules that local-org has its own of
 */
export function vendorModules(provided: ReadonlySet<string>, onUse: (specifier: string) => void): Plugin {
  return {
    name: 'vendor-modules',
    resolveId(specifier) {
      if (provided.has(specifier) || !vendorSpecifiers.has(specifier)) return null;
      onUse(specifier);
      return { id: specifier, external: true };
    },
  };
}
