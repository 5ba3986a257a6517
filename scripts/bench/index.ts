import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toTable, type Figure } from './figures';
import { measureImport } from './importMeasure';
import { measurePage } from './pageMeasure';

const RESULTS = 'bench-results.json';

/** Runs every measurement in one go, prints a table, and writes the same figures as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { answers: { type: 'string', default: '10000' } } });
  const answers = Number(values.answers);
  if (!Number.isInteger(answers) || answers < 1) throw new Error(`--answers ${values.answers} is not a number of answers.`);
  const figures: Figure[] = [];
  console.error(`Importing ${String(answers)} answers in three ways.`);
  figures.push(...(await measureImport(answers)));
  console.error('Opening an account page.');
  figures.push(...(await measurePage()));
  console.log(toTable(figures));
  writeFileSync(RESULTS, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
  console.error(`The same figures are in ${RESULTS}.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
