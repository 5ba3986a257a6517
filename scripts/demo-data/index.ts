import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_SEED, generateDemo } from './generateDemo';
import { readMaterial } from './material';
import { writeDemo } from './writeDemo';

const USAGE = `npm run demo-data -- --out DIR [--now 2026-01-31T12:00:00Z] [--seed N]
Writes accounts, contacts, users, surveys (JSON) and responses (CSV) of invented customers into DIR.
The answers lie in the 18 months before --now (default: the present moment). The same --now and --seed give the same files.`;

function main(): void {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, now: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.out === undefined) throw new Error(`Say where to write to.\n\n${USAGE}`);
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new Error(`--now is '${values.now ?? ''}', which is no time.`);
  const seed = values.seed === undefined ? DEMO_SEED : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is '${values.seed ?? ''}', which is no whole number.`);

  const demo = generateDemo(readMaterial(), now, seed);
  // npm runs scripts in the repository's root; a folder is meant from where the user stands.
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.out);
  writeDemo(demo, folder);
  console.log(
    `${String(demo.accounts.length)} accounts, ${String(demo.contacts.length)} contacts and ${String(demo.responses.length)} answers are in ${folder}.`,
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
