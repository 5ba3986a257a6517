import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewDelivery, StoredDelivery } from '../ports/deliveries.ts';
import type { Store } from '../store.ts';
import { answerOf, withStore, type OpenStore } from './opening.ts';

const now = '2024-06-01T12:00:00.000Z';

function webhook(body: string | Uint8Array, changes: Partial<NewDelivery> = {}): NewDelivery {
  return { source: 'shop', via: 'webhook', body: typeof body === 'string' ? Buffer.from(body) : body, receivedAt: now, ...changes };
}

async function toRead(store: Store): Promise<readonly StoredDelivery[]> {
  return store.toRead('all', now, 100);
}

function bodies(deliveries: readonly StoredDelivery[]): string[] {
  return deliveries.map(({ body }) => Buffer.from(body).toString());
}

/** What every store does with deliveries and pulls. */
export function deliveriesConformance(name: string, open: OpenStore): void {
  test(
    `${name}: a delivery comes back byte by byte, with what came with it`,
    withStore(open, async (store) => {
      const contents = ['{"a":"å\\u0000"}', '', '\ufeffbom', Buffer.from([0, 1, 255, 254]), Buffer.from('nul \0 inside')];
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const given = contents.map((body, index) => webhook(body, { deliveryId: `d${index}`, contentType: 'text/x', traceparent }));
      assert.deepEqual(await store.receive(given), ['new', 'new', 'new', 'new', 'new']);
      const stored = await toRead(store);
      assert.deepEqual(
        stored.map(({ body }) => Buffer.from(body)),
        contents.map((body) => Buffer.from(body)),
      );
      const [first] = stored;
      assert.deepEqual(
        { ...first, id: '', body: '' },
        {
          id: '',
          source: 'shop',
          via: 'webhook',
          body: '',
          receivedAt: now,
          attempts: 0,
          deliveryId: 'd0',
          contentType: 'text/x',
          traceparent,
        },
      );
    }),
  );

  test(
    `${name}: the same delivery again is a repetition, also within a batch; another body with its id is not`,
    withStore(open, async (store) => {
      const once = webhook('one', { deliveryId: 'd1' });
      assert.deepEqual(await store.receive([once, once]), ['new', 'repeated']);
      assert.deepEqual(await store.receive([webhook('two', { deliveryId: 'd1' }), webhook('one', { deliveryId: 'd2' }), once]), [
        'new',
        'new',
        'repeated',
      ]);
      assert.deepEqual(await store.receive([webhook('one', { deliveryId: 'd1', source: 'other' })]), ['new']);
      assert.deepEqual(await store.receive([webhook('no id'), webhook('no id')]), ['new', 'new']);
      assert.equal((await toRead(store)).length, 6);
    }),
  );

  test(
    `${name}: a pulled page and the position after it are stored together; what overlaps is stored once`,
    withStore(open, async (store, again) => {
      const page = (...items: readonly string[]): NewDelivery[] =>
        items.map((item) => webhook(item, { via: 'pull', deliveryId: `hash of ${item}` }));
      assert.equal(await store.cursor('shop'), undefined);
      await store.receivePulled('shop', page('1', '2'), 'after 2');
      await store.receivePulled('shop', page('2', '3'), 'after 3');
      await store.receivePulled('other', [], 'start');
      const reopened = await again();
      assert.deepEqual([await reopened.cursor('shop'), await reopened.cursor('other')], ['after 3', 'start']);
      assert.deepEqual(bodies(await toRead(reopened)), ['1', '2', '3']);
      await reopened.close();
    }),
  );

  test(
    `${name}: what was read is not read again, and its answers wait with the delivery's time and trace`,
    withStore(open, async (store) => {
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      await store.receive([webhook('1', { traceparent }), webhook('2'), webhook('3'), webhook('4')]);
      const [one, two, three, four] = (await toRead(store)).map(({ id }) => id);
      assert.ok(one && two && three && four);
      const acceptances = await store.settleDeliveries([
        { id: one, kind: 'read', answers: [answerOf('1'), answerOf('1'), answerOf('2')] },
        { id: two, kind: 'ignored', reason: 'another event' },
        { id: three, kind: 'dead', code: 'UNREADABLE', reason: 'line 2', answers: [answerOf('3')] },
        { id: four, kind: 'read', answers: [], reduce: true },
      ]);
      assert.deepEqual(acceptances, [['new', 'pending', 'new'], [], ['new'], []]);
      assert.deepEqual(await toRead(store), []);
      const waiting = await store.waiting(0, 10);
      assert.deepEqual(
        waiting.map(({ externalId, receivedAt, traceparent: trace }) => [externalId, receivedAt, trace]),
        [
          ['test:1', now, traceparent],
          ['test:2', now, traceparent],
          ['test:3', now, undefined],
        ],
      );
      assert.deepEqual((await store.figures()).deliveries, { waiting: 0, dead: 1 });
      const settledAgain = await store.settleDeliveries([{ id: one, kind: 'dead', code: 'X', reason: 'late' }]);
      assert.deepEqual(settledAgain, [[]]);
      assert.equal((await store.figures()).deliveries.dead, 1, 'what another worker settled stays as it is');
    }),
  );

  test(
    `${name}: a delivery for later is due at its time, or when the clock was put back far`,
    withStore(open, async (store) => {
      await store.receive([webhook('1')]);
      const [first] = await toRead(store);
      assert.ok(first);
      await store.settleDeliveries([{ id: first.id, kind: 'later', notBefore: '2024-06-01T12:05:00.000Z', reason: '503' }]);
      assert.deepEqual(await toRead(store), []);
      const due = await store.toRead('all', '2024-06-01T12:05:00.000Z', 10);
      assert.deepEqual(due.map(({ attempts }) => attempts), [1]); // prettier-ignore
      assert.equal((await store.toRead('all', '2024-05-01T00:00:00.000Z', 10)).length, 1);
    }),
  );

  test(
    `${name}: deliveries are handed out by partition, without sources that are busy, and not too many bytes at a time`,
    withStore(open, async (store) => {
      const large = 'x'.repeat(768 * 1_024);
      await store.receive([webhook(large), webhook(large), webhook(large), webhook(large), webhook('small', { source: 'other' })]);
      assert.equal((await toRead(store)).length, 3);
      assert.deepEqual(bodies(await store.toRead('all', now, 100, ['shop'])), ['small']);
      assert.deepEqual(await store.toRead('all', now, 100, ['shop', 'other']), []);
      const shares = await Promise.all(
        Array.from({ length: 64 }, (_none, partition) => store.toRead(new Set([partition]), now, 100, ['shop'])),
      );
      assert.deepEqual(bodies(shares.flat()), ['small']);
    }),
  );

  test(
    `${name}: nothing of a batch is stored when something in it cannot be`,
    withStore(open, async (store) => {
      const broken = { ...webhook('2'), via: null } as unknown as NewDelivery;
      await assert.rejects(store.receive([webhook('1'), broken]));
      assert.deepEqual(await toRead(store), []);
      assert.deepEqual(await store.receive([webhook('3')]), ['new'], 'the store goes on');
    }),
  );

  test(
    `${name}: deliveries and answers stored at the same time by many are all there, once each`,
    withStore(open, async (store) => {
      const same = Array.from({ length: 8 }, () => store.receive([webhook('same', { deliveryId: 'same' })]));
      const results = (await Promise.all(same)).flat();
      assert.ok(results.includes('new'));
      assert.equal((await toRead(store)).length, 1);
      const answers = Array.from({ length: 40 }, (_none, index) => answerOf(String(index)));
      const batches = [answers, answers.toReversed(), answers.slice(10), answers.toReversed().slice(5)];
      const acceptances = (await Promise.all(batches.map((batch) => store.accept(batch)))).flat();
      assert.equal(acceptances.filter((acceptance) => acceptance === 'new').length, 40);
      assert.equal((await store.counts()).waiting, 40);
    }),
  );
}
