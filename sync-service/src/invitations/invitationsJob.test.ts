import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SenderDesk } from './senderDesk.ts';
import { otherSurveys } from './senders/kinds.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { workFolder } from '../testing/workFolder.ts';
import { invitationsJob } from './invitationsJob.ts';
import { invitationsSettings } from './settings.ts';
import { MemorySender } from './testing/memorySender.ts';
import { StubInvitations } from './testing/stubInvitations.ts';

const signal = new AbortController().signal;

interface World {
  readonly org: StubInvitations;
  readonly store: Store;
  readonly sender: MemorySender;
  readonly problems: (string | undefined)[];
  /** Runs the job once as a process of that name. */
  readonly run: (worker?: string, settings?: object) => Promise<void>;
}

async function world(t: TestContext, sender = new MemorySender()): Promise<World> {
  const org = await new StubInvitations().start();
  const store = openSqliteStore(workFolder(t).data);
  t.after(async () => {
    await org.close();
    await store.close();
  });
  const problems: (string | undefined)[] = [];
  const telemetry = { ...silentTelemetry, condition: (_: string, problem?: string) => void problems.push(problem) };
  const senders = [{ sender, surveys: [otherSurveys] }];
  return {
    ...{ org, store, sender, problems },
    run: (worker = 'one', settings = {}) =>
      invitationsJob({
        ...{ store, senders, telemetry, worker },
        client: org.client(),
        settings: invitationsSettings.parse(settings),
        now: () => new Date(org.now),
      }).run(signal),
  };
}

test('given invitations that are due, when the job runs, then each is sent once, with its wording, and the org knows', async (t) => {
  const { org, sender, run } = await world(t);
  const survey = org.addSurvey('case-closed');
  const ids = org.addDue(survey, 30);
  org.addDue(survey, 1, { SendAfter__c: org.time(60) });
  await run();
  await run();
  assert.deepEqual(sender.got.sort(), ids.map((id) => `${id}:first`).sort());
  assert.deepEqual(org.statuses(), { Sent: 30, Requested: 1 });
  assert.deepEqual(sender.handed[0]?.wording, { question: 'How likely?', furtherQuestions: ['Why?'] });
  assert.equal(sender.handed[0].surveyKey, 'case-closed');
});

test('given nothing to do, when the job runs, then it costs one call', async (t) => {
  const { org, run } = await world(t);
  org.addSurvey('case-closed');
  await run();
  assert.equal(org.calls, 1);
});

test('given a daily cap, when the job runs again and again, then no more are sent that day, and the rest the next', async (t) => {
  const { org, run } = await world(t);
  org.addDue(org.addSurvey('capped', 10), 25);
  org.addDue(org.addSurvey('free'), 5);
  await run();
  await run();
  assert.deepEqual(org.statuses(), { Sent: 15, Requested: 15 });
  org.now += 24 * 3_600_000;
  await run();
  assert.deepEqual(org.statuses(), { Sent: 25, Requested: 5 });
});

test('given two deployments that share nothing but the org, when they run at once, then nobody is asked twice and the cap holds', async (t) => {
  const one = await world(t);
  const other = openSqliteStore(workFolder(t).data);
  t.after(() => other.close());
  one.org.addDue(one.org.addSurvey('capped', 40), 100);
  const second = invitationsJob({
    ...{ store: other, telemetry: silentTelemetry, worker: 'two', client: one.org.client() },
    senders: [{ sender: one.sender, surveys: [otherSurveys] }],
    settings: invitationsSettings.parse({}),
    now: () => new Date(one.org.now),
  });
  await Promise.all([one.run(), second.run(signal)]);
  await Promise.all([one.run(), second.run(signal)]);
  assert.equal(new Set(one.sender.got).size, one.sender.got.length);
  assert.equal(one.sender.got.length, 40);
});

test('given somebody who must not be asked any more, when it is checked before the hand-over, then the org says why and nothing is sent', async (t) => {
  const { org, sender, run } = await world(t);
  const [out = '', unchecked = ''] = org.addDue(org.addSurvey('case-closed'), 3);
  org.recheck = ({ Id }) => {
    if (Id === out) return { outcome: 'Suppressed', reason: 'OptedOut', detail: 'Opted out of all surveys.' };
    return { outcome: Id === unchecked ? 'Failed' : 'Requested' };
  };
  await run();
  assert.equal(sender.got.length, 1);
  const suppressed = org.invitations.get(out);
  assert.deepEqual([suppressed?.Status__c, suppressed?.SuppressionReason__c], ['Suppressed', 'OptedOut']);
  assert.ok(Date.parse(String(org.invitations.get(unchecked)?.ClaimedUntil__c).replace('+0000', 'Z')) <= org.now, 'given back');
});

