import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorOf } from '../bulkLoadStore.ts';
import type { BulkLoad } from '../ports/bulkLoads.ts';
import type { Assignment, Store } from '../store.ts';
import { answerOf, withStore, type OpenStore } from './opening.ts';

function placeOf(account: string): Assignment {
  return { accountPulse: { key: account }, contactPulse: { key: `R:${account}` }, rule: 'respondent' };
}

/** So many answers that wait with a place, by turns of two accounts. */
async function withPlaces(store: Store, count: number): Promise<void> {
  await store.accept(Array.from({ length: count }, (_, index) => answerOf(String(index))));
  const waiting = await store.waiting(0, count);
  await store.assign(new Map(waiting.map(({ sequence }, index) => [sequence, placeOf(index % 2 === 0 ? 'A:b' : 'A:a')])));
}

async function begun(store: Store, worker = 'one', limit = 100): Promise<BulkLoad> {
  const load = await store.beginLoad(worker, 'all', limit, 60_000);
  assert.ok(load, 'a load has begun');
  return load;
}

/** What every store does with loads by the Bulk API. */
export function bulkLoadsConformance(name: string, open: OpenStore): void {
  test(
    `${name}: a load takes answers that have a place out of the stream's sight, in the order of their accounts, page by page`,
    withStore(open, async (store) => {
      assert.equal(await store.beginLoad('one', 'all', 10, 60_000), undefined);
      await withPlaces(store, 5);
      await store.accept([answerOf('without a place')]);
      const load = await begun(store);
      assert.equal(load.answers, 5);
      assert.deepEqual(
        (await store.waiting(0, 10)).map(({ externalId }) => externalId),
        ['test:without a place'],
      );
      assert.equal(await store.waitingCount('all', 10), 1);
      const first = await store.loadAnswers(load.id, 3);
      const last = first.at(-1);
      assert.ok(last);
      const rest = await store.loadAnswers(load.id, 3, cursorOf(last));
      assert.deepEqual(
        [...first, ...rest].map(({ externalId }) => externalId),
        ['test:1', 'test:3', 'test:0', 'test:2', 'test:4'],
      );
      assert.deepEqual(await store.loadAnswers(load.id, 10, undefined, cursorOf(last)), first);
    }),
  );

  test(
    `${name}: what is finished leaves the load, the rest waits again when it ends`,
    withStore(open, async (store) => {
      await withPlaces(store, 3);
      const load = await begun(store);
      const [done, refused] = await store.loadAnswers(load.id, 2);
      assert.ok(done && refused);
      await store.finish([
        { sequence: done.sequence, contentHash: done.contentHash, state: 'pushed' },
        { sequence: refused.sequence, contentHash: refused.contentHash, state: 'dead', error: { code: 'CODE', reason: 'why' } },
      ]);
      assert.equal((await store.loadAnswers(load.id, 10)).length, 1);
      await store.endLoad(load.id);
      assert.equal((await store.waiting(0, 10)).length, 1);
      assert.deepEqual([await store.loadAnswers(load.id, 10), await store.takeLoads('one', 60_000)], [[], []]);
      const { waiting, pushed, dead } = await store.counts();
      assert.deepEqual([waiting, pushed, dead], [1, 1, 1]);
    }),
  );

  test(
    `${name}: an answer that changes under a load is left out of it for good, also when it changes back, and waits when it ends`,
    withStore(open, async (store) => {
      const version = (rating: number): Parameters<typeof answerOf>[1] => ({ rating, updatedAt: null });
      await store.accept([answerOf('1', version(1))]);
      const [answer] = await store.waiting(0, 1);
      await store.assign(new Map([[answer?.sequence ?? 0, placeOf('A:a')]]));
      const load = await begun(store);
      await store.accept([answerOf('1', version(2))]);
      await store.accept([answerOf('1', version(1))]);
      assert.deepEqual(await store.loadAnswers(load.id, 10), []);
      assert.deepEqual(await store.waiting(0, 10), []);
      await store.endLoad(load.id);
      assert.equal((await store.waiting(0, 10)).length, 1);
    }),
  );

  test(
    `${name}: jobs of a load are kept step by step, and found by who takes it up again`,
    withStore(open, async (store, again) => {
      await withPlaces(store, 2);
      const load = await begun(store, 'one', 1);
      const job = { step: 'responses', object: 'PulseResponse__c', operation: 'insert' } as const;
      await store.saveJob(load.id, { ...job, step: 'accounts', state: 'processed' });
      await store.saveJob(load.id, { ...job, state: 'planned' });
      const through = { account: 'A:b', sequence: 2 };
      await store.saveJob(load.id, { ...job, state: 'uploaded', orgJobId: '750', through, rows: 1 });
      assert.equal(await store.renewLoad(load.id, 'one', 60_000), true);
      assert.equal(await store.renewLoad(load.id, 'another', 60_000), false);
      const reopened = await again();
      const [found, ...more] = await reopened.takeLoads('one', 60_000);
      assert.deepEqual(more, []);
      assert.deepEqual(found, {
        id: load.id,
        answers: 1,
        jobs: [
          { ...job, step: 'accounts', state: 'processed' },
          { ...job, state: 'uploaded', orgJobId: '750', through, rows: 1 },
        ],
      });
      await reopened.close();
    }),
  );

  test(
    `${name}: a load whose worker has not renewed it in time is another's`,
    withStore(open, async (store) => {
      await withPlaces(store, 1);
      const load = await store.beginLoad('one', 'all', 10, -1_000);
      assert.ok(load);
      const [taken] = await store.takeLoads('two', 60_000);
      assert.equal(taken?.id, load.id);
      assert.equal(await store.renewLoad(load.id, 'one', 60_000), false);
    }),
  );
}
