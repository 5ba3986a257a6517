import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import { Secret } from '../../secret.ts';
import type { TestPostgres } from '../../testing/postgres.ts';
import { testPostgres } from '../../testing/testPostgres.ts';
import { until } from '../../testing/until.ts';
import { answerOf } from '../conformance/opening.ts';
import type { Store } from '../store.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';
import { openPostgresStore } from './postgresStore.ts';

const lease = 60_000;

interface Given {
  readonly server: TestPostgres;
  readonly url: string;
  /** A worker's own connection to the one database. */
  readonly open: () => Promise<Store>;
}

async function given(context: TestContext): Promise<Given | undefined> {
  const server = await testPostgres(context);
  if (server === undefined) return undefined;
  const url = await server.newDatabase();
  const open = async (): Promise<Store> => {
    const store = await openPostgresStore(new Secret(url, 'the test'));
    context.after(() => store.close());
    return store;
  };
  return { server, url, open };
}

function disjoint(...shares: readonly ReadonlySet<number>[]): boolean {
  return new Set(shares.flatMap((share) => [...share])).size === shares.reduce((sum, share) => sum + share.size, 0);
}

test('workers share the partitions evenly, and what one gives back others get once its calls have ended', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const [one, two, three] = [await parts.open(), await parts.open(), await parts.open()];
  assert.equal((await one.holdPartitions('one', 400)).size, 64);
  assert.equal((await two.holdPartitions('two', lease)).size, 0, 'everything is held');
  const half = await one.holdPartitions('one', 400);
  assert.equal(half.size, 32, 'the newcomer gets its half');
  await after(110);
  const second = await two.holdPartitions('two', lease);
  assert.equal(second.size, 32);
  assert.ok(disjoint(half, second));
  await one.releasePartitions('one');
  const all = await two.holdPartitions('two', lease);
  assert.equal(all.size, 64);
  await three.holdPartitions('three', lease);
  assert.deepEqual((await three.workers()).map(({ worker, partitions }) => [worker, partitions]), [['three', 0], ['two', 64]]); // prettier-ignore
});

test('the partitions of a worker that says nothing more are free after its lease', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const [dead, living] = [await parts.open(), await parts.open()];
  await dead.holdPartitions('dead', 150);
  assert.equal((await living.holdPartitions('living', lease)).size, 0);
  await after(160);
  assert.equal((await living.holdPartitions('living', lease)).size, 64);
  assert.equal((await dead.holdPartitions('dead', 150)).size, 0, 'it comes back to nothing, until the other has given back');
});

test('a lease that ends far ahead, from before the clock was put back, holds nobody up', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const store = await parts.open();
  await store.holdPartitions('before', lease);
  const client = new Client({ connectionString: parts.url });
  await client.connect();
  await client.query(`UPDATE customer_pulse.worker SET seen_at = seen_at + 86400000, until = until + 86400000;
    UPDATE customer_pulse.partition_lease SET until = until + 86400000`);
  await client.end();
  assert.equal((await store.holdPartitions('after', lease)).size, 64);
});

test('what a worker pushed after it lost the partition waits again: the other may have sent something else meanwhile', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const [slow, quick] = [await parts.open(), await parts.open()];
  await slow.holdPartitions('slow', 100);
  await slow.accept([answerOf('1'), answerOf('2')]);
  const waiting = await slow.waiting(0, 10);
  const [one, two] = waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash }));
  assert.ok(one && two);
  await after(110);
  await quick.holdPartitions('quick', lease);
  await slow.finish([{ ...one, state: 'pushed' }, { ...two, state: 'dead' }], 'slow'); // prettier-ignore
  const again = await quick.waiting(0, 10);
  assert.deepEqual(again.map(({ everPushed }) => everPushed), [true, false]); // prettier-ignore
  await quick.finish([{ ...one, state: 'pushed' }, { ...two, state: 'dead' }], 'quick'); // prettier-ignore
  assert.deepEqual(await quick.counts(), { waiting: 0, pushed: 1, parked: 0, dead: 1 });
  await slow.holdPartitions('slow', lease);
  await quick.releasePartitions('quick');
  await slow.accept([answerOf('1', { rating: 9 })]);
  const [newer] = await slow.waiting(0, 10);
  await slow.finish([{ sequence: newer?.sequence ?? 0, contentHash: newer?.contentHash ?? '', state: 'pushed' }], 'slow');
  assert.equal((await slow.counts()).waiting, 1, 'a partition nobody holds is fenced by who held it last');
});

