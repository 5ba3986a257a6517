import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { importFile } from './importFile.ts';
import { canonicalContacts, canonicalFile } from './testing/canonicalFile.ts';
import { startStubOrg, type StubOrg } from './testing/stubOrg.ts';
import { workFolder } from './testing/workFolder.ts';

const command = path.join(import.meta.dirname, '..', 'bin', 'customer-pulse.js');
/** CRASH_ROUNDS and CRASH_SEED widen the test; a failure prints the seed. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 10);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
/** Each round's file has so many answers more than the one before, so that no round finds its work done. */
const answersPerRound = 400;

/** Park-Miller: the same schedule for the same seed. */
function randomFrom(start: number): () => number {
  let state = (start % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test(
  `killed ${rounds} times at random (seed ${seed}) and run again, the import ends in the state of one undisturbed run`,
  { timeout: 300_000 },
  async (t) => {
    const random = randomFrom(seed);
    const folder = workFolder(t);
    const file = folder.write('answers.csv', canonicalFile(answersPerRound * rounds));
    const [calm, shaken] = [await orgWithContacts(), await orgWithContacts()];
    t.after(() => Promise.all([calm.close(), shaken.close()]));
    await importFile({ file, data: `${folder.path}/calm`, environment: calm.environment() });

    let killed = 0;
    for (let round = 1; round <= rounds; round++) {
      folder.write('answers.csv', canonicalFile(answersPerRound * round));
      if (await killOnce(shaken, file, folder.data, random)) killed++;
    }
    const last = await importFile({ file, data: folder.data, environment: shaken.environment() });

    assert.ok(killed >= rounds / 2, `${killed} of ${rounds} rounds were killed before they were done`);
    assert.equal(last.stopped, undefined);
    assert.deepEqual([last.waiting, last.deadLetters, last.parked], [0, 0, 0]);
    for (const object of ['PulseSurvey__c', 'AccountPulse__c', 'ContactPulse__c', 'PulseResponse__c', 'PulseReason__c']) {
      const [expected, found] = [sorted(calm, object), sorted(shaken, object)];
      const difference = expected.findIndex((record, index) => record !== found[index]);
      assert.equal(found[difference], expected[difference], `${object} differs, seed ${seed}`);
      assert.equal(found.length, expected.length, `${object}, seed ${seed}`);
    }
  },
);

async function orgWithContacts(): Promise<StubOrg> {
  const org = await startStubOrg();
  org.records.add('Contact', ...canonicalContacts);
  return org;
}

/** @returns whether the run was killed before its end. Kills after some milliseconds, or at a moment that matters: between a commit in the org and the service's learning of it. */
async function killOnce(org: StubOrg, file: string, data: string, random: () => number): Promise<boolean> {
  const child = spawn(process.execPath, [command, 'import', file, '--data', data], {
    env: { ...process.env, ...org.environment() },
    stdio: 'ignore',
  });
  const kill = (): void => void child.kill('SIGKILL');
  const before = org.calls();
  const fatalCall = 1 + Math.floor(random() * 2);
  const byTime = random() < 0.5;
  const timer = byTime ? setTimeout(kill, 150 + random() * 500) : undefined;
  org.failRequests((call) => {
    if (byTime || call - before !== fatalCall) return undefined;
    setImmediate(kill);
    return random() < 0.5 ? 'cut before' : 'cut after';
  });
  await once(child, 'exit');
  clearTimeout(timer);
  org.failRequests(undefined);
  return child.signalCode === 'SIGKILL';
}

function sorted(org: StubOrg, object: string): string[] {
  const texts = org.records
    .all(object)
    .map((record) => JSON.stringify(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))));
  return texts.sort();
}
