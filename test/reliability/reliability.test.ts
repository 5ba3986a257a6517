import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { isBalanced } from '../../sync-service/src/testing/ledger/ledger.ts';
import { playImport } from './importStory.ts';
import { clockGoesBack, corruptStore, diskTrouble, importOntoBadDisk } from './machineStories.ts';
import { playServe } from './serveStory.ts';
import type { TestPostgres } from '../../sync-service/src/testing/postgres.ts';
import { testPostgres } from '../../sync-service/src/testing/testPostgres.ts';
import { startOrg, type TestOrg } from './org.ts';
import { schedules, type Schedule } from './schedule.ts';
import { account, type Played } from './story.ts';
import { Sums } from './sums.ts';

/** The schedules that everybody plays: one of these once found a connection cut within a job's results that ended the service. */
const everybodysSeed = 488_297;

// RELIABILITY_SEED and RELIABILITY_RUNS play other or more schedules; RELIABILITY_PATH one of them again (with RELIABILITY_RUNS=1 and
// --test-name-pattern for its test); RELIABILITY_VERBOSE tells of each. The nightly bench gives a new seed each time.
const seed = Number(process.env['RELIABILITY_SEED'] ?? everybodysSeed);
const schedulesInAll = Number(process.env['RELIABILITY_RUNS'] ?? 50);
const path = process.env['RELIABILITY_PATH'];
const share = (part: number): number => Math.max(1, Math.round(schedulesInAll * part));

let org: TestOrg;
before(async () => {
  org = await startOrg();
});
after(() => org.close());

describe(`under faults and kills, seed ${seed}`, { concurrency: 2 }, () => {
  test(`${share(0.4)} imports end with nothing lost and nothing doubled`, (context) => playAll('i', share(0.4), playImport, context));

  test(`${share(0.5)} services end with nothing lost and nothing doubled`, (context) => playAll('s', share(0.5), playServe, context));

  test(`${share(0.1)} times two workers share a PostgreSQL, any of the three is killed, and nothing is lost or doubled`, async (context) => {
    const postgres = await testPostgres(context);
    if (postgres === undefined) return;
    const play: Play = async (schedule, to, source) => {
      const databaseUrl = await postgres.newDatabase();
      const isCrashing = schedule.chance % 3 === 0;
      // A worker dies in each of these stories.
      const kills = schedule.kills.length > 0 ? schedule.kills : [{ at: 'request', number: 2 } as const];
      return playServe({ ...schedule, kills }, to, source, {
        databaseUrl,
        workers: 2,
        ...(isCrashing ? { crashDatabase: () => crashed(postgres) } : {}),
      });
    };
    await playAll('p', share(0.1), play, context);
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

async function crashed(postgres: TestPostgres): Promise<void> {
  await postgres.crash();
  await postgres.start();
}

async function playAll(letter: string, count: number, play: Play, context: TestContext): Promise<void> {
  const sums = new Sums();
  let number = 0;
  const property = fc.asyncProperty(schedules, async (schedule) => {
    const source = `${letter}${seed}x${Date.now().toString(36)}${++number}`;
    const played = await play(schedule, org, source);
    sums.add(played);
    if (process.env['RELIABILITY_VERBOSE'] !== undefined) context.diagnostic(`${number}: ${account(played)}`);
    assert.ok(isBalanced(played.balance) && played.complaints.length === 0, account(played));
  });
  try {
    await fc.assert(property, { seed, numRuns: count, endOnFailure: true, ...(path === undefined ? {} : { path }) });
  } finally {
    context.diagnostic(`seed ${seed}, ${sums.toString()}`);
  }
}
