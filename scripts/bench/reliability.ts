import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Figure } from './figures';

/**
 * The nightly mode of the stories in `test/reliability`: so many random schedules of kills and faults against a local-org, the ledger's
 * figures as a table. Other schedules each time; seed and path of one that failed are printed, and RELIABILITY_SEED plays the same ones again.
 * @throws Error when anything was lost, doubled or wrong
 */
export async function measureReliability(schedules: number): Promise<readonly Figure[]> {
  const sums = new Map<string, number>();
  let seed = '';
  const child = spawn(process.execPath, ['--test', 'test/reliability/reliability.test.ts'], {
    env: { RELIABILITY_SEED: String(Date.now() % 1_000_000), ...process.env, RELIABILITY_RUNS: String(schedules) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.error(line);
    const found = /seed (\d+), (schedules .*)$/u.exec(line);
    if (found === null) return;
    seed = found[1] ?? '';
    for (const [, name, count] of (found[2] ?? '').matchAll(/([a-z ]+?) (\d+)(?:, |$)/gu)) {
      sums.set(name ?? '', (sums.get(name ?? '') ?? 0) + Number(count));
    }
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The stories of seed ${seed} did not all end well: see above.`);
  return [...sums].map(([name, value]) => ({ measure: `reliability: ${name}`, value, unit: '', note: `seed ${seed}` }));
}