test('many workers that store the same answers and take places at the same time do each exactly once', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const workers = await Promise.all(Array.from({ length: 4 }, parts.open));
  const answers = Array.from({ length: 300 }, (_none, index) => answerOf(String(index)));
  const rounds = workers.flatMap((worker, index) => {
    const mine = index % 2 === 0 ? answers : answers.toReversed();
    return [worker.accept(mine), worker.accept(mine.map((answer) => ({ ...answer, rating: index }))), worker.accept(mine)];
  });
  const acceptances = (await Promise.all(rounds)).flat();
  assert.equal(acceptances.filter((acceptance) => acceptance === 'new').length, 300);
  assert.equal((await workers[0]?.counts())?.waiting, 300);
  const shards = (await Promise.all(workers.map((worker) => worker.takeShards(Array.from({ length: 50 }, () => 'X'), 10)))).flat(); // prettier-ignore
  assert.deepEqual([...new Set(shards)].sort((one, other) => one - other), Array.from({ length: 20 }, (_none, shard) => shard)); // prettier-ignore
});

test('a database that goes away is told in words, keeps what was acknowledged, and is used again when it is back', async (t) => {
  const parts = await given(t);
  if (parts === undefined || process.env['TEST_DATABASE_URL'] !== undefined) return;
  const store = await parts.open();
  const acknowledged: string[] = [];
  let asked = 0;
  const writing = (async () => {
    for (;;) {
      const id = String(asked++);
      await store.accept([answerOf(id)]);
      acknowledged.push(id);
    }
  })();
  const failing = assert.rejects(writing, StoreUnavailable);
  await until('some answers are acknowledged', () => acknowledged.length >= 3);
  await parts.server.crash();
  await failing;
  await assert.rejects(store.counts(), (error: Error) => {
    assert.match(
      error.message,
      /The store PostgreSQL at 127\.0\.0\.1:\d+, database test_\w+ cannot be used now: .*the service goes on by itself/,
    );
    return true;
  });
  await parts.server.start();
  const { waiting } = await store.counts();
  assert.ok(acknowledged.length > 0 && waiting >= acknowledged.length, `${acknowledged.length} acknowledged, ${waiting} there`);
  assert.equal((await store.accept([answerOf('after')]))[0], 'new');
});

test('a store is made once by workers that start together; one of a newer release, a wrong address and a missing store are refused in words', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const secret = new Secret(parts.url, 'the test');
  await assert.rejects(openPostgresStore(secret, { readOnly: true }), /There is no store yet in PostgreSQL at 127\.0\.0\.1/);
  const [store] = await Promise.all([parts.open(), parts.open(), parts.open()]);
  await store.setSetting('org id', '00D');
  const looking = await openPostgresStore(secret, { readOnly: true });
  assert.equal(await looking.setting('org id'), '00D');
  await assert.rejects(looking.setSetting('org id', '00E'), /can only be read now|read-only/);
  await looking.close();
  await assert.rejects(store.backup('/nowhere'), /pg_dump/);

  const client = new Client({ connectionString: parts.url });
  await client.connect();
  await client.query(
    `UPDATE customer_pulse.migration SET version = 999 WHERE version = (SELECT max(version) FROM customer_pulse.migration)`,
  );
  await client.end();
  await assert.rejects(openPostgresStore(secret), /was written by a newer release \(store version 999/);
  await assert.rejects(openPostgresStore(new Secret('nonsense', 'DATABASE_URL')), /DATABASE_URL is no address of a database/);
  const nowhere = new Secret('postgres://user:topsecret@127.0.0.1:1/none', 'DATABASE_URL');
  await assert.rejects(openPostgresStore(nowhere), (error: Error) => {
    assert.match(error.message, /ECONNREFUSED/);
    assert.doesNotMatch(error.message, /topsecret/);
    return true;
  });
});

test('a schema that was made for a user who may make none is used', async (t) => {
  const parts = await given(t);
  if (parts === undefined) return;
  const name = new URL(parts.url).pathname.slice(1);
  const client = new Client({ connectionString: parts.url });
  await client.connect();
  await client.query(`CREATE ROLE worker_${name} LOGIN; CREATE SCHEMA given_to_us AUTHORIZATION worker_${name}`);
  await client.end();
  const url = new Secret(parts.url.replace('postgres@', `worker_${name}@`), 'the test');
  const store = await openPostgresStore(url, { databaseSchema: 'given_to_us' });
  await store.accept([answerOf('1')]);
  await store.close();
  await assert.rejects(openPostgresStore(url, { databaseSchema: 'another' }), /cannot be made or upgraded: permission denied/);
});
