import { transform } from 'esbuild';
import type { OutputPlugin } from 'rollup';

/** Shortens the built files; names of properties stay as they are. */
export function minifiedChunks(): OutputPlugin {
  return {
    name: 'minified-chunks',
    async renderChunk(source) {
      const { code } = await transform(source, { loader: 'js', target: 'esnext', minify: true, legalComments: 'none' });
      return { code, map: null };
    },
  };
}
