import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { baseComponentsFolder } from './installedPackages.ts';

/**
 * The variable in which a page finds its words before its modules run: `{ labels, base, i18n }`.
 * One build serves all languages; the words of each are a file of their own.
 */
export const pageWordsVariable = 'pageWords';

const wordsModule = '\0local-org:words';
const virtual = '\0local-org:word:';

/** Modules whose value the base components bring, for English in the United States, and words may replace. */
const replaceable = /^@salesforce\/(?:label|i18n)\//u;

/** `@salesforce/label/c.X`: the text of a custom label in the language of whoever reads the page. */
export function labelModule(name: string): string {
  return wordModule('labels', name);
}

/**
 * The words of the base components, and how numbers and dates are written where the user lives.
 * Each falls back to what the base components themselves bring.
 */
export function pageWords(): Plugin {
  return {
    name: 'page-words',
    resolveId(specifier) {
      if (specifier === wordsModule) return wordsModule;
      return replaceable.test(specifier) && existsSync(broughtFile(specifier)) ? `${virtual}${specifier}` : null;
    },
    load(id) {
      if (id === wordsModule) return `export default globalThis.${pageWordsVariable} ?? {};`;
      if (!id.startsWith(virtual)) return null;
      const specifier = id.slice(virtual.length);
      const [, kind = '', name = ''] = specifier.split('/');
      return wordModule(kind === 'label' ? 'base' : 'i18n', name, broughtValue(specifier));
    },
  };
}

function wordModule(kind: 'labels' | 'base' | 'i18n', name: string, otherwise = JSON.stringify(name)): string {
  return `import words from ${JSON.stringify(wordsModule)};\nexport default words.${kind}?.[${JSON.stringify(name)}] ?? ${otherwise};`;
}

function broughtFile(specifier: string): string {
  return join(baseComponentsFolder, 'scopedImports', `${specifier.replaceAll('/', '-')}.js`);
}

/** The expression that a module of the base components exports. */
function broughtValue(specifier: string): string {
  const [, value] = /export default ([^]*)$/u.exec(readFileSync(broughtFile(specifier), 'utf8').trimEnd().replace(/;$/u, '')) ?? [];
  if (value === undefined) throw new Error(`${broughtFile(specifier)} exports nothing that can be read`);
  return `(${value})`;
}
