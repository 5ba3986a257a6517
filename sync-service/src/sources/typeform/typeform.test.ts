import { signatureOf } from '../http/signature.ts';
import { testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance } from '../testing/sourceConformance.ts';
import type { Answered, Asked } from '../testing/stubPlatform.ts';

const keys = { right: 'the secret', previous: 'the secret before', wrong: 'a guess' };

function list({ path, query, headers }: Asked, responses: readonly StubResponse[]): Answered | undefined {
  if (path !== '/forms/lT4Z3j/responses') return undefined;
  if (headers['authorization'] !== 'Bearer the token') return { status: 403, body: {} };
  const all = responses.map(({ number, changedAt, rating }) => ({
    token: `r${number}`,
    submitted_at: changedAt.toISOString().replace('.000', ''),
    hidden: {},
    answers: [{ type: 'number', number: rating, field: { id: 'Nps1', type: 'nps', ref: 'recommend' } }],
  }));
  const since = Number(query.get('since') ?? 0) * 1000;
  const items = all.filter(({ submitted_at: at }) => Date.parse(at) >= since).slice(0, Number(query.get('page_size') ?? 25));
  return { body: { total_items: all.length, page_count: 1, items } };
}

sourceConformance('Typeform', {
  section: (url) => ({
    ...{ kind: 'typeform', name: 'test', pull: shortOverlap, url, forms: ['lT4Z3j'], token: testSecret('the token') },
    ...{ webhookSecret: testSecret(keys.right), previousWebhookSecret: testSecret(keys.previous) },
  }),
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: {
    sign: (rawBody, _at, key) => ({
      headers: { 'typeform-signature': signatureOf(rawBody, keys[key], { algorithm: 'sha256', encoding: 'base64', prefix: 'sha256=' }) },
      ...{ path: '', query: {}, rawBody },
    }),
    covers: ['body'],
    hasPrevious: true,
  },
  pull: { count: 2_003, list, inOrderOfChange: false },
});
