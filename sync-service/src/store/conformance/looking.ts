import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, withStore, type OpenStore } from './opening.ts';

/** What commands that only look may rely on. */
export function lookingConformance(name: string, open: OpenStore): void {
  test(
    `${name}: every answer is gone through in order, page by page`,
    withStore(open, async (store) => {
      await store.accept(['1', '2', '3'].map((id) => answerOf(id)));
      const first = await store.answersAfter(0, 2);
      const rest = await store.answersAfter(first.at(-1)?.sequence ?? 0, 2);
      assert.deepEqual(
        [...first, ...rest].map(({ externalId, answer }) => [externalId, answer?.rating]),
        [1, 2, 3].map((id) => [`test:${id}`, 5]),
      );
    }),
  );

  test(
    `${name}: when something last came from a source`,
    withStore(open, async (store) => {
      const delivery = { source: 'shop', via: 'webhook', body: new TextEncoder().encode('{}') } as const;
      await store.receive([
        { ...delivery, receivedAt: '2024-01-01T00:00:00.000Z' },
        { ...delivery, receivedAt: '2024-01-02T00:00:00.000Z' },
      ]);
      assert.equal(await store.lastReceived('shop'), '2024-01-02T00:00:00.000Z');
      assert.equal(await store.lastReceived('other'), undefined);
    }),
  );
}
