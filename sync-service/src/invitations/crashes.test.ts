import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { workFolder } from '../testing/workFolder.ts';
import { invitationsJob } from './invitationsJob.ts';
import { otherSurveys } from './senders/kinds.ts';
import { invitationsSettings } from './settings.ts';
import { Mortal } from './testing/crashes.ts';
import { MemorySender } from './testing/memorySender.ts';
import { StubInvitations } from './testing/stubInvitations.ts';

const signal = new AbortController().signal;
const settings = invitationsSettings.parse({ batchSize: 2 });

/** The moment of a crash: at the so-many-th thing that happens outside of the process, before it or after it. */
interface Crash {
  readonly at: number;
  readonly when: 'before' | 'after';
}

interface Story {
  readonly org: StubInvitations;
  readonly sender: MemorySender;
  readonly folder: string;
}

/** Runs the job in a process that dies at that moment. @returns whether it got so far */
async function runAndDie({ org, sender, folder }: Story, crash: Crash): Promise<boolean> {
  const process = new Mortal();
  let happened = 0;
  const isTheMoment = (): boolean => ++happened === crash.at;
  org.gate = () => {
    if (process.isDead) return 'cut before';
    if (!isTheMoment()) return 'go';
    process.kill();
    return crash.when === 'before' ? 'cut before' : 'cut after';
  };
  sender.gate = () => {
    if (process.isDead) return { kind: 'later', reason: 'nobody is there' };
    if (!isTheMoment()) return 'send';
    process.kill();
    return crash.when === 'before' ? { kind: 'later', reason: 'killed before' } : 'lost after sending';
  };
  const store = openSqliteStore(folder);
  try {
    await invitationsJob({
      ...{ settings, telemetry: silentTelemetry, worker: `dying ${crash.at}`, client: org.client() },
      store: process.holding(store),
      senders: [{ sender, surveys: [otherSurveys] }],
      now: () => new Date(org.now),
    }).run(signal);
  } catch (thrown) {
    if (!process.isDead) throw thrown;
  } finally {
    await store.close();
  }
  return process.isDead;
}

/** Runs the job in processes that live, soon after the crash: nothing waits until claims of the dead run out. */
async function runToTheEnd({ org, sender, folder }: Story): Promise<void> {
  org.gate = () => 'go';
  sender.gate = () => 'send';
  const store = openSqliteStore(folder);
  for (let run = 0; run < 3; run++) {
    org.now += 5_000;
    await invitationsJob({
      ...{ store, settings, telemetry: silentTelemetry, worker: `living ${run}`, client: org.client() },
      senders: [{ sender, surveys: [otherSurveys] }],
      now: () => new Date(org.now),
    }).run(signal);
  }
  await store.close();
}

async function story(t: TestContext, folder: string, sender: MemorySender): Promise<Story> {
  const org = await new StubInvitations().start();
  t.after(() => org.close());
  const survey = org.addSurvey('case-closed');
  org.addDue(survey, 3);
  org.addDue(survey, 1, { Status__c: 'Sent', SentAt__c: org.time(-86_400), RemindAt__c: org.time(-60) });
  return { org, sender, folder };
}

/** Kills a run at every moment it has, one after the other, and looks at what customers got in the end. */
async function atEveryMoment(
  t: TestContext,
  when: Crash['when'],
  makeSender: () => MemorySender,
  check: (story: Story, crash: Crash) => void,
): Promise<void> {
  const folder = workFolder(t).path;
  let moments = 0;
  for (let at = 1; ; at++) {
    const crash = { at, when };
    const one = await story(t, path.join(folder, `${when} ${at}`), makeSender());
    const died = await runAndDie(one, crash);
    await runToTheEnd(one);
    check(one, crash);
    await one.org.close();
    if (!died) break;
    moments++;
  }
  assert.ok(moments > 15, `only ${moments} moments were tried`);
}

for (const when of ['before', 'after'] as const) {
  test(`given a sender that can be asked, when the process is killed ${when} any step, then each customer is asked once and the org knows`, async (t) => {
    await atEveryMoment(
      t,
      when,
      () => new MemorySender(),
      ({ org, sender }, { at }) => {
        const first = sender.got.filter((key) => key.endsWith(':first'));
        assert.equal(first.length, 3, `at ${at}: ${first.join(' ')}`);
        assert.equal(new Set(sender.got).size, sender.got.length, `doubled at ${at}`);
        assert.deepEqual(org.statuses(), { Sent: 4 }, `at ${at}`);
      },
    );
  });

  test(`given a sender that sends once whatever happens, when the process is killed ${when} any step, then nothing is lost, reminders included`, async (t) => {
    await atEveryMoment(
      t,
      when,
      () => new MemorySender({ idempotent: true }),
      ({ org, sender }, { at }) => {
        assert.equal(sender.got.length, 4, `at ${at}: ${sender.got.join(' ')}`);
        assert.deepEqual(org.statuses(), { Sent: 4 }, `at ${at}`);
      },
    );
  });

  test(`given a sender that knows nothing, when the process is killed ${when} any step, then nobody is asked twice, and what is unsure says so`, async (t) => {
    const makeSender = (): MemorySender => Object.assign(new MemorySender(), { knows: false });
    await atEveryMoment(t, when, makeSender, ({ org, sender }, { at }) => {
      assert.equal(new Set(sender.got).size, sender.got.length, `doubled at ${at}`);
      const { Sent = 0, Failed = 0 } = org.statuses();
      assert.equal(Sent + Failed, 4, `at ${at}: ${JSON.stringify(org.statuses())}`);
    });
  });
}
