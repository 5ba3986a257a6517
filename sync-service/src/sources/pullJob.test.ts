import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { stubSource } from '../testing/stubSource.ts';
import { workFolder } from '../testing/workFolder.ts';
import { PlatformUnavailable } from './platformHttp.ts';
import { pullJobs } from './pullJob.ts';
import type { PulledPage, PullPosition, Source } from './source.ts';

type Pull = (position: PullPosition) => AsyncGenerator<PulledPage>;

function pulled(name: string, pull: Pull): Source {
  return { ...stubSource(name), pullEverySeconds: 60, pull };
}

function telling(): { readonly telemetry: Telemetry; readonly conditions: Map<string, string | undefined> } {
  const conditions = new Map<string, string | undefined>();
  const telemetry: Telemetry = {
    ...silentTelemetry,
    condition: (part, problem) => void conditions.set(part, problem),
    trace: async (_name, _parents, _attributes, step) => step({ set: () => undefined, traceparent: '00-abc-def-01' }),
  };
  return { telemetry, conditions };
}

function opened(context: TestContext): Store {
  const store = openSqliteStore(workFolder(context).data);
  context.after(() => store.close());
  return store;
}

const signal = new AbortController().signal;
const now = (): Date => new Date('2026-11-22T12:00:00.000Z');
const page = (cursor: string, ...texts: readonly string[]): PulledPage => ({ items: texts.map((text) => Buffer.from(text)), cursor });

test('given two sources of which one can be pulled, there is one job, as often as its settings say', (t) => {
  const jobs = pullJobs([stubSource('hook'), pulled('del', async function* () {})], opened(t), silentTelemetry, now);
  assert.deepEqual(
    jobs.map(({ name, everySeconds }) => [name, everySeconds]),
    [['pull del', 60]],
  );
});

test('each page is on disk, with its position and its trace, before the next is asked for', async (t) => {
  const store = opened(t);
  const { telemetry, conditions } = telling();
  const seen: unknown[] = [];
  const source = pulled('del', async function* ({ cursor }) {
    seen.push(cursor);
    yield page('1', 'a', 'b');
    seen.push(
      await store.cursor('del'),
      (await store.toRead('all', '2100', 9)).map(({ traceparent }) => traceparent),
    );
    yield page('2', 'b', 'c');
  });
  const [job] = pullJobs([source], store, telemetry, now);
  await job?.run(signal);
  await job?.run(signal);
  assert.deepEqual(seen.slice(0, 3), [undefined, '1', ['00-abc-def-01', '00-abc-def-01']]);
  assert.equal(seen[3], '2', 'the next pull goes on from the last page');
  const waiting = await store.toRead('all', '2100', 9);
  assert.deepEqual(waiting.map(({ body }) => Buffer.from(body).toString()).sort(), ['a', 'b', 'c'], 'what overlaps is kept once');
  assert.equal(conditions.get('source del'), undefined);
});

test('a platform that is away is told to the operator and is no fault of the job; a defect is', async (t) => {
  const store = opened(t);
  const { telemetry, conditions } = telling();
  const away = pulled('away', async function* () {
    yield page('1', 'a');
    throw new PlatformUnavailable('Delighted cannot answer now (status 503).');
  });
  const broken = pulled('broken', async function* () {
    yield page('1');
    throw new TypeError('a defect');
  });
  const [first, second] = pullJobs([away, broken], store, telemetry, now);
  await first?.run(signal);
  assert.equal(conditions.get('source away'), 'Delighted cannot answer now (status 503).');
  assert.equal(await store.cursor('away'), '1', 'what came before is kept');
  await assert.rejects(second?.run(signal) ?? Promise.resolve(), TypeError);
});
