import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { needed } from '../../orgConnection';
import { runJson, salesforceCli } from '../../salesforceCli';
import { benchAnswers } from '../answers';
import type { Figure } from '../figures';
import { createPulses, responseRecords } from '../responses';
import { runService, startInstantOrg, startProxy, type Helper, type Run } from './helpers';
import { withCopy, type PreparedOrg, type SyncOrg } from './preparedOrg';
import { writeRows, type Rows } from './rows';

const NAIVE_SAMPLE = 100;

/** A load of history by the service, beside `sf data upsert bulk` of the same rows and a naive jsforce loop. */
export async function measureBackfill(prepared: PreparedOrg, count: number, latencyMs: number): Promise<readonly Figure[]> {
  const now = Date.now();
  const what = `backfill of ${count.toLocaleString('en')}, ${String(latencyMs)} ms`;
  const imported = await withCopy(prepared, (org) =>
    through(org, latencyMs, async (proxy) => {
      const run = await importRows(writeRows(org.folder, prepared, count, now), org.folder, {
        ...org.service,
        SALESFORCE_LOGIN_URL: proxy.url,
      });
      await expectAll(org, count);
      return { run, calls: await proxy.calls() };
    }),
  );
  const cliSeconds = await withCopy(prepared, (org) =>
    through(org, latencyMs, async (proxy) => {
      const seconds = await loadByCli(org, proxy.url, writeRows(org.folder, prepared, count, now));
      await expectAll(org, count);
      return seconds;
    }),
  );
  const naiveRate = await withCopy(prepared, (org) => through(org, latencyMs, (proxy) => naiveLoop(org, proxy.url, now)));
  const instant = await againstInstantOrg(prepared, count, now, latencyMs);
  const rate = count / imported.run.seconds;
  return [
    { measure: `${what}: customer-pulse import`, value: rate, unit: 'records/s', note: memory(imported.run) },
    { measure: `${what}: sf data upsert bulk`, value: count / cliSeconds, unit: 'records/s', note: 'three objects, keys and ids given' },
    { measure: `${what}: service : sf`, value: (rate * cliSeconds) / count, unit: 'of the rate', note: 'goal: at least 0.9' },
    { measure: `${what}: naive jsforce loop`, value: naiveRate, unit: 'records/s', note: `${String(NAIVE_SAMPLE)} measured` },
    { measure: `${what}: service : naive loop`, value: rate / naiveRate, unit: 'times', note: latencyMs === 0 ? '' : 'goal: at least 100' },
    { measure: `${what}: API calls of the service`, value: imported.calls, unit: 'calls' },
    { measure: `${what}: service, org that answers at once`, value: count / instant.seconds, unit: 'records/s', note: memory(instant) },
  ];
}

function memory({ peakMegabytes }: Run): string {
  return peakMegabytes === undefined ? '' : `${String(Math.round(peakMegabytes))} MB at the peak`;
}

async function through<Result>(org: SyncOrg, latencyMs: number, measure: (proxy: Helper) => Promise<Result>): Promise<Result> {
  const proxy = await startProxy(org.url, org.folder, latencyMs);
  try {
    return await measure(proxy);
  } finally {
    await proxy.stop();
  }
}

function importRows(rows: Rows, folder: string, env: Readonly<Record<string, string>>): Promise<Run> {
  return runService(['import', rows.answersFile, '--data', join(folder, 'sync'), '--json'], env);
}

/** Speed means nothing when something is missing. */
async function expectAll(org: SyncOrg, count: number): Promise<void> {
  const { records } = await org.connection.query<{ total: number }>('SELECT SUM(ResponseCount__c) total FROM AccountPulse__c');
  if (records[0]?.total !== count) throw new Error(`The account pulses count ${String(records[0]?.total)} answers of ${String(count)}.`);
}

async function loadByCli(org: SyncOrg, url: string, rows: Rows): Promise<number> {
  const cli = salesforceCli({ home: join(org.folder, 'cli-bench') });
  const version = needed(org.env, 'SALESFORCE_API_VERSION');
  const signedIn = await runJson(cli, ['org', 'login', 'access-token', '--instance-url', url, '--alias', 'bench', '--no-prompt'], {
    SF_ACCESS_TOKEN: needed(org.env, 'SALESFORCE_ACCESS_TOKEN'),
  });
  if (signedIn.status !== 0) throw new Error(`sf could not sign in: ${signedIn.message ?? ''}`);
  const startedAt = performance.now();
  for (const { object, key, file } of rows.loads) {
    const answer = await runJson(cli, [
      ...['data', 'upsert', 'bulk', '--sobject', object, '--external-id', key, '--file', file],
      ...['--wait', '30', '--line-ending', 'LF', '--target-org', 'bench', '--api-version', version],
    ]);
    if (answer.status !== 0) throw new Error(`sf did not load ${object}: ${answer.message ?? JSON.stringify(answer.result)}`);
  }
  return (performance.now() - startedAt) / 1000;
}

/** One record a call, one call after the other. @returns records a second */
async function naiveLoop(org: SyncOrg, url: string, now: number): Promise<number> {
  const records = responseRecords(org, await createPulses(org), benchAnswers(NAIVE_SAMPLE, now));
  const connection = new Connection({
    instanceUrl: url,
    accessToken: needed(org.env, 'SALESFORCE_ACCESS_TOKEN'),
    version: needed(org.env, 'SALESFORCE_API_VERSION'),
  });
  const startedAt = performance.now();
  for (const record of records) await connection.sobject('PulseResponse__c').create(record);
  return (NAIVE_SAMPLE * 1000) / (performance.now() - startedAt);
}

/** What the service itself costs: the org takes no time. */
async function againstInstantOrg(prepared: PreparedOrg, count: number, now: number, latencyMs: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  const instant = await startInstantOrg(folder);
  const proxy = await startProxy(instant.url, folder, latencyMs);
  try {
    const env = { SALESFORCE_LOGIN_URL: proxy.url, SALESFORCE_CLIENT_ID: 'bench', SALESFORCE_CLIENT_SECRET: 'bench' };
    return await importRows(writeRows(folder, prepared, count, now), folder, env);
  } finally {
    await proxy.stop();
    await instant.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