test('given a sender that refuses one for good, when the job runs, then that one is Failed with the reason', async (t) => {
  const { org, sender, run } = await world(t);
  const [bad = ''] = org.addDue(org.addSurvey('case-closed'), 2);
  sender.gate = ({ id }) => (id === bad ? { kind: 'refused', reason: 'The mailbox is unknown.' } : 'send');
  await run();
  assert.deepEqual(org.statuses(), { Failed: 1, Sent: 1 });
  assert.equal(org.invitations.get(bad)?.FailureReason__c, 'The mailbox is unknown.');
});

test('given a sender that is away, when the job runs, then the claims are given back, the operator is told, and later all are sent', async (t) => {
  const { org, sender, problems, run } = await world(t);
  org.addDue(org.addSurvey('case-closed'), 60);
  sender.gate = () => ({ kind: 'later', reason: 'The mailer is away.' });
  await run();
  assert.deepEqual(problems.at(-1), 'The mailer is away.');
  assert.equal(sender.got.length, 0);
  assert.ok(
    [...org.invitations.values()].every(
      ({ ClaimedUntil__c: until }) => until == null || Date.parse(until.replace('+0000', 'Z')) <= org.now,
    ),
  );
  sender.gate = () => 'send';
  await run('after a restart');
  assert.deepEqual(org.statuses(), { Sent: 60 });
  assert.equal(problems.at(-1), undefined);
});

test('given an answer that got lost, when the sender is asked, then what was sent is not sent again, and what was not is', async (t) => {
  const { org, sender, run } = await world(t);
  const [sent = '', lost = ''] = org.addDue(org.addSurvey('case-closed'), 2);
  sender.gate = ({ id }) => (id === sent ? 'lost after sending' : { kind: 'unsure', reason: 'cut' });
  await run();
  sender.gate = () => 'send';
  await run('after a restart');
  await run('after a restart');
  assert.deepEqual(sender.got.sort(), [`${sent}:first`, `${lost}:first`].sort());
  assert.deepEqual(org.statuses(), { Sent: 2 });
});

test('given a sender that does not know either, when an answer got lost, then the invitation is Failed and says so', async (t) => {
  const { org, sender, run } = await world(t);
  const [id = ''] = org.addDue(org.addSurvey('case-closed'), 1);
  sender.gate = () => 'lost after sending';
  sender.knows = false;
  await run();
  await run('after a restart');
  assert.deepEqual(sender.got, [`${id}:first`]);
  assert.match(String(org.invitations.get(id)?.FailureReason__c), /cannot be told whether the survey was sent/);
});

test('given a sender that sends once whatever happens, when an answer got lost, then it is given the same again', async (t) => {
  const { org, sender, run } = await world(t, new MemorySender({ idempotent: true }));
  org.addDue(org.addSurvey('case-closed'), 3);
  sender.gate = () => 'lost after sending';
  await run();
  sender.gate = () => 'send';
  await run('after a restart');
  assert.equal(sender.got.length, 3);
  assert.equal(sender.handed.length, 6);
  assert.deepEqual(org.statuses(), { Sent: 3 });
});

test('given a customer who answers before the org was told of the sending, when it is told, then the answer stands and the time is kept', async (t) => {
  const { org, sender, run } = await world(t);
  const [id = ''] = org.addDue(org.addSurvey('case-closed'), 1);
  sender.gate = () => {
    const invitation = org.invitations.get(id);
    if (invitation !== undefined) invitation.Status__c = 'Answered';
    return 'send';
  };
  await run();
  assert.equal(org.invitations.get(id)?.Status__c, 'Answered');
  assert.equal(org.invitations.get(id)?.SentAt__c, org.time());
});

test('given a claim that ran out before the org could be told, when it can be, then the invitation is Sent and nobody sends it again', async (t) => {
  const { org, sender, run } = await world(t);
  const [id = ''] = org.addDue(org.addSurvey('case-closed'), 1);
  let isAway = false;
  org.gate = () => (isAway ? 'cut before' : 'go');
  sender.gate = () => {
    isAway = true;
    return 'send';
  };
  await assert.rejects(run());
  isAway = false;
  org.now += 3_600_000;
  const invitation = org.invitations.get(id);
  if (invitation !== undefined) invitation.Status__c = 'Requested';
  await run();
  await run();
  assert.deepEqual(sender.got, [`${id}:first`]);
  assert.equal(org.invitations.get(id)?.Status__c, 'Sent');
});

