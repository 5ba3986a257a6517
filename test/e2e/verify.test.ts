import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { startOrg, type RunningOrg } from '../support/runningOrg';

const NOW = '2026-06-01T09:00:00Z';
const DAY = 86_400_000;

interface Report {
  readonly accountPulses: number;
  readonly contactPulses: number;
  readonly answers: number;
  readonly differenceCount: number;
  readonly waiting: number;
  readonly differences: readonly { object: string; id: string; field: string; stored: string; expected: string }[];
  readonly segments: readonly { segment: string; ratings: number }[];
  readonly check?: string;
}

let org: RunningOrg;
let connection: Connection;

before(async () => {
  org = await startOrg(NOW);
  connection = org.connection;
  await answers();
  await org.settled();
});

after(async () => {
  await org.stop();
});

test('given answers of every age, status and program, when they are verified, then every figure agrees and the check is on record', async () => {
  const { code, report } = await verify();
  assert.deepEqual(report.differences, []);
  assert.equal(code, 0);
  assert.deepEqual(
    { accounts: report.accountPulses, contacts: report.contactPulses, answers: report.answers },
    { accounts: 3, contacts: 6, answers: 110 },
  );
  assert.deepEqual(
    report.segments.map(({ segment }) => segment),
    ['A', '', 'All'],
  );
  const check = await connection.sobject('PulseCheck__c').retrieve(report.check ?? '');
  assert.deepEqual(
    [check['Result__c'], check['DifferenceCount__c'], check['AccountPulseCount__c'], check['ResponseCount__c'], check['Details__c']],
    ['Agrees', 0, 3, 110, null],
  );
  await assert.rejects(connection.sobject('PulseCheck__c').update({ Id: report.check ?? '', Result__c: 'Differs' }), /final/u);
});

test('given an account pulse, when it alone is verified without writing, then nothing else is looked at and nothing is written', async () => {
  const [account] = await rows<{ Id: string; Pulse__c: string }>('SELECT Id, Pulse__c FROM Account ORDER BY Name LIMIT 1');
  const written = await rows('SELECT Id FROM PulseCheck__c');
  for (const name of [account?.Id ?? '', account?.Pulse__c ?? '', `A:${account?.Id ?? ''}`]) {
    const { code, report } = await verify('--account', name, '--no-write');
    assert.deepEqual([code, report.accountPulses, report.contactPulses, report.check], [0, 1, 2, undefined]);
  }
  assert.equal((await rows('SELECT Id FROM PulseCheck__c')).length, written.length);
  assert.equal((await run('--account', 'A:nobody')).code, 1);
});

test('given an answer whose last day has just ended, when it is verified before the nightly roll-over and after it, then it waits, and agrees', async () => {
  const [respondent] = await rows<{ Id: string }>('SELECT Id FROM ContactPulse__c ORDER BY Id LIMIT 1');
  const lastDay = new Date(Date.parse(NOW) - 365 * DAY).toISOString();
  await create('PulseResponse__c', [
    { ContactPulse__c: respondent?.Id ?? '', ExternalId__c: 'verify:last-day', Rating__c: 2, RespondedAt__c: lastDay },
  ]);
  await org.settled();
  await moveClock('2026-06-02T00:10:00Z');
  const waits = await verify('--no-write');
  assert.deepEqual([waits.code, waits.report.waiting, waits.report.differences], [0, 1, []]);
  await moveClock('2026-06-02T04:30:00Z');
  const done = await verify('--no-write');
  assert.deepEqual([done.code, done.report.waiting, done.report.differences], [0, 0, []]);
});

