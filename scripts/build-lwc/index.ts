import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBundles } from './bundles';
import { compileBundles } from './compile';
import { checkLabels } from './labels';
import { staleFiles, writeOutput } from './output';
import { pathsConfig } from './paths';
import { typeCheck } from './typeCheck';

const ROOT = join(__dirname, '..', '..');
const SOURCES = join(ROOT, 'lwc-ts-src');
const PATHS_FILE = join(SOURCES, 'tsconfig.paths.json');
const OUTPUT = join(ROOT, 'force-app/main/default/lwc');
const LABELS = join(ROOT, 'force-app/main/default/labels/CustomLabels.labels-meta.xml');

/**
 * Compiles `lwc-ts-src` into the package. `--check` writes nothing, checks types and labels, and fails when the committed
 * output is not what the sources make.
 */
function main(args: readonly string[]): void {
  const bundles = findBundles(SOURCES);
  const paths = pathsConfig(bundles);
  const output = compileBundles(bundles);
  if (!args.includes('--check')) {
    writeFileSync(PATHS_FILE, paths);
    writeOutput(OUTPUT, output);
    console.log(`${bundles.length} bundles compiled into force-app/main/default/lwc`);
    return;
  }
  const stale = staleFiles(OUTPUT, output).map((file) => `force-app/main/default/lwc/${file} is not what lwc-ts-src makes`);
  const pathsText = existsSync(PATHS_FILE) ? readFileSync(PATHS_FILE, 'utf8') : '';
  if (pathsText !== paths) stale.push('lwc-ts-src/tsconfig.paths.json does not list the bundles');
  const problems = [...stale, ...checkLabels(bundles, LABELS), ...typeCheck(join(SOURCES, 'tsconfig.json'))];
  if (stale.length > 0) problems.push('Run `npm run build:lwc` and commit what it writes.');
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${bundles.length} bundles: typed, labelled, and compiled as committed`);
}

main(process.argv.slice(2));
