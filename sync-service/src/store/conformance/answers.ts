import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../answer.ts';
import { partitionOf } from '../partitions.ts';
import type { Assignment, PushOutcome, Store, StoredAnswer } from '../store.ts';
import { answerOf, withStore, type OpenStore } from './opening.ts';

const [january, february, march] = ['2024-01-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'] as const;

async function firstWaiting(store: Store): Promise<StoredAnswer> {
  const [first] = await store.waiting(0, 1);
  assert.ok(first, 'something waits');
  return first;
}

function outcome({ sequence, contentHash }: StoredAnswer, state: PushOutcome['state']): PushOutcome {
  return { sequence, contentHash, state, ...(state === 'pushed' ? {} : { error: { code: 'CODE', reason: 'why' } }) };
}

/** What every store does with answers. */
export function answersConformance(name: string, open: OpenStore): void {
  test(
    `${name}: the newest version of an answer wins, in whatever order they come`,
    withStore(open, async (store) => {
      assert.deepEqual(await store.accept([answerOf('1', { updatedAt: february })]), ['new']);
      assert.deepEqual(
        await store.accept([
          answerOf('1', { rating: 4, updatedAt: january }),
          answerOf('1', { rating: 9, updatedAt: march }),
          answerOf('1', { updatedAt: february }),
        ]),
        ['outdated', 'changed', 'outdated'],
      );
      assert.equal((await firstWaiting(store)).answer.rating, 9);
    }),
  );

  test(
    `${name}: a version that says it is of the far future does not shut out the ones that come after it`,
    withStore(open, async (store) => {
      await store.accept([answerOf('1', { rating: 2, updatedAt: '2099-01-01T00:00:00.000Z' })]);
      const now = new Date(Date.now() + 1_000).toISOString();
      assert.deepEqual(await store.accept([answerOf('1', { rating: 7, updatedAt: now })]), ['changed']);
      assert.equal((await firstWaiting(store)).answer.rating, 7);
    }),
  );

  test(
    `${name}: of versions without a time of change the later delivered one wins, whenever it was answered`,
    withStore(open, async (store) => {
      const version = (respondedAt: string): Answer => ({ source: 'test', responseId: '1', respondedAt, text: {} });
      await store.accept([version('2024-12-05T00:00:00.000Z')]);
      assert.deepEqual(await store.accept([version('2024-05-12T00:00:00.000Z')]), ['changed']);
    }),
  );

  test(
    `${name}: versions of one answer in one batch are met one after the other`,
    withStore(open, async (store) => {
      const versions = [answerOf('1'), answerOf('1'), answerOf('1', { rating: 7 }), answerOf('2')];
      assert.deepEqual(await store.accept(versions), ['new', 'pending', 'changed', 'new']);
      assert.deepEqual(
        (await store.waiting(0, 10)).map(({ externalId, answer }) => [externalId, answer.rating]),
        [
          ['test:1', 7],
          ['test:2', 5],
        ],
      );
    }),
  );

  test(
    `${name}: an answer waits until exactly its stored version has been pushed`,
    withStore(open, async (store) => {
      await store.accept([answerOf('1')]);
      const first = await firstWaiting(store);
      await store.accept([answerOf('1', { rating: 6 })]);
      await store.finish([outcome(first, 'pushed')]);
      const second = await firstWaiting(store);
      assert.deepEqual([second.answer.rating, second.everPushed], [6, true]);
      await store.finish([outcome(second, 'pushed')]);
      assert.deepEqual(await store.counts(), { waiting: 0, pushed: 1, parked: 0, dead: 0 });
      assert.deepEqual(await store.accept([answerOf('1', { rating: 6 })]), ['unchanged']);
      assert.deepEqual(await store.accept([answerOf('1', { rating: 7 }), answerOf('1', { rating: 6 })]), ['changed', 'changed']);
      assert.equal((await store.counts()).waiting, 0, 'what the org has already is not pushed again');
      await store.accept([answerOf('1', { rating: 7 })]);
      await store.accept([answerOf('1', { rating: 6 })]);
      const again = await firstWaiting(store);
      assert.equal(again.answer.rating, 6, 'the version between may be on its way to the org: it is pushed over');
      await store.finish([outcome(again, 'pushed')]);
      await store.finish([outcome(first, 'pushed')]);
      assert.equal((await store.counts()).waiting, 1, 'the org has an older version now: the newer one is pushed again');
    }),
  );

  test(
    `${name}: a refusal of a version that is not the stored one any more changes nothing`,
    withStore(open, async (store) => {
      await store.accept([answerOf('1')]);
      const first = await firstWaiting(store);
      await store.accept([answerOf('1', { rating: 6 })]);
      await store.finish([outcome(first, 'dead')]);
      assert.deepEqual(await store.counts(), { waiting: 1, pushed: 0, parked: 0, dead: 0 });
    }),
  );

  test(
    `${name}: a refused answer is shown with its reason, and waits again when it is delivered again`,
    withStore(open, async (store) => {
      await store.accept([answerOf('1')]);
      await store.finish([outcome(await firstWaiting(store), 'dead')]);
      assert.deepEqual(await store.refusals(10), [{ externalId: 'test:1', state: 'dead', code: 'CODE', reason: 'why' }]);
      assert.deepEqual(await store.waiting(0, 10), []);
      assert.deepEqual(await store.accept([answerOf('1')]), ['pending']);
      assert.equal((await store.waiting(0, 10)).length, 1);
    }),
  );

  test(
    `${name}: a place puts an answer into its account's partition; a changed answer that the org never had loses it`,
    withStore(open, async (store, again) => {
      await store.accept([answerOf('1'), answerOf('2')]);
      const [one, two] = await store.waiting(0, 10);
      assert.ok(one && two);
      const assignment: Assignment = { accountPulse: { key: 'A:001' }, contactPulse: { key: 'R:test:a' }, rule: 'respondent' };
      await store.assign(new Map([[one.sequence, assignment], [two.sequence, assignment]])); // prettier-ignore
      const reopened = await again();
      assert.deepEqual((await reopened.waiting(0, 10)).map((stored) => stored.assignment), [assignment, assignment]); // prettier-ignore
      await reopened.close();
      const here = new Set([partitionOf('A:001')]);
      assert.equal((await store.waiting(0, 10, here)).length, 2);
      assert.equal(await store.waitingCount(here, 10), 2);
      assert.equal(await store.waitingCount(here, 1), 1);
      assert.deepEqual(await store.waiting(0, 10, new Set([(partitionOf('A:001') + 1) % 64])), []);
      assert.deepEqual(await store.waiting(0, 10, new Set()), []);

      await store.finish([outcome(two, 'pushed')]);
      await store.accept([answerOf('1', { rating: 1 }), answerOf('2', { rating: 1 })]);
      assert.deepEqual((await store.waiting(0, 10)).map((stored) => stored.assignment), [undefined, assignment]); // prettier-ignore
      assert.equal(await store.waitingCount(new Set([partitionOf('test:1')]), 10), 1);
    }),
  );

  test(
    `${name}: reasons that the org may have are known until a version without them is pushed`,
    withStore(open, async (store) => {
      const withReasons = (reasons: readonly string[], rating: number): Answer => answerOf('1', { reasons, rating });
      await store.accept([withReasons(['price', 'speed'], 1)]);
      assert.deepEqual((await firstWaiting(store)).pushedReasons, []);
      await store.accept([withReasons(['price'], 2)]);
      const second = await firstWaiting(store);
      assert.deepEqual([...second.pushedReasons].sort(), ['price', 'speed'], 'the first version may have reached the org');
      await store.finish([outcome(second, 'pushed')]);
      await store.accept([withReasons([], 3)]);
      assert.deepEqual((await firstWaiting(store)).pushedReasons, ['price']);
    }),
  );

  test(
    `${name}: answers are pushed again from a time on, of one source if asked`,
    withStore(open, async (store) => {
      await store.accept([answerOf('1'), answerOf('2', { source: 'other' })]);
      await store.finish((await store.waiting(0, 10)).map((stored) => outcome(stored, 'pushed')));
      assert.equal(await store.pushAgain('2999-01-01T00:00:00.000Z'), 0);
      assert.equal(await store.pushAgain('2000-01-01T00:00:00.000Z', 'other'), 1);
      assert.deepEqual((await store.waiting(0, 10)).map(({ externalId, everPushed }) => [externalId, everPushed]), [['other:2', true]]); // prettier-ignore
    }),
  );

  test(
    `${name}: figures count answers by state and tell what has waited longest`,
    withStore(open, async (store) => {
      assert.equal((await store.figures()).oldestWaiting, undefined);
      await store.accept([answerOf('1'), answerOf('2'), answerOf('3')]);
      const { receivedAt } = await firstWaiting(store);
      await store.receive([{ source: 'test', via: 'webhook', body: Buffer.from('{}'), receivedAt: '2999-01-01T00:00:00.000Z' }]);
      const figures = await store.figures();
      assert.deepEqual(figures, {
        answers: { waiting: 3, pushed: 0, parked: 0, dead: 0 },
        deliveries: { waiting: 1, dead: 0 },
        oldestWaiting: receivedAt,
      });
    }),
  );

  test(
    `${name}: texts that no database takes as they are come back with their content`,
    withStore(open, async (store) => {
      const comment = 'nul \0, half a pair \ud800, "quotes", \\u0000, 😀';
      assert.deepEqual(await store.accept([answerOf('a\0\ud800', { text: { comment } }), answerOf("it's", { extra: { nul: '\0' } })]), [
        'new',
        'new',
      ]);
      assert.deepEqual((await store.waiting(0, 10)).map(({ answer }) => answer.text.comment), [comment, 'fine']); // prettier-ignore
    }),
  );
}
