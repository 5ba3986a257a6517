import { join } from 'node:path';
import { problemsOf } from './checkText';
import { filesFor, filesThere, textOf } from './store/files';
import { isStale, type LanguageState } from './state';

/** What is to be done for a language. */
export interface LanguageReport {
  readonly language: string;
  readonly texts: number;
  readonly translated: number;
  /** One line each, by kind. */
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly wrong: readonly string[];
  readonly unused: readonly string[];
}

/** @param root folder of the repository */
export function checkLanguage(root: string, state: LanguageState): LanguageReport {
  const { texts } = state.catalog;
  const translated = texts.filter(({ key }) => state.translations.has(key));
  return {
    language: state.language,
    texts: texts.length,
    translated: translated.length,
    missing: texts.filter(({ key, isOptional }) => isOptional !== true && !state.translations.has(key)).map(({ key }) => key),
    stale: translated.filter((text) => isStale(state, text)).map(({ key, english }) => `${key}: English is now: ${english}`),
    wrong: translated.flatMap((text) =>
      problemsOf(text, state.translations.get(text.key) ?? '').map((problem) => `${text.key}: ${problem}`),
    ),
    unused: unusedIn(root, state),
  };
}

/** What stands in the files beyond the texts that the product has, and files that hold nothing else. */
function unusedIn(root: string, { language, catalog, translations }: LanguageState): string[] {
  const wanted = filesFor(language, catalog, translations);
  return filesThere(root, language).flatMap((path) => {
    const file = wanted.get(path);
    if (file === undefined) return [`${path}: nothing in it belongs to a text of the product`];
    const there = (textOf(join(root, path)) ?? '').split('\n');
    const lines = file.split('\n');
    const first = there.findIndex((line, index) => line !== lines[index]);
    if (first < 0 && there.length === lines.length) return [];
    return [
      `${path}:${String(first + 1)}: is not as import writes it, or translates what the product has not: ${(there[first] ?? '').trim()}`,
    ];
  });
}

/** Whether nobody has begun with this language. */
export function isUntouched({ translated }: LanguageReport): boolean {
  return translated === 0;
}
