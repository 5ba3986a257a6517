import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { browserFolder } from '../build/folders.ts';

/** The module with the values of all `@salesforce/*` modules that the package imports. */
export const scopedValuesModule = '@local-org/scopedValues';

/** Makes that module: specifier -> module, for `@salesforce/label/c.Title` and the like. */
export function scopedValues(specifiers: readonly string[]): Plugin {
  const id = `\0${scopedValuesModule}`;
  const imports = specifiers.map((specifier, index) => `import * as m${index} from ${JSON.stringify(specifier)};`);
  const entries = specifiers.map((specifier, index) => `${JSON.stringify(specifier)}: m${index}`);
  return {
    name: 'scoped-values',
    resolveId(specifier, importer) {
      if (specifier === scopedValuesModule) return id;
      return importer === id ? this.resolve(specifier, join(browserFolder, 'entry.ts'), { skipSelf: true }) : null;
    },
    load: (loaded) => (loaded === id ? `${imports.join('\n')}\nexport default {${entries.join(',\n')}};` : null),
  };
}