test('given faults that were written past the org, when they are verified, then each is named with its id and both figures', async () => {
  const [answer] = await rows<{ Id: string; ContactPulse__c: string }>(
    "SELECT Id, ContactPulse__c FROM PulseResponse__c WHERE InWindow__c = 1 AND Rating__c = 9 AND Status__c = 'Accepted' LIMIT 1",
  );
  const [pulse] = await rows<{ Id: string; RatingSum__c: number }>(
    `SELECT Id, RatingSum__c FROM ContactPulse__c WHERE Id != '${answer?.ContactPulse__c ?? ''}' AND RatingCount__c > 0 LIMIT 1`,
  );
  await plant(`UPDATE "PulseResponse__c" SET "Promoter__c" = 0 WHERE "Id" = ?`, answer?.Id ?? '');
  await plant(`UPDATE "ContactPulse__c" SET "RatingSum__c" = "RatingSum__c" + 7 WHERE "Id" = ?`, pulse?.Id ?? '');
  const { code, report } = await verify();
  assert.equal(code, 1);
  const named = report.differences.map(({ object, id, field }) => `${object} ${id} ${field}`);
  assert.ok(named.includes(`PulseResponse__c ${answer?.Id ?? ''} Promoter__c`), named.join('\n'));
  const sum = report.differences.find(({ id, field }) => id === pulse?.Id && field === 'RatingSum__c');
  assert.ok(sum !== undefined && Number(sum.stored) !== Number(sum.expected), named.join('\n'));
  const check = await connection.sobject('PulseCheck__c').retrieve(report.check ?? '');
  assert.equal(check['Result__c'], 'Differs');
  assert.match(String(check['Details__c']), new RegExp(`PulseResponse__c ${answer?.Id ?? ''} Promoter__c: stored 0, recomputed 1`, 'u'));
  const { out } = await run('--no-write');
  assert.match(out, /The figures above do not agree with the answers/u);
});

/** Three accounts, six respondents, answers from today to three years ago. */
async function answers(): Promise<void> {
  const accounts = await create('Account', [
    { Name: 'Alpha', PulseSegment__c: 'A' },
    { Name: 'Beta', PulseSegment__c: 'A' },
    { Name: 'Gamma' },
  ]);
  const pulses = await create(
    'AccountPulse__c',
    accounts.map((id) => ({ Key__c: `A:${id}`, Account__c: id })),
  );
  const people = await create(
    'Contact',
    accounts.flatMap((id, index) => [0, 1].map((nth) => ({ LastName: `Person ${index}${nth}`, AccountId: id }))),
  );
  const respondents = await create(
    'ContactPulse__c',
    people.map((id, index) => {
      const place = Math.floor(index / 2);
      return { Key__c: `C:${id}:${accounts[place] ?? ''}`, Contact__c: id, AccountPulse__c: pulses[place] };
    }),
  );
  const now = Date.parse(NOW);
  await create(
    'PulseResponse__c',
    Array.from({ length: 120 }, (_, index) => ({
      ContactPulse__c: respondents[index % respondents.length],
      ExternalId__c: `verify:${index}`,
      ...(index % 11 === 3 ? {} : { Rating__c: (index * 7) % 11 }),
      RespondedAt__c: new Date(now - ((index * 37) % 1095) * DAY - 3_600_000).toISOString(),
      Program__c: index % 3 === 0 ? 'Relational' : 'Transactional',
      Status__c: index % 12 === 5 ? 'Quarantined' : 'Accepted',
      ...(index % 12 === 5 ? { QuarantineReason__c: 'Manual' } : {}),
    })),
  );
}

async function create(object: string, records: readonly Record<string, unknown>[]): Promise<readonly string[]> {
  const results = await connection.sobject(object).create([...records], { allOrNone: true });
  return results.map((result) => {
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result.id;
  });
}

async function rows<Row extends object>(soql: string): Promise<readonly Row[]> {
  return (await connection.query<Row>(soql)).records;
}

async function moveClock(now: string): Promise<void> {
  await connection.request({
    method: 'POST',
    url: `${connection.instanceUrl}/local-org/clock`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
  await org.settled();
}

/** Changes a row of the org's file as no door of the org would. */
async function plant(sql: string, id: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(join(org.folder, 'org.sqlite'), { timeout: 10_000 });
  assert.equal(database.prepare(sql).run(id).changes, 1);
  database.close();
}

async function verify(...args: readonly string[]): Promise<{ code: number; report: Report }> {
  const { code, out, err } = await run('--json', ...args);
  assert.ok(out.startsWith('{'), err);
  return { code, report: JSON.parse(out) as Report };
}

function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...org.env };
    execFile(
      process.execPath,
      ['sync-service/bin/customer-pulse.js', 'verify', ...args],
      { env, maxBuffer: 16_777_216 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, err });
      },
    );
  });
}
