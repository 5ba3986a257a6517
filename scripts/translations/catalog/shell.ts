import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readWords } from '../store/words';
import type { TranslatableText } from '../text';

/** Folder of the words of local-org's own pages. */
const SHELL_TEXTS = 'local-org/src/lightning/texts';

/**
 * The words of local-org's pages. A text that counts is asked for in every plural form of the language:
 * `_one` and `_other` of English serve as the pattern.
 */
export async function shellTexts(root: string, language: string): Promise<readonly TranslatableText[]> {
  const file = join(root, SHELL_TEXTS, 'en.ts');
  const module: unknown = await import(pathToFileURL(file).href);
  const sections = sectionsOf(readFileSync(file, 'utf8'));
  const english = wordsOf(module);
  const forms = pluralForms(language);
  return [...english]
    .filter(([name]) => !name.endsWith('_one') || forms.includes('one') || !english.has(name.replace(/_one$/u, '_other')))
    .map(([name, text]) => ({
      key: `shell.${name}`,
      english: text,
      note: `Pages of local-org${section(sections.get(name))}${pluralNote(name)}`,
      place: { kind: 'json', file: `${SHELL_TEXTS}/translations/{lang}.json`, name },
    }));
}

/** Words that the platform brings itself, and local-org in its place: a JSON file each, `en.json` as the pattern. */
const PLATFORM_WORDS = [
  {
    key: 'standard',
    folder: 'local-org/src/metadata/translations/standard',
    note: 'Name of a standard object, field or value, as Salesforce has it in the language',
  },
  {
    key: 'base',
    folder: 'local-org/src/lightning/words/base',
    note: 'Word of a base component (input, date picker, list), as Salesforce has it in the language',
  },
] as const;

/** Every file of words of local-org itself, with `{lang}` for the language. */
export const WORD_FILES: readonly string[] = [
  `${SHELL_TEXTS}/translations/{lang}.json`,
  ...PLATFORM_WORDS.map(({ folder }) => `${folder}/{lang}.json`),
];

/** Names of standard objects, fields and values, and the words of the base components. */
export function platformTexts(root: string): readonly TranslatableText[] {
  return PLATFORM_WORDS.flatMap(({ key, folder, note }) =>
    Object.entries(readWords(join(root, folder, 'en.json'))).map(([name, english]) => ({
      key: `${key}.${name}`,
      english,
      note,
      place: { kind: 'json' as const, file: `${folder}/{lang}.json`, name },
    })),
  );
}

const section = (name: string | undefined): string => (name === undefined ? '' : `, ${name}`);

const pluralNote = (name: string): string => {
  if (name.endsWith('_one')) return '; the form for one';
  return name.endsWith('_other') ? '; the form for several' : '';
};

/** The plural categories in which a language puts whole numbers, e.g. only `other` for Japanese. */
function pluralForms(language: string): readonly string[] {
  return new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
}

/** The texts of the module, checked: it is loaded at run time. */
function wordsOf(module: unknown): ReadonlyMap<string, string> {
  if (typeof module !== 'object' || module === null || !('en' in module)) throw new Error(`${SHELL_TEXTS}/en.ts exports no \`en\``);
  const { en } = module;
  if (typeof en !== 'object' || en === null) throw new Error(`\`en\` of ${SHELL_TEXTS}/en.ts is no object`);
  return new Map(Object.entries(en).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The comment above each group of texts tells where they are used. */
function sectionsOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let current: string | undefined;
  for (const line of source.split('\n')) {
    current = /^\s*\/\/\s*(\S.*)$/u.exec(line)?.[1] ?? current;
    const name = /^\s*(\w+):/u.exec(line)?.[1];
    if (name !== undefined && current !== undefined) found.set(name, current);
  }
  return found;
}
