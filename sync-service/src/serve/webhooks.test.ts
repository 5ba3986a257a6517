import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { stubSecret, stubSource } from '../testing/stubSource.ts';
import { startTestService } from '../testing/testService.ts';
import { until } from '../testing/until.ts';

const body = JSON.stringify({ id: 'r1', rating: 9 });

function socketTo(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}

test('a genuine webhook is acknowledged once it is stored, and its answer waits to be pushed', async (t) => {
  const { post, store } = await startTestService(t, { sources: [stubSource('stub')] });
  const reply = await post('stub', body, { 'x-id': 'd1', 'content-type': 'application/json' });
  assert.deepEqual([reply.status, await reply.json()], [202, { status: 'stored' }]);
  await until('it is read', async () => (await store.counts()).waiting === 1);
});

test('a delivery that comes again is acknowledged again and stored once', async (t) => {
  const { post, store } = await startTestService(t, { sources: [stubSource('stub')] });
  await post('stub', body, { 'x-id': 'd1' });
  const again = await post('stub', body, { 'x-id': 'd1' });
  assert.deepEqual([again.status, await again.json()], [202, { status: 'stored', repeated: true }]);
  await until('it is read', async () => (await store.counts()).waiting === 1);
});

test('a missing or wrong signature is refused, stored nowhere, and shown to the operator', async (t) => {
  const { post, url, store, service } = await startTestService(t, { sources: [stubSource('stub')] });
  assert.equal((await post('stub', body, { 'x-secret': 'wrong' })).status, 401);
  assert.equal((await fetch(`${url}/webhooks/stub`, { method: 'POST', body })).status, 401);
  const { deliveries, answers } = await store.figures();
  assert.deepEqual([deliveries.waiting, answers.waiting], [0, 0]);
  assert.equal((await service.activities.of('stub')).lastRefusal?.reason, 'no signature');
});

test('content is never a reason to refuse: any type and any bytes are stored as they came', async (t) => {
  const { post, store } = await startTestService(t, { sources: [stubSource('stub')] });
  for (const type of ['text/xml', 'application/x-www-form-urlencoded', 'nonsense', 'multipart/form-data']) {
    assert.equal((await post('stub', `not for us as ${type}`, { 'content-type': type })).status, 202, type);
  }
  assert.equal((await post('stub', '')).status, 202, 'an empty body');
  await until('they are dead letters', async () => (await store.figures()).deliveries.dead === 5);
  const [first] = await store.deadLetters({}, 1);
  assert.equal((await store.deadLetter(first?.id ?? ''))?.content, 'not for us as text/xml');
});

test('an address of no source is told so; GET and HEAD of a source answer platforms that look first', async (t) => {
  const { post, url } = await startTestService(t, { sources: [stubSource('stub')] });
  assert.equal((await post('other', body)).status, 404);
  assert.match(await (await post('other', body)).text(), /The address is \/webhooks\/<name of the source>/);
  assert.equal((await fetch(`${url}/webhooks/stub`)).status, 200);
  assert.equal((await fetch(`${url}/webhooks/stub/anything`, { method: 'HEAD' })).status, 200);
  assert.equal((await fetch(`${url}/webhooks/other`)).status, 404);
});

test('a body that is too large is refused, whether its length is told or not', async (t) => {
  const { post, url, store, service } = await startTestService(t, { sources: [stubSource('stub')], serve: { bodyKilobytes: 1 } });
  assert.equal((await post('stub', 'x'.repeat(1_025))).status, 413);
  assert.match((await service.activities.of('stub')).lastRefusal?.reason ?? '', /too large/);
  const chunked = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(600))),
  });
  const endless = fetch(`${url}/webhooks/stub`, { method: 'POST', body: chunked, duplex: 'half', headers: { 'x-secret': stubSecret } });
  await endless.then(
    (reply) => assert.equal(reply.status, 413),
    () => undefined, // The connection was closed while the client was still sending.
  );
  assert.equal((await post('stub', body)).status, 202);
  assert.equal((await store.figures()).deliveries.dead, 0);
});