test('given reminders that are due, when the job runs, then each is sent once, also after a sender that was away', async (t) => {
  const { org, sender, run } = await world(t, new MemorySender({ idempotent: true }));
  const values = { Status__c: 'Sent', SentAt__c: org.time(-86_400), RemindAt__c: org.time(-60) };
  org.addDue(org.addSurvey('case-closed'), 3, values);
  sender.gate = () => ({ kind: 'later', reason: 'away' });
  await run();
  assert.equal(sender.got.length, 0);
  sender.gate = () => 'send';
  await run('after a restart');
  await run('after a restart');
  assert.equal(sender.got.length, 3);
  assert.ok(sender.handed.every(({ kind }) => kind === 'reminder'));
});

test('given a platform that reminds by itself, when reminders are due, then none is handed over', async (t) => {
  const { org, sender, run } = await world(t, new MemorySender({ reminds: false }));
  org.addDue(org.addSurvey('case-closed'), 1, { Status__c: 'Sent', SentAt__c: org.time(-86_400), RemindAt__c: org.time(-60) });
  await run();
  assert.deepEqual(sender.got, []);
});

test('given invitations whose time is over, when the job runs, then they expire and are not sent', async (t) => {
  const { org, sender, run } = await world(t);
  const survey = org.addSurvey('case-closed');
  org.addDue(survey, 1, { ExpiresAt__c: org.time(-1) });
  org.addDue(survey, 1, { ExpiresAt__c: org.time(-1), Status__c: 'Sent', SentAt__c: org.time(-86_400) });
  await run();
  assert.deepEqual(org.statuses(), { Expired: 2 });
  assert.deepEqual(sender.got, []);
});

test('given what platforms say about invitations, when the job runs, then the org knows what was opened and what came back', async (t) => {
  const { org, store, run } = await world(t);
  const survey = org.addSurvey('case-closed');
  const sent = { Status__c: 'Sent', SentAt__c: org.time(-600) };
  const [opened = '', bounced = '', both = ''] = org.addDue(survey, 3, sent);
  const [answered = ''] = org.addDue(survey, 1, { ...sent, Status__c: 'Answered' });
  const [early = ''] = org.addDue(survey, 1, { Status__c: 'Claimed', ClaimedBy__c: 'somebody', ClaimedUntil__c: org.time(600) });
  const at = '2026-03-02T08:55:00.000Z';
  await store.noteInvitationEvents([
    { invitationId: opened, kind: 'opened', at },
    { invitationId: bounced, kind: 'bounced', at },
    { invitationId: both, kind: 'opened', at },
    { invitationId: both, kind: 'bounced', at },
    { invitationId: answered, kind: 'opened', at },
    { invitationId: early, kind: 'opened', at },
    { invitationId: "nobody's id'); --", kind: 'opened', at },
  ]);
  await run();
  assert.deepEqual(
    [opened, bounced, answered].map((id) => org.invitations.get(id)?.Status__c),
    ['Opened', 'Failed', 'Answered'],
  );
  assert.equal(org.invitations.get(opened)?.OpenedAt__c, '2026-03-02T08:55:00.000+0000');
  await run();
  assert.equal((await store.sendingFigures()).events, 1, 'what came too early waits');
});

test('given surveys that nobody sends, when they are due, then nothing is claimed and the operator is told', async (t) => {
  const { org, store, problems } = await world(t);
  const sender = new MemorySender();
  org.addDue(org.addSurvey('other'), 2);
  await invitationsJob({
    ...{ store, worker: 'one', client: org.client(), settings: invitationsSettings.parse({}), now: () => new Date(org.now) },
    senders: [{ sender, surveys: ['case-closed'] }],
    telemetry: { ...silentTelemetry, condition: (_: string, problem?: string) => void problems.push(problem) },
  }).run(signal);
  assert.deepEqual(org.statuses(), { Requested: 2 });
  assert.match(String(problems.at(-1)), /2 invitations of the survey other are due, and no sender is set up for it/);
});

test('given a sender that fails again and again, when it is left alone, then longer each time and never for longer than a quarter of an hour', () => {
  let now = 0;
  const sender = new MemorySender();
  const desk = new SenderDesk([{ sender, surveys: [otherSurveys] }], () => now);
  const pauses = Array.from({ length: 8 }, () => {
    desk.pause(sender, 'away');
    const began = now;
    while (!desk.takesNow(sender)) now += 1_000;
    return (now - began) / 1_000;
  });
  assert.deepEqual(pauses, [30, 60, 120, 240, 480, 900, 900, 900]);
  desk.pause(sender, 'away', 3_600_000);
  now += 3_599_000;
  assert.equal(desk.takesNow(sender), false, 'it said when to come back');
  desk.works(sender);
  assert.deepEqual(desk.problems(), []);
});
