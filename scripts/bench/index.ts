import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureBulk } from './bulkMeasure';
import { toTable, type Figure } from './figures';
import { measureGrowth } from './growthMeasure';
import { measureImport } from './importMeasure';
import { measurePages } from './pages';
import { measureReports } from './reports';
import { measureReliability } from './reliability';
import { measureSync } from './sync';

const RESULTS = 'bench-results.json';
const MILLION = 1_000_000;

interface Measurement {
  readonly name: string;
  readonly what: string;
  readonly run: () => Promise<readonly Figure[]>;
}

/** Runs the measurements in one go, prints a table, and writes the same figures as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      answers: { type: 'string', default: '10000' },
      bulk: { type: 'string', default: '100000' },
      schedules: { type: 'string', default: '1000' },
      long: { type: 'boolean', default: false },
    },
  });
  const answers = count('--answers', values.answers);
  const bulk = values.long ? MILLION : count('--bulk', values.bulk);
  const measurements: readonly Measurement[] = [
    { name: 'import', what: `Importing ${String(answers)} answers in three ways.`, run: () => measureImport(answers) },
    { name: 'bulk', what: `Loading ${String(bulk)} answers by Bulk API 2.0.`, run: () => measureBulk(bulk) },
    { name: 'sync', what: `The sync service, with ${String(bulk)} answers.`, run: () => measureSync(bulk) },
    { name: 'growth', what: 'Saving beside 10, 1,000 and 100,000 answers, then reading them.', run: measureGrowth },
    { name: 'reports', what: 'Every report and dashboard over 100,000 answers.', run: measureReports },
    { name: 'page', what: 'Drawing record pages.', run: measurePages },
  ];
  const nightly: Measurement = {
    name: 'reliability',
    what: `${values.schedules} random schedules of kills and faults, seeds printed.`,
    run: () => measureReliability(count('--schedules', values.schedules)),
  };
  // Hours of work: only when asked for by name.
  const chosen = [
    ...measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
    ...(positionals.includes(nightly.name) ? [nightly] : []),
  ];
  if (chosen.length === 0)
    throw new Error(`There is no such measurement; there are ${[...measurements, nightly].map(({ name }) => name).join(', ')}.`);
  const figures: Figure[] = [];
  for (const { what, run } of chosen) {
    console.error(what);
    figures.push(...(await run()));
  }
  console.log(toTable(figures));
  writeFileSync(RESULTS, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
  console.error(`The same figures are in ${RESULTS}.`);
}

function count(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} ${text} is not a number of answers.`);
  return number;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
