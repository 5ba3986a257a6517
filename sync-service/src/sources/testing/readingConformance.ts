import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts';
import { workFolder } from '../../testing/workFolder.ts';
import { PlatformUnavailable } from '../platformHttp.ts';
import type { Reading } from '../source.ts';
import { bytesOf, fixturesIn, type Fixture } from './fixtures.ts';
import { mutated } from './mutated.ts';
import { delivered, openForTest } from './opened.ts';
import type { SourceSubject } from './sourceConformance.ts';
import { stubPlatform, type Answered } from './stubPlatform.ts';

type Versions = NonNullable<Fixture['versions']>;

/** What was delivered becomes answers, and nothing that may be delivered does harm. */
export function readingConformance(name: string, subject: SourceSubject): void {
  const fixtures = fixturesIn(subject.fixtures);
  for (const { file, what, settings, platform, delivery, reads } of fixtures) {
    if (delivery === undefined) continue;
    test(`${name}: ${what} (${file})`, async (t) => {
      const { url } = await stubPlatform(t, ({ method, path }) => replyFor(platform, method, path));
      const source = openForTest({ ...subject.section(url), ...settings });
      const reading = await source.read(delivered(source, delivery.via, bytesOf(delivery), delivery.contentType));
      assert.deepEqual(JSON.parse(JSON.stringify(reading)), reads);
    });
  }

  for (const { file, what, settings, versions, newest } of fixtures) {
    if (versions !== undefined) inAnyOrder(`${name}: ${what} (${file})`, subject, settings, versions, newest);
  }

  test(`${name}: bytes of any kind are a problem, not a fault`, async () => {
    const source = openForTest(subject.section('http://127.0.0.1:9'));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('webhook', 'pull'), async (body, via) => {
        const reading = await source.read(delivered(source, via, body));
        assert.ok('problem' in reading || 'ignored' in reading, JSON.stringify(reading));
      }),
    );
  });

  test(`${name}: payloads in which anything is missing or of another kind do no harm, and their problems name no person`, async (t) => {
    const known = fixtures.filter((fixture) => fixture.delivery !== undefined && typeof fixture.delivery.body !== 'string');
    if (known.length === 0) return;
    const { url } = await stubPlatform(t, () => undefined);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...known), fc.infiniteStream(fc.nat()), fc.jsonValue(), async (fixture, numbers, value) => {
        const { delivery, settings } = fixture;
        if (delivery === undefined) return;
        const source = openForTest({ ...subject.section(url), ...settings }, [], { backoff: { baseMs: 1, longestMs: 1, attempts: 1 } });
        const body = Buffer.from(JSON.stringify(mutated(delivery.body, numbers, value)));
        checkReading(await orAway(source.read(delivered(source, delivery.via, body, delivery.contentType))));
      }),
      { numRuns: 100 },
    );
  });
}

function replyFor(replies: Fixture['platform'], method: string, path: string): Answered | undefined {
  const body = replies?.[`${method} ${path}`];
  return body === undefined ? undefined : { body };
}

/** Whatever order the versions of an answer come in, and however often: the newest stands. */
function inAnyOrder(what: string, subject: SourceSubject, settings: Fixture['settings'], versions: Versions, newest: unknown): void {
  test(what, async (t) => {
    let platform: Fixture['platform'];
    const { url } = await stubPlatform(t, ({ method, path }) => replyFor(platform, method, path));
    const store = openSqliteStore(workFolder(t).data);
    t.after(() => store.close());
    for (const [index, order] of permutations([...versions, ...versions.slice(0, 1)]).entries()) {
      const source = openForTest({ ...subject.section(url), ...settings, name: `order-${index}` });
      for (const version of order) {
        platform = version.platform;
        await store.accept(answersOf(await source.read(delivered(source, version.via, bytesOf(version), version.contentType))));
      }
    }
    const stored = (await store.waiting(0, 1_000)).map(
      ({ answer }) => JSON.parse(JSON.stringify({ ...answer, source: 'test' })) as unknown,
    );
    assert.deepEqual(
      stored,
      permutations([...versions, undefined]).map(() => newest),
    );
  });
}

function answersOf(reading: Reading): Extract<Reading, { answers: unknown }>['answers'] {
  assert.ok('answers' in reading && !('problem' in reading), JSON.stringify(reading));
  return reading.answers;
}

function permutations<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((first, index) => permutations(all.filter((_, other) => other !== index)).map((rest) => [first, ...rest]));
}

async function orAway(reading: Promise<Reading>): Promise<Reading> {
  return reading.catch((thrown: unknown) => {
    if (thrown instanceof PlatformUnavailable) return { ignored: 'away' };
    throw thrown;
  });
}

/** Whatever is taken can be stored and pushed; whatever is not says why without saying who. */
function checkReading(reading: Reading): void {
  if ('problem' in reading) assert.doesNotMatch(reading.problem, /@|example\.com|wonderful|terrible/);
  for (const answer of 'answers' in reading ? (reading.answers ?? []) : []) {
    assert.match(answer.respondedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(answer.responseId.length > 0);
    const { rating } = answer;
    assert.ok(rating === undefined || rating === null || (Number.isInteger(rating) && rating >= 0 && rating <= 10), String(rating));
    assert.ok(Object.values(answer.text).every((text) => text === null || text.length > 0));
  }
}
