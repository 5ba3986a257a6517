import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureOf } from '../http/signature.ts';
import { testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance } from '../testing/sourceConformance.ts';
import type { Answered, Asked } from '../testing/stubPlatform.ts';
import { scoresOf } from './scores.ts';

const keys = { right: '4711&the secret', previous: '', wrong: '4711&a guess' };

const choices = Array.from({ length: 11 }, (_, score) => ({ id: `c${score}`, text: String(score), position: score + 1, weight: score }));
const survey = { title: 'Autumn', pages: [{ questions: [{ id: '11', family: 'matrix', subtype: 'rating', answers: { choices } }] }] };

function list({ path, query }: Asked, responses: readonly StubResponse[]): Answered | undefined {
  if (path === '/v3/users/me') return { body: { id: '1' } };
  if (path === '/v3/surveys/301/details') return { body: survey };
  if (path !== '/v3/surveys/301/responses/bulk') return undefined;
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 50)];
  const since = Date.parse(`${query.get('start_modified_at') ?? '1970-01-01T00:00:00'}Z`);
  const all = responses.map(({ number, changedAt, rating }) => ({
    ...{ id: `r${number}`, survey_id: '301', response_status: 'completed', date_created: '2025-11-01T00:00:00+00:00' },
    date_modified: changedAt.toISOString().replace('.000Z', '+00:00'),
    pages: [{ id: '1', questions: [{ id: '11', answers: [{ choice_id: `c${rating}`, row_id: 'x' }] }] }],
  }));
  const found = all.filter(({ date_modified: at }) => Date.parse(at) >= since);
  return { body: { data: found.slice((page - 1) * size, page * size), per_page: size, page, total: found.length, links: {} } };
}

sourceConformance('SurveyMonkey', {
  section: (url) => ({
    ...{ kind: 'surveymonkey', name: 'test', pull: shortOverlap, url, surveyIds: ['301'], accessToken: testSecret('the token') },
    ...{ clientId: '4711', clientSecret: testSecret('the secret') },
  }),
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: {
    sign: (rawBody, _at, key) => ({
      headers: { 'sm-signature': signatureOf(rawBody, keys[key], { algorithm: 'sha1', encoding: 'base64' }) },
      ...{ path: '', query: {}, rawBody },
    }),
    covers: ['body'],
    hasPrevious: false,
  },
  pull: { count: 250, list, inOrderOfChange: true },
});

test('the score of a choice is the number in its text, else its weight, else its place; weights of -100 to 100 are none', () => {
  const question = (change: (choice: (typeof choices)[number]) => object): Parameters<typeof scoresOf>[0] => ({
    ...{ id: '11', family: 'matrix', answers: { choices: choices.map((choice) => ({ ...choice, ...change(choice) })) } },
  });
  const expected = choices.map((_, score) => score);
  const scored = (change: (choice: (typeof choices)[number]) => object): unknown => [...(scoresOf(question(change))?.values() ?? [])];
  assert.deepEqual(
    scored(({ text }) => ({ text: `${text} of ten`.replace('ten', 'all'), weight: 3 })),
    expected,
  );
  assert.deepEqual(
    scored(() => ({ text: 'smile' })),
    expected,
  );
  assert.deepEqual(
    scored(({ weight }) => ({ text: '', weight: weight < 7 ? -100 : 100 })),
    expected,
  );
  assert.equal(scoresOf({ id: '1', family: 'matrix', answers: { choices: choices.slice(1) } }), undefined);
});

test('eleven things to choose from are no scale; scores to choose from are one', () => {
  const things = choices.map((choice) => ({ ...choice, text: `Shop in town ${'abcdefghijk'[choice.weight] ?? ''}`, weight: 0 }));
  assert.equal(scoresOf({ id: '1', family: 'single_choice', answers: { choices: things } }), undefined);
  assert.equal(scoresOf({ id: '1', family: 'single_choice', answers: { choices } })?.get('c7'), 7);
});
