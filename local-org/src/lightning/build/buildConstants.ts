import type { Plugin } from 'rollup';

/** Gives the base components and the engine the constants that a bundler is expected to fill in. */
export function buildConstants(): Plugin {
  return {
    name: 'build-constants',
    transform(source) {
      if (!source.includes('import.meta.env') && !source.includes('process.env.')) return null;
      const code = source.replaceAll('import.meta.env.SSR', 'false').replaceAll('process.env.NODE_ENV', '"production"');
      return { code, map: null };
    },
  };
}
