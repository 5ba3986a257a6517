import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLanguage, isUntouched, type LanguageReport } from './checkLanguage';
import { readExchange, writeExchange } from './exchange';
import { exportRows } from './exportTexts';
import { importRows } from './importTexts';
import { LANGUAGES } from './languages';
import { readCommand, USAGE, type Command } from './options';
import { readState } from './state';
import { filesFor, writeFiles } from './store/files';
import { writeFingerprints } from './store/fingerprints';

const ROOT = join(__dirname, '..', '..');
/** How many lines of a kind are enough to see what is the matter. */
const FIRST = 15;

async function run(command: Command): Promise<boolean> {
  if (command.name === 'export') return exportTo(command.language, resolve(command.file), command.onlyOpen);
  if (command.name === 'import') return importFrom(command.language, resolve(command.file));
  const languages = command.languages.length === 0 ? LANGUAGES : command.languages;
  const reports: LanguageReport[] = [];
  for (const language of languages) reports.push(checkLanguage(ROOT, await readState(ROOT, language)));
  return reports.map((report) => tell(report, command.all ? Infinity : FIRST, command.allowMissing)).every(Boolean);
}

async function exportTo(language: string, file: string, onlyOpen: boolean): Promise<boolean> {
  const rows = exportRows(await readState(ROOT, language), onlyOpen);
  writeFileSync(file, writeExchange(rows));
  const open = rows.filter(({ translation }) => translation === '').length;
  console.log(`${String(rows.length)} texts written into ${file}, ${String(open)} of them without a translation.`);
  return true;
}

async function importFrom(language: string, file: string): Promise<boolean> {
  const state = await readState(ROOT, language);
  const { translations, fingerprints, taken, problems } = importRows(state, readExchange(readFileSync(file, 'utf8')));
  const changed = writeFiles(ROOT, language, filesFor(language, state.catalog, translations));
  writeFingerprints(ROOT, language, fingerprints);
  for (const problem of problems) console.error(problem);
  const total = state.catalog.texts.length;
  console.log(
    `${String(taken)} translations taken, ${String(problems.length)} remarks. ${language} has ${String(translations.size)} of ${String(total)}; ${String(changed)} files changed.`,
  );
  return problems.length === 0;
}

/** @returns whether the language is in order */
function tell(report: LanguageReport, first: number, allowMissing: boolean): boolean {
  const { language, texts, translated, missing, stale, wrong, unused } = report;
  console.log(`${language}: ${String(translated)} of ${String(texts)} texts`);
  if (isUntouched(report) && allowMissing) return true;
  const kinds = { 'not translated': missing, 'out of date': stale, wrong, 'not used': unused };
  for (const [kind, lines] of Object.entries(kinds)) {
    if (lines.length > 0) console.log(`  ${kind}: ${String(lines.length)}`);
    for (const line of lines.slice(0, first)) console.log(`    ${line}`);
    if (lines.length > first) console.log(`    and ${String(lines.length - first)} more (--all shows them)`);
  }
  return (allowMissing || missing.length === 0) && stale.length + wrong.length + unused.length === 0;
}

async function main(args: readonly string[]): Promise<void> {
  let command: Command;
  try {
    command = readCommand(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (!(await run(command))) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
