import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, answers, pushRun } from '../testing/pushRun.ts';

const bulk = { bulkFrom: 50 };

test('many answers go by few jobs, with their parents and reasons, each once', async (t) => {
  const { org, store, drain, client } = await pushRun(t, { push: bulk });
  await store.accept(
    answers(400, (index) =>
      answer(String(index), { reasons: index % 4 === 0 ? ['price'] : [] }, { respondent: `p${index % 90}`, survey: 'web' }),
    ),
  );
  assert.deepEqual(await drain(), { created: 400, updated: 0, kept: 0 });
  assert.deepEqual(org.bulk.started, ['insert PulseResponse__c']);
  assert.equal(org.records.all('PulseResponse__c').length, 400);
  assert.equal(org.records.all('ContactPulse__c').length, 90);
  assert.equal(org.records.all('PulseReason__c').length, 100);
  assert.equal(org.records.byKey('PulseResponse__c', 's:7')?.['Comment__c'], 'comment 7');
  assert.equal((await store.counts()).pushed, 400);
  assert.ok(client.calls <= 8, `${client.calls} calls`);
  assert.deepEqual(await store.takeLoads('one', 1_000), []);
});

test('texts with quotes, commas, line breaks and edges arrive as they were; the word for nothing goes by the stream', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: { bulkFrom: 2 } });
  const comments = ['a "quoted", one', 'two\nlines\r\nthree', ' edges ', '#N/A', 'plain', ''];
  await store.accept(comments.map((comment, index) => answer(String(index), {}, { comment })));
  assert.equal((await drain()).created, 6);
  assert.deepEqual(
    comments.map((_, index) => org.records.byKey('PulseResponse__c', `s:${index}`)?.['Comment__c'] ?? ''),
    comments,
  );
});

test('rows the org refuses for their content are dead letters, those that were there already are changed there', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: bulk });
  org.failRecords((object, record) =>
    object === 'PulseResponse__c' && String(record['ExternalId__c']).endsWith('3')
      ? { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not a three' }
      : undefined,
  );
  org.records.create({ attributes: { type: 'AccountPulse__c' }, Key__c: 'A:x' });
  org.records.create({ attributes: { type: 'ContactPulse__c' }, Key__c: 'C:x', AccountPulse__r: { Key__c: 'A:x' } });
  org.records.create({ attributes: { type: 'PulseResponse__c' }, ExternalId__c: 's:5', ContactPulse__r: { Key__c: 'C:x' }, Rating__c: 1 });
  await store.accept(answers(100));
  assert.deepEqual(await drain(), { created: 89, updated: 1, kept: 0 });
  assert.deepEqual((await store.counts()).dead, 10);
  assert.equal((await store.refusals(1))[0]?.reason, 'PulseResponse__c: Not a three');
  assert.deepEqual(
    [org.records.byKey('PulseResponse__c', 's:5')?.['Rating__c'], org.records.byKey('PulseResponse__c', 's:5')?.['ContactPulse__r']],
    [5, 'C:x'],
  );
});

test('a job that fails half-way: what it saved is not sent again, the rest is', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: bulk });
  await store.accept(answers(120));
  org.bulk.failAfter = 30;
  const counts = await drain();
  assert.equal(org.records.all('PulseResponse__c').length, 120);
  assert.equal(counts.created + counts.updated, 120);
  assert.equal((await store.counts()).pushed, 120);
});

test('a job that vanishes after its work is done anew, and doubles nothing', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: bulk });
  await store.accept(answers(120));
  let vanished = 0;
  org.bulk.vanishes = () => vanished++ === 0;
  const counts = await drain();
  assert.equal(counts.created + counts.updated, 120);
  assert.equal(org.records.all('PulseResponse__c').length, 120);
  assert.equal((await store.counts()).waiting, 0);
});

test('an org that takes no jobs: the stream brings everything', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: bulk });
  await store.accept(answers(120));
  org.refuseBulk = true;
  assert.equal((await drain()).created, 120);
  assert.deepEqual(org.bulk.started, []);
});

test('many changed answers go by a job too; what people did to them stays', async (t) => {
  const { org, store, drain } = await pushRun(t, { push: bulk });
  const version = (rating: number, comment: string | null, day: string) => (index: number) =>
    answer(String(index), { rating, updatedAt: `2026-02-${day}T00:00:00.000Z` }, { comment });
  await store.accept(answers(1_100, version(5, 'first', '01')));
  await drain();
  await store.accept(answers(1_100, version(9, null, '02')));
  assert.deepEqual(await drain(), { created: 0, updated: 1_100, kept: 0 });
  assert.deepEqual(org.bulk.started, ['insert PulseResponse__c', 'upsert PulseResponse__c']);
  const stored = org.records.byKey('PulseResponse__c', 's:8');
  assert.deepEqual([stored?.['Rating__c'], stored?.['Comment__c'], stored?.['Source__c']], [9, undefined, 's']);
});

for (const lost of [1, 2, 3, 4, 5, 6]) {
  test(`given a load whose reply ${lost} is lost after the org has done it, then the answers still go by one job, each once`, async (t) => {
    const { org, store, drain } = await pushRun(t, { push: bulk });
    await store.accept(answers(120));
    const before = org.calls();
    org.failRequests((call) => (call - before === lost ? 'cut after' : undefined));
    await drain();
    assert.equal(org.records.all('PulseResponse__c').length, 120);
    assert.deepEqual(org.bulk.started, ['insert PulseResponse__c']);
    assert.equal((await store.counts()).pushed, 120);
  });
}

for (const fatal of [3, 4, 5, 6, 7]) {
  test(`killed at request ${fatal} of a load, the next run takes it up where it was`, async (t) => {
    const { org, store, pusher, restarted } = await pushRun(t, { push: bulk });
    await store.accept(answers(120));
    const dead = new Promise<never>(() => undefined);
    const before = org.calls();
    // A process that is killed: its requests find an org that hangs up, and it does nothing more about it.
    org.failRequests((call) => (call - before >= fatal ? 'cut after' : undefined));
    await Promise.race([pusher.drain().catch(() => undefined), dead]);
    org.failRequests(undefined);
    const counts = await restarted().drain();
    assert.equal(org.records.all('PulseResponse__c').length, 120);
    const { waiting, pushed, dead: deadLetters } = await store.counts();
    assert.deepEqual([waiting, pushed, deadLetters], [0, 120, 0], JSON.stringify(counts));
    const jobs = org.bulk.started.filter((one) => one === 'insert PulseResponse__c').length;
    assert.ok(jobs <= 1, `${jobs} jobs`);
  });
}
