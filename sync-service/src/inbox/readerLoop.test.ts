import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { PlatformUnavailable } from '../sources/platformHttp.ts';
import type { Reading, Source } from '../sources/source.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { silentTelemetry, type LogFields, type Telemetry } from '../telemetry/telemetry.ts';
import { stubSource } from '../testing/stubSource.ts';
import { until } from '../testing/until.ts';
import { workFolder } from '../testing/workFolder.ts';
import { ReaderLoop } from './readerLoop.ts';

interface Running {
  readonly store: Store;
  readonly reader: ReaderLoop;
  readonly conditions: Map<string, string | undefined>;
  readonly logged: (LogFields | undefined)[];
  readonly accepted: () => number;
  readonly deliver: (source: string, ...bodies: readonly unknown[]) => Promise<void>;
}

/** A reader that runs until the test ends. */
function running(context: TestContext, sources: readonly Source[], now?: () => Date): Running {
  const store = openSqliteStore(workFolder(context).data);
  const conditions = new Map<string, string | undefined>();
  const logged: (LogFields | undefined)[] = [];
  let accepted = 0;
  const telemetry: Telemetry = {
    ...silentTelemetry,
    log: { ...silentTelemetry.log, error: (_event, fields) => logged.push(fields) },
    condition: (part, problem) => void conditions.set(part, problem),
  };
  const reader = new ReaderLoop({
    ...{ store, telemetry, scope: () => 'all', readers: 2, pollMs: 20, accepted: () => accepted++ },
    sources: new Map(sources.map((source) => [source.name, source])),
    ...(now === undefined ? {} : { now }),
  });
  const stop = new AbortController();
  const ended = reader.run(stop.signal);
  context.after(async () => {
    stop.abort();
    await ended;
    await store.close();
  });
  return {
    ...{ store, reader, conditions, logged },
    accepted: () => accepted,
    async deliver(source, ...bodies) {
      const receivedAt = new Date().toISOString();
      await store.receive(bodies.map((body) => ({ source, via: 'webhook', body: Buffer.from(JSON.stringify(body)), receivedAt })));
      reader.wake();
    },
  };
}

test('given deliveries, when they are read, then their answers wait to be pushed and somebody is told', async (t) => {
  const { store, deliver, accepted } = running(t, [stubSource('stub')]);
  await deliver('stub', { id: 'r1', rating: 9 }, { id: 'r2', rating: 3 });
  await until('both answers wait', async () => (await store.counts()).waiting === 2);
  assert.ok(accepted() >= 1);
  assert.equal((await store.figures()).deliveries.waiting, 0);
});

test('what nobody understands is a dead letter with the reason; the others of its batch are not held up', async (t) => {
  const { store, deliver } = running(t, [stubSource('stub')]);
  await deliver('stub', { rating: 9 }, { id: 'r2', rating: 3 });
  await until('one waits', async () => (await store.counts()).waiting === 1);
  await until('one is dead', async () => (await store.figures()).deliveries.dead === 1);
  const [letter] = await store.deadLetters({}, 10);
  assert.deepEqual([letter?.kind, letter?.code, letter?.reason], ['delivery', 'UNREADABLE', 'id is missing']);
});

test('a source that is configured no more leaves dead letters, not silence', async (t) => {
  const { store, deliver } = running(t, []);
  await deliver('gone', { id: 'r1' });
  await until('it is dead', async () => (await store.figures()).deliveries.dead === 1);
  assert.match((await store.deadLetters({}, 10))[0]?.reason ?? '', /No source named gone is configured/);
});

test('a platform that is away is asked again when its time has come, and the operator is told until it answers', async (t) => {
  let away = true;
  let tries = 0;
  const clock = { at: new Date() };
  const source = stubSource('stub', async () => {
    tries++;
    if (away) throw new PlatformUnavailable('Stub is away (503).', { retryAfterMs: 60_000 });
    return { answers: [{ source: 'stub', responseId: 'r1', respondedAt: '2026-11-22T10:00:00.000Z', text: {} }] };
  });
  const { store, deliver, conditions } = running(t, [source], () => clock.at);
  await deliver('stub', { id: 'r1' });
  await until('it is told', () => conditions.get('source stub') === 'Stub is away (503).');
  away = false;
  clock.at = new Date(clock.at.getTime() + 59_000);
  await until('the reader had time', async () => (await store.toRead('all', clock.at.toISOString(), 1)).length === 0);
  assert.equal(tries, 1, 'not before the platform wants to be asked');
  clock.at = new Date(clock.at.getTime() + 2_000);
  await until('it is read', async () => (await store.counts()).waiting === 1);
  assert.equal(conditions.get('source stub'), undefined);
});

test('a defect of a source makes a dead letter and a log line, neither with what was delivered', async (t) => {
  const source = stubSource('stub', async () => {
    throw new TypeError('cannot read ann@example.com');
  });
  const { store, deliver, logged } = running(t, [source]);
  await deliver('stub', { id: 'r1' });
  await until('it is dead', async () => (await store.figures()).deliveries.dead === 1);
  const [letter] = await store.deadLetters({}, 10);
  assert.match(letter?.reason ?? '', /^The source could not read it \(TypeError at readerLoop\.test\.ts:\d+\)/);
  assert.doesNotMatch(JSON.stringify([letter, logged]), /ann@/);
});

test('a platform that answers slowly holds up its own deliveries only', async (t) => {
  const slow: ((reading: Reading) => void)[] = [];
  const sources = [stubSource('slow', () => new Promise((resolve) => slow.push(resolve))), stubSource('quick')];
  const { store, deliver } = running(t, sources);
  await deliver('slow', { id: 's1' }, { id: 's2' }, { id: 's3' });
  await until('two are being read at once', () => slow.length === 2);
  await deliver('quick', { id: 'q1' });
  await until('the quick one is read', async () => (await store.counts()).waiting === 1);
  assert.equal(slow.length, 2);
  const finish = (): void => slow.splice(0).forEach((resolve) => resolve({ ignored: 'nothing for us' }));
  finish();
  await until('the third is being read', () => slow.length === 1);
  finish();
  await until('all are settled', async () => (await store.figures()).deliveries.waiting === 0);
});
