import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workFolder } from '../../testing/workFolder.ts';
import { answerOf } from '../conformance/opening.ts';
import type { StoredAnswer } from '../store.ts';
import { openSqliteStore } from './sqliteStore.ts';

/** What may happen to a few answers, in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('deliver' as const), id: fc.nat(2), version: fc.nat(4) }),
  fc.record({ do: fc.constant('send' as const) }),
  /** The org's reply to one of the calls in flight comes in: they may overtake each other. */
  fc.record({ do: fc.constant('settle' as const), call: fc.nat(5), state: fc.constantFrom('pushed' as const, 'dead' as const) }),
  fc.record({ do: fc.constant('replay' as const) }),
  fc.record({ do: fc.constant('restart' as const) }),
);

test('whatever is delivered, sent and answered in whatever order: the newest version is stored, and what is pushed is what the org has', async (t) => {
  const folder = workFolder(t).path;
  let runs = 0;
  const property = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const data = `${folder}/${runs++}`;
    let store = openSqliteStore(data);
    const newest = new Map<string, number>();
    /** By external id: the content the org has, and what is under way to it. */
    const org = new Map<string, string>();
    const inFlight: StoredAnswer[] = [];
    for (const one of steps) {
      if (one.do === 'deliver') {
        const updatedAt = `2024-01-0${one.version + 1}T00:00:00.000Z`;
        await store.accept([answerOf(String(one.id), { rating: one.version, updatedAt })]);
        newest.set(`test:${one.id}`, Math.max(one.version, newest.get(`test:${one.id}`) ?? 0));
      } else if (one.do === 'send') inFlight.push(...(await store.waiting(0, 10)));
      else if (one.do === 'settle') {
        const [call] = inFlight.splice(one.call, 1);
        if (call === undefined) continue;
        if (one.state === 'pushed') org.set(call.externalId, call.contentHash);
        const error = { code: 'CODE', reason: 'why' };
        await store.finish([{ ...call, state: one.state, ...(one.state === 'dead' ? { error } : {}) }]);
      } else if (one.do === 'replay') await store.replayDeadLetters({});
      else {
        await store.close();
        store = openSqliteStore(data);
        inFlight.length = 0;
      }
    }
    await store.replayDeadLetters({});
    const waiting = await store.waiting(0, 10);
    for (const { externalId, answer } of waiting) assert.equal(answer.rating, newest.get(externalId));
    await store.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
    for (const { externalId, contentHash } of waiting) org.set(externalId, contentHash);
    assert.deepEqual(await store.counts(), { waiting: 0, pushed: newest.size, parked: 0, dead: 0 });
    for (const [externalId, rating] of newest) {
      const id = externalId.slice('test:'.length);
      const content = { rating, updatedAt: `2024-01-0${rating + 1}T00:00:00.000Z` };
      assert.deepEqual(await store.accept([answerOf(id, content)]), ['unchanged']);
      assert.ok(org.has(externalId));
    }
    // Everything that ends as pushed is in the org in exactly the stored version.
    await store.pushAgain('2000-01-01T00:00:00.000Z');
    for (const { externalId, contentHash } of await store.waiting(0, 10)) assert.equal(org.get(externalId), contentHash);
    await store.close();
  });
  await fc.assert(property, { numRuns: 60 });
});
