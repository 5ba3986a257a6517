import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewDelivery } from '../store/ports/deliveries.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { InboxBusy, Receiver } from './receiver.ts';

function delivery(id: number, size = 10): NewDelivery {
  return { source: 'stub', via: 'webhook', deliveryId: String(id), body: Buffer.alloc(size), receivedAt: '2026-11-22T10:00:00.000Z' };
}

type Result = readonly ('new' | 'repeated')[];

/** A store that notes its commits and finishes each when it is told to. */
function heldStore() {
  const commits: (readonly NewDelivery[])[] = [];
  const ends: { readonly done: () => void; readonly fail: (reason: Error) => void }[] = [];
  const receive = (batch: readonly NewDelivery[]): Promise<Result> =>
    new Promise((resolve, reject) => {
      commits.push(batch);
      ends.push({ done: () => resolve(batch.map(() => 'new' as const)), fail: reject });
    });
  return { store: { receive, setSetting: () => Promise.resolve() }, commits, ends };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('deliveries of one moment share a commit, those that come while it is being written share the next', async () => {
  const { store, commits, ends } = heldStore();
  let arrived = 0;
  const receiver = new Receiver(store, { deliveries: 100, bytes: 10_000 }, silentTelemetry, () => arrived++);
  const first = [1, 2, 3].map((id) => receiver.receive(delivery(id)));
  await turn();
  const second = [4, 5].map((id) => receiver.receive(delivery(id)));
  await turn();
  assert.deepEqual(
    commits.map((batch) => batch.length),
    [3],
    'the second commit waits for the first',
  );
  ends[0]?.done();
  assert.deepEqual(await Promise.all(first), ['new', 'new', 'new']);
  await turn();
  ends[1]?.done();
  await Promise.all(second);
  await receiver.idle();
  assert.deepEqual([commits.map((batch) => batch.length), arrived, receiver.queued], [[3, 2], 2, 0]);
});

test('what is too much, by number or weight, is refused and does not reach the store', async () => {
  const { store, commits, ends } = heldStore();
  const receiver = new Receiver(store, { deliveries: 2, bytes: 100 }, silentTelemetry, () => undefined);
  const kept = [receiver.receive(delivery(1)), receiver.receive(delivery(2))];
  assert.equal(receiver.full, true);
  await assert.rejects(receiver.receive(delivery(3)), InboxBusy);
  await turn();
  assert.equal(receiver.full, false, 'those being written make room');
  await assert.rejects(receiver.receive(delivery(4, 90)), InboxBusy, 'their weight still counts');
  ends[0]?.done();
  await Promise.all(kept);
  const heavy = receiver.receive(delivery(4, 90));
  await turn();
  ends[1]?.done();
  await heavy;
  assert.deepEqual(
    commits.flat().map(({ deliveryId }) => deliveryId),
    ['1', '2', '4'],
  );
});

test('a store that cannot write fails those of the commit only; the next are tried', async () => {
  const { store, ends } = heldStore();
  const receiver = new Receiver(store, { deliveries: 10, bytes: 1_000 }, silentTelemetry, () => undefined);
  const lost = receiver.receive(delivery(1));
  await turn();
  const next = receiver.receive(delivery(2));
  ends[0]?.fail(new StoreUnavailable('The disk is full.'));
  await assert.rejects(lost, /The disk is full/);
  await turn();
  ends[1]?.done();
  assert.equal(await next, 'new');
  assert.equal(receiver.full, false);
});
