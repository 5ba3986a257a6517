import { transform } from 'esbuild';
import type { OutputPlugin } from 'rollup';

/**
 * Makes AMD output loadable as a script of the page: each file exports what it
 * asks for and its factory, whose text the sandbox evaluates.
 */
export function amdModules(): OutputPlugin {
  return {
    name: 'amd-modules',
    async renderChunk(source) {
      const { code } = await transform(source, { loader: 'js', target: 'esnext', minify: true, legalComments: 'none' });
      return {
        code: `let definition;const define=(dependencies,factory)=>{definition={dependencies,factory}};\n${code}\nexport default definition;`,
        map: null,
      };
    },
  };
}
