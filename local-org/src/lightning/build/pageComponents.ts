import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { sandboxModule } from '../lws/sandboxModule.ts';
import { browserFolder } from './folders.ts';

/** The module through which the shell loads the package's components by name. */
export const pageComponentsModule = '@local-org/pageComponents';

/**
 * One function for each component that stands on a FlexiPage, each loading its
 * bundle only when a page shows it.
 * @param bundles names of LWC bundles, e.g. `customerPulse`
 */
export function pageComponents(bundles: readonly string[]): Plugin {
  const id = `\0${pageComponentsModule}`;
  const lines = bundles.map((bundle) => `  ${JSON.stringify(`c:${bundle}`)}: () => import('c/${bundle}'),`);
  return {
    name: 'page-components',
    resolveId(specifier, importer) {
      if (specifier === pageComponentsModule) return id;
      // Only pages whose components run inside the sandbox load it.
      if (specifier === sandboxModule) return { id: specifier, external: true };
      // A module that is no file has no folder: its imports would be looked for from where the process was started.
      return importer === id ? this.resolve(specifier, join(browserFolder, 'entry.ts'), { skipSelf: true }) : null;
    },
    load: (loaded) => (loaded === id ? `export default {\n${lines.join('\n')}\n};` : null),
  };
}
