import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { z } from 'zod';
import { repositoryFolder } from '../build/folders.ts';

const wanted = /^(?:@locker\/[a-z-]+|dompurify)$/u;
const manifestSchema = z.object({ module: z.string() });

/** Finds Salesforce's own sandbox, and what it is made of, as ES modules. */
export function lockerPackages(): Plugin {
  return {
    name: 'locker-packages',
    resolveId(specifier, importer) {
      if (!wanted.test(specifier)) return null;
      // A package may have a version of its own of another.
      const own = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(importer ?? '')?.[0];
      const folders = [own, repositoryFolder].flatMap((base) => (base === undefined ? [] : join(base, 'node_modules', specifier)));
      const folder = folders.find((candidate) => existsSync(join(candidate, 'package.json')));
      if (folder === undefined) return null;
      return join(folder, manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).module);
    },
  };
}
