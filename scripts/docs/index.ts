import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dictionaryPage } from './dictionary/dictionaryPage';
import { flowPages } from './flowPictures/flowPages';
import { readPackage } from './packageFiles';

const ROOT = join(__dirname, '..', '..');
const DOCS = join(ROOT, 'docs');
const FLOWS = 'flows';

/**
 * Writes the pages of `docs` that are made from the package: the data dictionary and a picture of each flow.
 * `--check` writes nothing and fails when the committed pages are not what the package makes.
 */
function main(args: readonly string[]): void {
  const files = readPackage(join(ROOT, 'force-app'));
  const pages = new Map([['data-dictionary.md', dictionaryPage(files)], ...flowPages(files, FLOWS)]);
  const left = filesIn(join(DOCS, FLOWS))
    .map((name) => `${FLOWS}/${name}`)
    .filter((name) => !pages.has(name));
  if (!args.includes('--check')) {
    for (const name of left) rmSync(join(DOCS, name));
    for (const [name, text] of pages) write(join(DOCS, name), text);
    console.log(`${String(pages.size)} pages written into docs`);
    return;
  }
  const stale = [...pages].filter(([name, text]) => textOf(join(DOCS, name)) !== text).map(([name]) => name);
  for (const name of [...stale, ...left]) console.error(`docs/${name} is not what the package makes`);
  if (stale.length + left.length > 0) {
    console.error('Run `npm run docs` and commit what it writes.');
    process.exitCode = 1;
  } else console.log(`${String(pages.size)} pages of docs are what the package makes`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

main(process.argv.slice(2));
