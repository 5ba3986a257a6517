import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { until } from '../testing/until.ts';
import { answer, answers, pushRun } from './testing/pushRun.ts';

test('the loop pushes what comes in, when it is woken and when it is not', async (t) => {
  const { org, store, pusher } = await pushRun(t);
  const loop = pusher.loop();
  const stop = new AbortController();
  const running = loop.run(stop.signal);
  await store.accept([answer('1')]);
  loop.wake();
  await until('the first answer is there', () => org.records.all('PulseResponse__c').length === 1);
  await store.accept([answer('2')]);
  await until('the second is there', () => org.records.all('PulseResponse__c').length === 2);
  stop.abort();
  await running;
  assert.equal((await store.counts()).pushed, 2);
});

test('what comes in while a batch window is open travels in one call, sent when it ends', async (t) => {
  const { org, store, pusher } = await pushRun(t, { push: { batchWindowMilliseconds: 400 } });
  const loop = pusher.loop();
  const stop = new AbortController();
  const running = loop.run(stop.signal);
  const began = Date.now();
  let sentAfter = 0;
  org.failRequests(() => {
    sentAfter = Date.now() - began;
    return undefined;
  });
  await store.accept([answer('1')]);
  loop.wake(began);
  await store.accept([answer('2')]);
  loop.wake(Date.now());
  await until('both are there', () => org.records.all('PulseResponse__c').length === 2);
  stop.abort();
  await running;
  assert.equal(org.calls(), 1);
  assert.ok(sentAfter >= 400 * 0.75, `sent ${sentAfter} ms after the first came in`);
});

test('a backlog larger than the memory travels in full calls, though accounts are in one call at a time', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: { bulkFrom: 0 } });
  await store.accept(answers(12_000, (index) => answer(String(index), {}, { respondent: `person ${index % 500}` })));
  await drain();
  assert.equal(org.records.all('PulseResponse__c').length, 12_000);
  // 60 collections of answers, three of respondents, one of their accounts: five to a call.
  const parents = org.records.all('AccountPulse__c').length;
  const fewest = Math.ceil((60 + 3 + Math.ceil(parents / 200)) / 5);
  assert.ok(org.calls() <= fewest * 1.1, `${org.calls()} calls where ${fewest} would do`);
});

test('an idle loop asks the org nothing', async (t) => {
  const { client, pusher } = await pushRun(t);
  const stop = new AbortController();
  const running = pusher.loop().run(stop.signal);
  await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  await running;
  assert.equal(client.calls, 0);
});

test('an org that takes nothing more is said once and waited for; then everything goes on', async (t) => {
  const said: (string | undefined)[] = [];
  const telemetry = {
    ...silentTelemetry,
    condition: (part: string, problem?: string): void => {
      if (part === 'org') said.push(problem);
    },
  };
  const { org, store, pusher } = await pushRun(t, { telemetry });
  org.failRequests(() => ({ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }] }));
  await store.accept(answers(20));
  const stop = new AbortController();
  const running = pusher.loop().run(stop.signal);
  await until('it is said', () => said.length > 0);
  assert.match(said[0] ?? '', /no more requests for now \(REQUEST_LIMIT_EXCEEDED/);
  org.failRequests(undefined);
  await until('all are there', () => org.records.all('PulseResponse__c').length === 20);
  await until('the org is said to be well', () => said.at(-1) === undefined);
  stop.abort();
  await running;
});

test('what changes while it is on its way is sent again in its new version', async (t) => {
  const { org, store, drain } = await pushRun(t);
  await store.accept([answer('1', { rating: 3, updatedAt: '2026-02-01T00:00:00.000Z' })]);
  org.failRecords((object) => {
    if (object === 'PulseResponse__c') void store.accept([answer('1', { rating: 9, updatedAt: '2026-02-02T00:00:00.000Z' })]);
    return undefined;
  });
  await drain();
  assert.equal(org.records.byKey('PulseResponse__c', 's:1')?.['Rating__c'], 9);
});

test('calls that the org keeps for others are left to them', async (t) => {
  const { store, drain, client } = await pushRun(t, { client: { reserve: 0.95 } });
  await store.accept(answers(5));
  client.noteUsage({ used: 96_000, limit: 100_000 });
  await assert.rejects(drain(), /4000 of its 100000 API calls a day left, and 95 % of them are kept for others/);
  assert.equal(client.calls, 0);
  assert.equal((await store.counts()).waiting, 5);
});