test('a sender that dawdles is cut off, others are served meanwhile', async (t) => {
  const { post, url } = await startTestService(t, { sources: [stubSource('stub')], serve: { requestSeconds: 1 } });
  const inHead = socketTo(url);
  inHead.write('POST /webhooks/stub HTTP/1.1\r\nHost: x\r\nX-Se');
  const inBody = socketTo(url);
  inBody.write(`POST /webhooks/stub HTTP/1.1\r\nHost: x\r\nX-Secret: ${stubSecret}\r\nContent-Length: 100\r\n\r\n{"id`);
  assert.equal((await post('stub', body)).status, 202);
  const [head, rest] = await Promise.all([text(inHead), text(inBody)]);
  assert.match(head, /^HTTP\/1\.1 408/);
  assert.match(rest, /^(HTTP\/1\.1 408|$)/);
});

/** A store that keeps commits waiting until it is told to go on. */
function slowStore(): { wrap: (store: Store) => Store; go: () => void; commits: () => number } {
  let go = (): void => undefined;
  let commits = 0;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const wrap = (store: Store): Store => ({
    ...store,
    receive: (batch) => {
      commits++;
      return gate.then(() => store.receive(batch));
    },
  });
  return { wrap, go, commits: () => commits };
}

test('a flood is answered 503 with Retry-After once the queue is full; everything acknowledged is there', async (t) => {
  const slow = slowStore();
  const { post, store, url } = await startTestService(t, { sources: [stubSource('stub')], wrapStore: slow.wrap, inbox: { queue: 10 } });
  const replies = Array.from({ length: 300 }, (_none, index) => post('stub', JSON.stringify({ id: `r${index}` })));
  const refused = await Promise.any(
    replies.map(async (reply) => ((await reply).status === 503 ? reply : Promise.reject(new Error('kept')))),
  );
  assert.equal(refused.headers.get('retry-after'), '2');
  assert.equal((await fetch(`${url}/readyz`)).status, 503, 'a balancer sends the rest elsewhere');
  slow.go();
  const statuses = (await Promise.all(replies)).map(({ status }) => status);
  const kept = statuses.filter((status) => status === 202).length;
  assert.equal(statuses.filter((status) => status === 503).length, 300 - kept);
  await until('all that was acknowledged waits to be pushed', async () => (await store.counts()).waiting === kept);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
});

test('a disk that refuses is answered 503, said once in words, and served again when it is well', async (t) => {
  let full = true;
  const wrapStore = (store: Store): Store => ({
    ...store,
    receive: (batch) => (full ? Promise.reject(new StoreUnavailable('The disk is full.')) : store.receive(batch)),
    setSetting: (name, value) => (full ? Promise.reject(new StoreUnavailable('The disk is full.')) : store.setSetting(name, value)),
  });
  const { post, log, stop, url, service } = await startTestService(t, { sources: [stubSource('stub')], wrapStore });
  for (let times = 0; times < 3; times++) {
    const refused = await post('stub', body);
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '15']);
  }
  const ready = async (): Promise<number> => (await fetch(`${url}/readyz`)).status;
  assert.equal(await ready(), 503, 'it can be read, but a balancer sends the rest elsewhere');
  assert.match(JSON.stringify(await service.conditions()), /The disk is full/);
  await assert.rejects(service.receiver.probe(), StoreUnavailable);
  full = false;
  await service.receiver.probe();
  assert.equal(await ready(), 200, 'it is noticed although nothing comes');
  assert.equal((await post('stub', body)).status, 202);
  await stop();
  assert.equal((await log()).match(/"message":"The disk is full\."/g)?.length, 1);
});

test('a stop finishes what is being received and keeps what was acknowledged', async (t) => {
  const slow = slowStore();
  const { post, stop, store, url } = await startTestService(t, { sources: [stubSource('stub')], wrapStore: slow.wrap });
  const reply = post('stub', body);
  await until('it waits for the disk', () => slow.commits() === 1);
  const stopped = stop();
  slow.go();
  assert.equal((await reply).status, 202);
  await stopped;
  await assert.rejects(fetch(url), 'nothing listens any more');
  await assert.rejects(store.counts());
});

test('the trace of the sender is not continued: what comes from outside is only linked', async (t) => {
  const { post } = await startTestService(t, { sources: [stubSource('stub')] });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  assert.equal((await post('stub', body, { traceparent })).status, 202);
});
