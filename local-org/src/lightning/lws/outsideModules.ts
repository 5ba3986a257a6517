import type { Plugin } from 'rollup';

/** Leaves everything that is not the package's own outside the sandbox, and tells what that is. */
export function outsideModules(onUse: (specifier: string) => void): Plugin {
  return {
    name: 'outside-modules',
    resolveId(specifier) {
      if (!isOutside(specifier)) return null;
      onUse(specifier);
      return { id: specifier, external: true };
    },
  };
}

function isOutside(specifier: string): boolean {
  return specifier === 'lwc' || /^(?:lightning|@salesforce|@lwc)\//u.test(specifier);
}
