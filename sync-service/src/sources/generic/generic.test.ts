import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { Reading, WebhookRequest } from '../source.ts';
import { sourceSection } from '../kinds.ts';
import { delivered, openForTest, testSecret } from '../testing/opened.ts';
import { sourceConformance, type TestKey } from '../testing/sourceConformance.ts';

const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
const secrets = { right: secretOf('r'), previous: secretOf('p'), wrong: secretOf('w') };

/** Signs with the reference library, so that our own check is held to it. */
function sign(body: Uint8Array, at: Date, key: TestKey): WebhookRequest {
  const rawBody = Buffer.from(body);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secrets[key]).sign('msg_1', at, rawBody),
  };
  return { headers, path: '', query: {}, rawBody };
}

const section = { kind: 'generic', name: 'test', secret: testSecret(secrets.right), previousSecret: testSecret(secrets.previous) };

sourceConformance('generic webhook', {
  section: () => section,
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: { sign, covers: ['body', 'time'], hasPrevious: true },
});

test('the id of a message is its delivery id, and one of several signatures is enough', () => {
  const now = new Date();
  const { headers, ...request } = sign(Buffer.from('{}'), now, 'right');
  const both = { ...headers, 'webhook-signature': `v1a,AAAA v1,bm9wZQ== ${headers['webhook-signature'] ?? ''}` };
  assert.deepEqual(openForTest(section).authenticate?.({ ...request, headers: both }, now), { genuine: true, deliveryId: 'msg_1' });
});

test('id and time are signed with the body', () => {
  const now = new Date();
  const { headers, ...request } = sign(Buffer.from('{}'), now, 'right');
  const source = openForTest(section);
  for (const changed of [{ 'webhook-id': 'msg_2' }, { 'webhook-timestamp': String(Math.floor(now.getTime() / 1000) + 1) }]) {
    const authenticity = source.authenticate?.({ ...request, headers: { ...headers, ...changed } }, now);
    assert.deepEqual(authenticity, { genuine: false, reason: 'wrong signature' });
  }
});

test('a secret that is none is refused, for then anybody could sign', () => {
  for (const none of ['whsec_', '????', 'whsec_c2hvcnQ=']) {
    const problems = sourceSection.safeParse({ ...section, secret: testSecret(none) }).error?.issues.map(({ message }) => message);
    assert.match(problems?.join() ?? '', /TEST_SECRET holds no usable signing secret/);
  }
  assert.ok(sourceSection.safeParse({ ...section, secret: testSecret('') }).success, 'the loader tells that it is not there');
});

test('milliseconds for a time are signed and far off', () => {
  const now = new Date();
  const request = sign(Buffer.from('{}'), new Date(now.getTime() * 1000), 'right');
  assert.deepEqual(openForTest(section).authenticate?.(request, now), { genuine: false, reason: 'too old' });
});

test('the check finds a secret that is rather short', async () => {
  const source = openForTest({ ...section, secret: testSecret(`whsec_${Buffer.alloc(20).toString('base64')}`) });
  assert.match((await source.check?.())?.words ?? '', /shorter than 24 bytes/);
});

test('a batch of any size leaves others their turn, and is told in few words', async () => {
  const source = openForTest(section);
  const body = Buffer.from(`${'{"response_id":"1"}\n'.repeat(3_000)}{"response_id":"2","responded_at":"2026-01-01"}`);
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  const reading = await source.read(delivered(source, 'webhook', body, 'application/x-ndjson'));
  clearInterval(counting);
  assert.ok('problem' in reading);
  assert.match(reading.problem, /^line 1: .*; line 5: .* \(and 2995 more\)$/);
  assert.equal(reading.answers?.length, 1);
  assert.ok(turns > 2, `${turns} turns`);
});

test('what would become a thousand records, or hold a book, is refused with its number', async () => {
  const source = openForTest(section);
  const read = (rest: object): Promise<Reading> =>
    source.read(delivered(source, 'webhook', Buffer.from(JSON.stringify({ response_id: '1', responded_at: '2026-01-01', ...rest }))));
  const numbers = Array.from({ length: 1_000 }, (_, number) => `r${number}`);
  assert.deepEqual(await read({ reasons: numbers }), { problem: 'it has 1000 reasons; at most 100 fit' });
  assert.deepEqual(await read({ extra: Object.fromEntries(numbers.map((name) => [name, 1])) }), {
    problem: 'extra has 1000 values; at most 200 fit',
  });
  assert.deepEqual(await read({ extra: { note: 'x'.repeat(32_001) } }), {
    problem: 'a value in extra has 32001 characters; at most 32000 fit',
  });
});
