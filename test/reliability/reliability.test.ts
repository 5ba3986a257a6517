import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { isBalanced } from '../../sync-service/src/testing/ledger/ledger.ts';
import { playImport } from './importStory.ts';
import { clockGoesBack, corruptStore, diskTrouble, importOntoBadDisk } from './machineStories.ts';
import { playServe } from './serveStory.ts';
import { testPostgres } from '../../sync-service/src/testing/testPostgres.ts';
import { startOrg, type TestOrg } from './org.ts';
import { schedules, type Schedule } from './schedule.ts';
import { account, type Played } from './story.ts';

// RELIABILITY_SEED and RELIABILITY_RUNS play other or more schedules; RELIABILITY_PATH one of them again.
const seed = Number(process.env['RELIABILITY_SEED'] ?? Date.now() % 1_000_000);
const runs = Number(process.env['RELIABILITY_RUNS'] ?? 50);
const replayed = process.env['RELIABILITY_PATH'];

let org: TestOrg;
before(async () => {
  org = await startOrg();
});
after(() => org.close());

describe(`under faults and kills, seed ${seed}`, () => {
  test(`${runs} imports end with nothing lost and nothing doubled`, (context) =>
    playAll('i', runs, playImport, (line) => context.diagnostic(line)));

  test(`${runs} services end with nothing lost and nothing doubled`, (context) =>
    playAll('s', runs, playServe, (line) => context.diagnostic(line)));

  test('two workers share a PostgreSQL, one of them is killed at a time, and nothing is lost or doubled', async (context) => {
    const postgres = await testPostgres(context);
    if (postgres === undefined) return;
    const play: Play = async (schedule, to, source) =>
      playServe(schedule, to, source, { databaseUrl: await postgres.newDatabase(), workers: 2 });
    await playAll('p', Math.ceil(runs / 10), play, (line) => context.diagnostic(line));
  });
});

describe('when the machine fails', () => {
  const source = (letter: string): string => `${letter}${Date.now().toString(36)}`;

  test('a disk that is full or read-only refuses what it cannot keep, and nothing acknowledged is lost', (context) =>
    diskTrouble(context, org, source('d')));
  test('an import onto a full or read-only disk says so and goes on later', (context) => importOntoBadDisk(context, org, source('i')));
  test('a clock that goes back two days keeps nothing from being read and pushed', () => clockGoesBack(org, source('c')));
  test('half a page behind the last commit loses nothing; a broken store is refused and left as it is', () =>
    corruptStore(org, source('k')));
});

type Play = (schedule: Schedule, org: TestOrg, source: string) => Promise<Played>;

async function playAll(letter: string, count: number, play: Play, say: (line: string) => void): Promise<void> {
  let number = 0;
  const property = fc.asyncProperty(schedules, async (schedule) => {
    const source = `${letter}${seed}x${Date.now().toString(36)}${++number}`;
    const played = await play(schedule, org, source);
    if (process.env['RELIABILITY_VERBOSE'] !== undefined) say(`${number}: ${account(played)}`);
    assert.ok(isBalanced(played.balance) && played.complaints.length === 0, account(played));
  });
  await fc.assert(property, { seed, numRuns: count, endOnFailure: true, ...(replayed === undefined ? {} : { path: replayed }) });
}
