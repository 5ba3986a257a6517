import { parseArgs } from 'node:util';

/** What `npm run translations --` was asked to do. */
export type Command =
  | { readonly name: 'export'; readonly language: string; readonly file: string; readonly onlyOpen: boolean }
  | { readonly name: 'import'; readonly language: string; readonly file: string }
  | { readonly name: 'check'; readonly languages: readonly string[]; readonly all: boolean; readonly allowMissing: boolean };

export const USAGE = `Usage: npm run translations -- export LANG FILE [--missing]
       npm run translations -- import LANG FILE
       npm run translations -- check [LANG ...] [--all] [--allow-missing]
  export   writes every text with its translation, tab separated: key, English, translation, note
           (--missing: only what is not translated, or was translated from an older English text)
  import   takes the filled-in translations over into the package; a part of the file will do
  check    says what is missing, out of date, wrong or unused
           (--all: every line, not only the first of each kind; --allow-missing: untranslated texts are no failure)`;

/** @throws Error with one line that names what is wrong */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { missing: { type: 'boolean' }, all: { type: 'boolean' }, 'allow-missing': { type: 'boolean' } },
  });
  const [name, ...rest] = positionals;
  if (name === 'check') return { name, languages: rest, all: values.all === true, allowMissing: values['allow-missing'] === true };
  const [language, file] = rest;
  if (name !== 'export' && name !== 'import')
    throw new Error(name === undefined ? 'say export, import or check' : `there is no command ${name}`);
  if (language === undefined || file === undefined) throw new Error(`${name} needs a language and a file`);
  return name === 'export' ? { name, language, file, onlyOpen: values.missing === true } : { name, language, file };
}
