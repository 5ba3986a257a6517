import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PushOutcome, Store } from '../store.ts';
import { answerOf, withStore, type OpenStore } from './opening.ts';

const received = '2024-06-01T12:00:00.000Z';

/** Three refused answers (one parked) and one delivery that nobody understood. */
async function refuseSome(store: Store): Promise<void> {
  // One after the other: within one call their order is the database's.
  for (const answer of [answerOf('1'), answerOf('2', { source: 'other' }), answerOf('3')]) await store.accept([answer]);
  const states = ['dead', 'dead', 'parked'] as const;
  const outcomes = (await store.waiting(0, 10)).map(({ sequence, contentHash }, index): PushOutcome => ({
    sequence,
    contentHash,
    state: states[index] ?? 'dead',
    error: { code: `CODE_${index}`, reason: 'why' },
  }));
  await store.finish(outcomes);
  await store.receive([{ source: 'shop', via: 'webhook', body: Buffer.from('not understood'), receivedAt: received }]);
  const [delivery] = await store.toRead('all', received, 1);
  await store.settleDeliveries([{ id: delivery?.id ?? '', kind: 'dead', code: 'UNREADABLE', reason: 'no JSON' }]);
}

async function ids(
  store: Store,
  ...filter: Parameters<Store['deadLetters']> extends [infer First, ...unknown[]] ? [First] : never
): Promise<string[]> {
  return (await store.deadLetters(filter[0], 100)).map(({ id }) => id);
}

/** What every store does with what cannot reach the org as it is. */
export function deadLettersConformance(name: string, open: OpenStore): void {
  test(
    `${name}: dead letters of both kinds are listed by filter and page by page`,
    withStore(open, async (store) => {
      await refuseSome(store);
      const all = await ids(store, {});
      assert.deepEqual([...all].sort(), ['answer:other:2', 'answer:test:1', 'answer:test:3', 'delivery:1']);
      assert.deepEqual(await ids(store, { source: 'other' }), ['answer:other:2']);
      assert.deepEqual(await ids(store, { code: 'UNREADABLE' }), ['delivery:1']);
      assert.deepEqual(await ids(store, { state: 'parked' }), ['answer:test:3']);
      assert.deepEqual(await ids(store, { ids: ['answer:test:1', 'answer:test:99'] }), ['answer:test:1']);
      assert.deepEqual(await ids(store, { since: '2999-01-01T00:00:00.000Z' }), []);
      assert.equal((await ids(store, { since: '2024-01-01T00:00:00.000Z' })).length, 4);

      const paged: string[] = [];
      for (;;) {
        const [next] = await store.deadLetters({}, 1, paged.at(-1));
        if (next === undefined) break;
        paged.push(next.id);
      }
      assert.deepEqual(paged, all);
      await assert.rejects(store.deadLetters({}, 1, 'answer:unknown'), /There is no answer unknown to go on after/);
      await assert.rejects(store.deadLetters({}, 1, 'unknown'), /is no id of a dead letter/);
    }),
  );

  test(
    `${name}: one dead letter is shown with its content`,
    withStore(open, async (store) => {
      await refuseSome(store);
      const answer = await store.deadLetter('answer:test:1');
      assert.deepEqual([answer?.state, answer?.code, answer?.reason, answer?.source], ['dead', 'CODE_0', 'why', 'test']);
      assert.match(answer?.content ?? '', /"comment":"fine"/);
      const delivery = await store.deadLetter('delivery:1');
      assert.deepEqual([delivery?.content, delivery?.receivedAt, delivery?.kind], ['not understood', received, 'delivery']);
      assert.equal(await store.deadLetter('answer:test:99'), undefined);
      assert.equal(await store.deadLetter('nonsense'), undefined);
    }),
  );

  test(
    `${name}: replayed, answers wait to be pushed and deliveries to be read`,
    withStore(open, async (store) => {
      await refuseSome(store);
      assert.equal(await store.replayDeadLetters({ source: 'other' }), 1);
      assert.deepEqual((await store.waiting(0, 10)).map(({ externalId }) => externalId), ['other:2']); // prettier-ignore
      assert.equal(await store.replayDeadLetters({ ids: ['delivery:1'] }), 1);
      assert.equal((await store.toRead('all', received, 10)).length, 1);
      assert.equal(await store.replayDeadLetters({}), 2);
      assert.equal(await store.replayDeadLetters({}), 0);
      assert.deepEqual(await ids(store, {}), []);
      assert.equal((await store.waiting(0, 10)).length, 3);
    }),
  );

  test(
    `${name}: what is given up stays listed with the reason and is woken only by name or by a new version`,
    withStore(open, async (store) => {
      await refuseSome(store);
      assert.equal(await store.discardDeadLetter('answer:test:1', 'a test of ours'), true);
      assert.equal(await store.discardDeadLetter('delivery:1', 'spam'), true);
      assert.equal(await store.discardDeadLetter('answer:test:1', 'again'), false);
      assert.equal(await store.discardDeadLetter('answer:test:99', 'unknown'), false);
      assert.equal((await store.deadLetter('answer:test:1'))?.discardedBecause, 'a test of ours');
      assert.deepEqual((await ids(store, { state: 'discarded' })).sort(), ['answer:test:1', 'delivery:1']);
      assert.deepEqual(await store.counts(), { waiting: 0, pushed: 0, parked: 1, dead: 1 });
      assert.deepEqual(await store.accept([answerOf('1')]), ['unchanged']);
      assert.equal(await store.replayDeadLetters({}), 2, 'given up ones are not among all');
      assert.equal(await store.replayDeadLetters({ ids: ['delivery:1'] }), 1);
      assert.deepEqual(await store.accept([answerOf('1', { rating: 6 })]), ['changed']);
      assert.equal((await store.counts()).waiting, 3);
    }),
  );

  test(
    `${name}: everything parked is woken by a change of the configuration`,
    withStore(open, async (store) => {
      await refuseSome(store);
      assert.equal(await store.unpark(), 1);
      assert.deepEqual((await store.waiting(0, 10)).map(({ externalId }) => externalId), ['test:3']); // prettier-ignore
    }),
  );
}
