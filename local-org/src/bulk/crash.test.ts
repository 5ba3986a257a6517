import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { checkConsistency } from './testing/consistency.ts';
import { startOrgProcess, type OrgProcess } from './testing/orgProcess.ts';

/** Jobs that are loaded, each killed up to three times on its way; more by hand: `CRASH_ROUNDS=50`. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 2);
const rows = 3000;
const parents = 20;
const batchSize = 200;

const dataFolder = mkdtempSync(join(tmpdir(), 'local-org-crash-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));

describe('a server that is killed during a bulk job', () => {
  it(`loses and doubles nothing, in ${rounds} rounds`, { timeout: 60_000 + rounds * 60_000 }, async (test) => {
    const duration = await prepare();
    const totals = { kills: 0, inTheMiddle: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const found = await loadWithKills(round, duration);
      totals.kills += found.kills;
      totals.inTheMiddle += found.inTheMiddle;
    }
    test.diagnostic(`${rounds} jobs of ${rows} rows, ${totals.kills} kills, ${totals.inTheMiddle} of them between two batches of a job`);
  });
});

/** Deploys the package and makes the parents of all answers. @returns milliseconds that a job takes when nothing is killed */
async function prepare(): Promise<number> {
  const org = await startOrgProcess(dataFolder, { deploy: true });
  const accounts = Array.from({ length: parents / 4 }, (_unused, place) => `A${place}`);
  await load(org, { object: 'AccountPulse__c', operation: 'insert' }, `Key__c\n${accounts.join('\n')}\n`);
  const contacts = Array.from({ length: parents }, (_unused, place) => `C${place},A${place % accounts.length}`);
  await load(org, { object: 'ContactPulse__c', operation: 'insert' }, `Key__c,AccountPulse__r.Key__c\n${contacts.join('\n')}\n`);
  const started = performance.now();
  await load(org, { object: 'PulseResponse__c', operation: 'insert' }, answers('first-'));
  const duration = performance.now() - started;
  await org.kill();
  return duration;
}

/** Loads a job's answers while the server is killed now and then. */
async function loadWithKills(round: number, duration: number): Promise<{ kills: number; inTheMiddle: number }> {
  const prefix = `crash-${round}-`;
  let org = await startOrgProcess(dataFolder);
  const id = await create(org, { object: 'PulseResponse__c', operation: 'insert' });
  let inTheMiddle = 0;
  const kills = randomInt(1, 4);
  for (let kill = 0; kill < kills; kill += 1) {
    const working = drive(org, id, answers(prefix)).catch(() => undefined);
    await somewhere(org, id, duration);
    await org.kill();
    await working;
    const { state, processed } = checkConsistency(dataFolder, id, prefix, batchSize, rows);
    if (state === 'InProgress' && processed > 0 && processed < rows) inTheMiddle += 1;
    org = await startOrgProcess(dataFolder);
  }
  assert.equal(await drive(org, id, answers(prefix)), 'JobComplete');
  await org.kill();
  assert.deepEqual(checkConsistency(dataFolder, id, prefix, batchSize, rows), { state: 'JobComplete', processed: rows, saved: rows });
  return { kills, inTheMiddle };
}

/** A moment on the way of a job: one of any kind from before its upload on, or one between two of its batches. */
async function somewhere(org: OrgProcess, id: string, duration: number): Promise<void> {
  if (randomInt(3) === 0) {
    await delay(randomInt(Math.ceil(duration * 1.2)));
    return;
  }
  const target = randomInt(1, rows);
  for (;;) {
    const { state, numberRecordsProcessed: done } = await info(org, id);
    if (done >= target || state === 'JobComplete') return;
  }
}

function answers(prefix: string): string {
  const lines = Array.from({ length: rows }, (_unused, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0');
    return `${prefix}${place},C${place % parents},${place % 11},2026-09-${day}T08:00:00Z,"Comment, ${place}"`;
  });
  return `ExternalId__c,ContactPulse__r.Key__c,Rating__c,RespondedAt__c,Comment__c\n${lines.join('\n')}\n`;
}

async function create(org: OrgProcess, job: unknown): Promise<string> {
  const { id } = (await (await org.request('POST', '/jobs/ingest', JSON.stringify(job))).json()) as { id: string };
  return id;
}

async function info(org: OrgProcess, id: string): Promise<{ state: string; numberRecordsProcessed: number }> {
  return (await (await org.request('GET', `/jobs/ingest/${id}`)).json()) as { state: string; numberRecordsProcessed: number };
}

async function load(org: OrgProcess, job: unknown, csv: string): Promise<void> {
  assert.equal(await drive(org, await create(org, job), csv), 'JobComplete');
}

/** What a client does that was interrupted: looks where the job is, and does what is left. @returns its state at the end */
async function drive(org: OrgProcess, id: string, csv: string): Promise<string> {
  for (;;) {
    const { state } = await info(org, id);
    if (!['Open', 'UploadComplete', 'InProgress'].includes(state)) return state;
    if (state !== 'Open') {
      await delay(20);
      continue;
    }
    // The answer to an upload may have been lost: a second one is refused, and the job can be closed.
    await org.request('PUT', `/jobs/ingest/${id}/batches`, csv, 'text/csv');
    await org.request('PATCH', `/jobs/ingest/${id}`, JSON.stringify({ state: 'UploadComplete' }));
  }
}
