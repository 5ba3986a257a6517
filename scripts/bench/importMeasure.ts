import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchAnswers, toCsv } from './answers';
import { withBenchOrg, createAll } from './benchOrg';
import { copyBare } from './bareInserts';
import type { Figure } from './figures';
import { createPulses, responseRecords } from './responses';

const NAIVE_SAMPLE = 500;

interface Summary {
  readonly apiCalls: number;
}

/** `customer-pulse import` from file to record, beside jsforce one record a call and jsforce 200 records a call. */
export async function measureImport(count: number): Promise<readonly Figure[]> {
  const answers = benchAnswers(count, Date.now());
  const imported = await withBenchOrg(async (org) => {
    const file = join(org.folder, 'answers.csv');
    writeFileSync(file, toCsv(answers));
    const args = ['sync-service/bin/customer-pulse.js', 'import', file, '--data', join(org.folder, 'sync'), '--json'];
    const startedAt = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...org.env }, maxBuffer: 16_777_216 });
    const seconds = (performance.now() - startedAt) / 1000;
    const stored = (await org.connection.query('SELECT COUNT() FROM PulseResponse__c')).totalSize;
    if (stored !== count) throw new Error(`The import left ${String(stored)} responses of ${String(count)}.`);
    return { seconds, apiCalls: (JSON.parse(stdout) as Summary).apiCalls };
  });

  const naiveSeconds = await withBenchOrg(async (org) => {
    const records = responseRecords(org, await createPulses(org), answers.slice(0, NAIVE_SAMPLE));
    return timed(async () => {
      for (const record of records) await org.connection.sobject('PulseResponse__c').create(record);
    });
  });

  const collections = await withBenchOrg(async (org) => {
    const records = responseRecords(org, await createPulses(org), answers);
    const seconds = await timed(() => createAll(org.connection, 'PulseResponse__c', records));
    return { seconds, bareSeconds: copyBare(join(org.folder, 'org.sqlite'), 'PulseResponse__c') };
  });

  const importRate = count / imported.seconds;
  const naiveRate = NAIVE_SAMPLE / naiveSeconds;
  const collectionsRate = count / collections.seconds;
  return [
    {
      measure: 'customer-pulse import (file, store, match, parents, answers)',
      value: importRate,
      unit: 'records/s',
      note: `${String(count)} answers, whole command`,
    },
    {
      measure: 'customer-pulse import, API calls',
      value: imported.apiCalls,
      unit: 'calls',
      note: `for ${String(count)} answers and their parents`,
    },
    {
      measure: 'jsforce, one record a call (parents ready)',
      value: naiveRate,
      unit: 'records/s',
      note: `${String(NAIVE_SAMPLE)} measured; ${String(count)} calls extrapolated`,
    },
    {
      measure: 'jsforce, 200 records a call (parents ready)',
      value: collectionsRate,
      unit: 'records/s',
      note: `${String(Math.ceil(count / 200))} calls`,
    },
    { measure: 'import : one record a call', value: importRate / naiveRate, unit: 'times' },
    { measure: 'import : 200 records a call', value: importRate / collectionsRate, unit: 'times' },
    { measure: 'bare node:sqlite, same rows and indexes, batches of 200', value: count / collections.bareSeconds, unit: 'records/s' },
    {
      measure: 'local-org collections : bare node:sqlite',
      value: collections.bareSeconds / collections.seconds,
      unit: 'of the rate',
      note: 'HTTP, flows, rules and roll-ups included',
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
