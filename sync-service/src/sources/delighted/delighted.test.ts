import { signatureOf } from '../http/signature.ts';
import type { Asked } from '../testing/stubPlatform.ts';
import { testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance, type TestKey } from '../testing/sourceConformance.ts';

const keys = { right: 'the key', previous: 'the key before', wrong: 'a guess' };

function sign(rawBody: Uint8Array, _at: Date, key: TestKey): ReturnType<typeof request> {
  return request(rawBody, signatureOf(rawBody, keys[key], { algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' }));
}

function request(rawBody: Uint8Array, signature: string) {
  return { headers: { 'x-delighted-webhook-signature': signature }, path: '', query: {}, rawBody };
}

function list({ path, query }: Asked, responses: readonly StubResponse[]): { body: unknown } | undefined {
  if (path !== '/v1/survey_responses.json') return undefined;
  const since = Number(query.get('updated_since') ?? 0);
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
  const all = responses.map(({ number, changedAt, rating }) => ({
    id: String(number),
    person: query.get('expand[]') === 'person' ? { id: `p${number}`, email: `p${number}@example.com` } : `p${number}`,
    survey_type: 'nps',
    score: rating,
    comment: null,
    created_at: 1_750_000_000,
    updated_at: changedAt.getTime() / 1000,
  }));
  return { body: all.filter((one) => one.updated_at >= since).slice((page - 1) * size, page * size) };
}

sourceConformance('Delighted', {
  section: (url) => ({
    kind: 'delighted',
    name: 'test',
    pull: shortOverlap,
    apiKey: testSecret(keys.right),
    previousApiKey: testSecret(keys.previous),
    url,
  }),
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: { sign, covers: ['body'], hasPrevious: true },
  pull: { count: 250, list, inOrderOfChange: true },
});
