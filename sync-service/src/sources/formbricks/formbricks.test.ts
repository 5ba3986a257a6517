import { standardKey, standardSignature } from '../http/standardWebhooks.ts';
import { testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance } from '../testing/sourceConformance.ts';
import type { Answered, Asked } from '../testing/stubPlatform.ts';

const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
const secrets = { right: secretOf('r'), previous: secretOf('p'), wrong: secretOf('w') };

function list({ path, query }: Asked, responses: readonly StubResponse[]): Answered | undefined {
  if (path !== '/api/v2/management/responses') return undefined;
  const [limit, skip] = [Number(query.get('limit') ?? 50), Number(query.get('skip') ?? 0)];
  const since = Date.parse(query.get('startDate') ?? '1970-01-01');
  const all = responses.map(({ number, changedAt, rating }) => ({
    ...{ id: `r${number}`, createdAt: '2025-11-01T00:00:00.000Z', updatedAt: changedAt.toISOString(), surveyId: 's1' },
    ...{ finished: true, data: { nps: rating }, variables: {}, contactAttributes: null, language: 'default' },
  }));
  const found = all.filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
  return { body: { data: found.slice(skip, skip + limit), meta: { total: found.length, limit, offset: skip } } };
}

sourceConformance('Formbricks', {
  section: (url) => ({
    ...{
      kind: 'formbricks',
      name: 'test',
      pull: shortOverlap,
      url,
      apiKey: testSecret('the key'),
      rating: { question: ['nps', 'recommend'] },
    },
    ...{ webhookSecret: testSecret(secrets.right), previousWebhookSecret: testSecret(secrets.previous) },
  }),
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: {
    sign(rawBody, at, key) {
      const timestamp = Math.floor(at.getTime() / 1000);
      const signature = standardSignature('msg_1', timestamp, rawBody, standardKey(secrets[key]));
      const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
      return { headers, path: '', query: {}, rawBody };
    },
    covers: ['body', 'time'],
    hasPrevious: true,
  },
  pull: { count: 600, list, inOrderOfChange: true },
});
