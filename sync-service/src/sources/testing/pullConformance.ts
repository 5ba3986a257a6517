import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts';
import type { Store } from '../../store/store.ts';
import { silentTelemetry } from '../../telemetry/telemetry.ts';
import { workFolder } from '../../testing/workFolder.ts';
import { PlatformUnavailable } from '../platformHttp.ts';
import { pullSource, type Pulled } from '../pullJob.ts';
import type { Source } from '../source.ts';
import { openForTest, readAll } from './opened.ts';
import type { SourceSubject } from './sourceConformance.ts';
import { stubPlatform, type Answered, type Asked, type StubPlatform } from './stubPlatform.ts';

/** A response on a stub platform; its id is `r<number>`, or whatever `responseIdOf` makes of that. */
export interface StubResponse {
  readonly number: number;
  readonly changedAt: Date;
  readonly rating: number;
}

/** How a platform lists responses. */
export interface PullSubject {
  /** More than fit on two of its pages. */
  readonly count: number;
  /** Answers a request for the list. @param responses oldest first */
  list(asked: Asked, responses: readonly StubResponse[]): Answered | undefined;
  /** False where the platform does not say in what order its list is, or where a response never changes. */
  readonly inOrderOfChange: boolean;
}

const start = Date.parse('2026-11-01T00:00:00.000Z');

interface World {
  readonly store: Store;
  readonly source: Source;
  readonly platform: StubPlatform;
  readonly responses: StubResponse[];
  readonly waits: number[];
  readonly pull: (options?: {
    readonly since?: string;
    readonly signal?: AbortSignal;
    readonly onPage?: (pulled: Pulled) => void;
  }) => Promise<Pulled>;
  /** Response ids and ratings in the store. */
  readonly stored: () => Promise<ReadonlyMap<string, number>>;
}

async function world(context: TestContext, subject: SourceSubject, pull: PullSubject): Promise<World> {
  const responses = Array.from({ length: pull.count }, (_, index) => ({ number: index + 1, changedAt: minute(index), rating: index % 11 }));
  const platform = await stubPlatform(context, (asked) => pull.list(asked, inOrder(responses)));
  const waits: number[] = [];
  const source = openForTest(subject.section(platform.url), waits);
  const store = openSqliteStore(workFolder(context).data);
  context.after(() => store.close());
  return {
    ...{ store, source, platform, responses, waits },
    pull: (options = {}) =>
      pullSource({ source, store, telemetry: silentTelemetry, now: () => new Date(), signal: new AbortController().signal, ...options }),
    async stored() {
      const waiting = await store.waiting(0, 10_000);
      return new Map(waiting.map(({ answer }) => [answer.responseId, answer.rating ?? -1]));
    },
  };
}

function minute(number: number): Date {
  return new Date(start + number * 60_000);
}

function inOrder(responses: readonly StubResponse[]): readonly StubResponse[] {
  return [...responses].sort((one, other) => one.changedAt.getTime() - other.changedAt.getTime());
}

