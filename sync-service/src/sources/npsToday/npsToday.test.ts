import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForTest, testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance } from '../testing/sourceConformance.ts';
import { stubPlatform, type Answered, type Asked } from '../testing/stubPlatform.ts';

const paths = { right: 'a-long-secret', previous: 'the-one-before', wrong: 'a-guess' };

/** Newest first: nothing says in what order the list is. */
function list({ path, query, headers }: Asked, responses: readonly StubResponse[]): Answered | undefined {
  if (path !== '/campaigns/responses') return undefined;
  if (headers['authorization'] !== 'the key') return { status: 401, body: {} };
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('pageSize') ?? 100)];
  const from = Date.parse(query.get('modifiedAfter') ?? '1970-01-01');
  const all = responses.map(({ number, changedAt, rating }) => ({
    id: number,
    campaignId: 1,
    rating,
    responseTime: changedAt.toISOString(),
  }));
  const found = all.filter(({ responseTime }) => Date.parse(responseTime) >= from).reverse();
  return { body: found.slice((page - 1) * size, page * size) };
}

const section = (url: string): Record<string, unknown> => ({
  ...{ kind: 'nps.today', name: 'test', pull: shortOverlap, url, apiKey: testSecret('the key') },
  ...{ webhookPath: testSecret(paths.right), previousWebhookPath: testSecret(paths.previous) },
});

sourceConformance('nps.today', {
  section,
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: { sign: (rawBody, _at, key) => ({ headers: {}, path: paths[key], query: {}, rawBody }), covers: [], hasPrevious: true },
  pull: { count: 450, list, inOrderOfChange: false },
});

test('a list that knows no pages, and one that knows no dates, end', async (t) => {
  const all = Array.from({ length: 200 }, (_, number) => ({ id: number, rating: 9, responseTime: '2026-11-22T10:00:00Z' }));
  const platform = await stubPlatform(t, () => ({ body: all }));
  const pages = openForTest(section(platform.url)).pull?.({}, new AbortController().signal);
  assert.ok(pages);
  const items = (await Array.fromAsync(pages)).flatMap((page) => page.items);
  assert.deepEqual([items.length, platform.asked.length], [200, 2]);
});
