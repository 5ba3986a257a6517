import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

/** Strips the types of `.ts` modules and leaves everything else, decorators included, to the LWC compiler. */
export function typescriptSources(): Plugin {
  return {
    name: 'typescript-sources',
    async transform(source, id) {
      if (!id.endsWith('.ts')) return null;
      const { code } = await transform(source, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: id,
        tsconfigRaw: { compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true } },
      });
      return { code, map: null };
    },
  };
}