/** What a platform has is brought in once, whatever happens on the way. */
export function pullConformance(name: string, subject: SourceSubject): void {
  const { pull: listing } = subject;
  if (listing === undefined) return;

  test(`${name}: everything is pulled page by page, once; what is new comes with the next pull, the overlap is no news`, async (t) => {
    const { store, source, responses, pull, stored } = await world(t, subject, listing);
    assert.equal((await pull()).items >= listing.count, true);
    assert.ok((await readAll(store, source)) >= listing.count);
    assert.equal((await stored()).size, listing.count);
    responses.push({ number: listing.count + 1, changedAt: minute(listing.count), rating: 4 });
    assert.ok((await pull()).items > 1, 'pulls overlap');
    assert.equal(await readAll(store, source), 1, 'only what is new is read');
    assert.equal((await stored()).size, listing.count + 1);
  });

  test(`${name}: asked since a day, everything from then on is read again, and the position stays`, async (t) => {
    const { store, source, pull } = await world(t, subject, listing);
    await pull();
    await readAll(store, source);
    const position = await store.cursor(source.name);
    await pull({ since: minute(listing.count - 5).toISOString() });
    assert.ok((await readAll(store, source)) >= 5);
    assert.equal(await store.cursor(source.name), position);
  });

  if (listing.inOrderOfChange) {
    test(`${name}: a response that changes while pages are read hides no other, and its change is found`, async (t) => {
      const { store, source, responses, pull, stored } = await world(t, subject, listing);
      const change = ({ pages }: Pulled): void => {
        if (pages === 1)
          responses.splice(
            0,
            3,
            ...responses.slice(0, 3).map((one, index) => ({ ...one, changedAt: minute(listing.count + index), rating: 10 })),
          );
      };
      await pull({ onPage: change });
      await readAll(store, source);
      const all = await stored();
      assert.equal(all.size, listing.count);
      await pull();
      await readAll(store, source);
      assert.deepEqual(
        [...(await stored()).values()].filter((rating) => rating === 10).length,
        [...all.values()].filter((rating) => rating === 10).length,
      );
    });
  }

  test(`${name}: told to wait, it waits as long as it is told, and goes on`, async (t) => {
    const { platform, pull, waits } = await world(t, subject, listing);
    platform.fail((_, call) => (call === 1 ? { status: 429, headers: { 'retry-after': '7' }, body: {} } : undefined));
    assert.ok((await pull()).items >= listing.count);
    assert.ok(
      waits.some((wait) => wait >= 6_900),
      String(waits),
    );
  });

  test(`${name}: a wait that is too long to sit out is handed on`, async (t) => {
    const { platform, pull } = await world(t, subject, listing);
    platform.fail(() => ({ status: 429, headers: { 'retry-after': '3600' }, body: {} }));
    await assert.rejects(pull(), (thrown) => thrown instanceof PlatformUnavailable && (thrown.retryAfterMs ?? 0) > 3_500_000);
    assert.equal(platform.asked.length, 1, 'nobody else asks meanwhile');
  });

  test(`${name}: a platform that fails in the middle loses nothing`, async (t) => {
    const { store, source, platform, pull, stored } = await world(t, subject, listing);
    let good = 2;
    platform.fail(() => (good-- > 0 ? undefined : { status: 503, body: 'away' }));
    await assert.rejects(pull(), PlatformUnavailable);
    platform.fail(undefined);
    await pull();
    await readAll(store, source);
    assert.equal((await stored()).size, listing.count);
  });

  test(`${name}: a stop ends between pages, and the next pull goes on`, async (t) => {
    const { store, source, pull, stored } = await world(t, subject, listing);
    const stop = new AbortController();
    await pull({ signal: stop.signal, onPage: () => stop.abort() }).catch((thrown: unknown) =>
      assert.ok(thrown instanceof PlatformUnavailable),
    );
    await pull();
    await readAll(store, source);
    assert.equal((await stored()).size, listing.count);
  });

  test(`${name}: credentials that are refused are told by where they come from, not by what they are`, async (t) => {
    const { platform, source, pull } = await world(t, subject, listing);
    platform.fail(() => ({ status: 401, body: { error: 'who are you' } }));
    await assert.rejects(pull(), { name: 'PlatformUnavailable', message: /refuses the credentials of TEST_SECRET \(status 401\)/ });
    assert.deepEqual((await source.check?.())?.ok, false);
  });

  test(`${name}: an answer in another form than documented stops the pull and says so`, async (t) => {
    const { platform, pull } = await world(t, subject, listing);
    platform.fail(() => ({ body: '<html>maintenance</html>' }));
    await assert.rejects(pull(), { name: 'PlatformUnavailable', message: /unknown form/ });
  });

  test(`${name}: the check of a healthy source says that it works`, async (t) => {
    const { source } = await world(t, subject, listing);
    assert.deepEqual((await source.check?.())?.ok, true, JSON.stringify(await source.check?.()));
  });
}
