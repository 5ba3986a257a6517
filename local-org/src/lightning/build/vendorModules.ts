import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'rollup';
import { z } from 'zod';

const manifestPath = createRequire(import.meta.url).resolve('lightning-base-components/package.json');
const manifestSchema = z.object({ lwc: z.object({ expose: z.array(z.string()) }) });
const exposed = new Set(manifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8'))).lwc.expose);

const engineModules = new Set(['lwc', '@lwc/synthetic-shadow']);

/**
 * Leaves the engine and the base components to the vendor stage, and tells which are used.
 * @param provided `lightning/*` modules that local-org has its own of
 */
export function vendorModules(provided: ReadonlySet<string>, onUse: (specifier: string) => void): Plugin {
  return {
    name: 'vendor-modules',
    resolveId(specifier) {
      if (provided.has(specifier) || (!engineModules.has(specifier) && !exposed.has(specifier))) return null;
      onUse(specifier);
      return { id: specifier, external: true };
    },
  };
}
