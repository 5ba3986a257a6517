import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { z } from 'zod';
import { startStubOrg, type StubOrg } from '../stubOrg.ts';
import { startFaultProxy, type FaultProxy } from './faultProxy.ts';
import type { Fault } from './faults.ts';

let org: StubOrg;
let proxy: FaultProxy;

beforeEach(async () => {
  org = await startStubOrg();
  proxy = await startFaultProxy(org.url, { random: () => 0.4 });
});
afterEach(() => Promise.all([proxy.close(), org.close()]));

const once = (fault: Fault): void => proxy.follow(({ number }) => (number === 1 ? fault : undefined));

const record = (key: string): unknown => ({ attributes: { type: 'PulseSurvey__c' }, Key__c: key });

function upsert(keys: readonly string[]): Promise<Response> {
  const url = '/services/data/v66.0/composite/sobjects/PulseSurvey__c/Key__c';
  return send({ compositeRequest: [{ method: 'PATCH', url, referenceId: 'r', body: { records: keys.map(record) } }] });
}

function send(body: unknown): Promise<Response> {
  return fetch(`${proxy.url}/services/data/v66.0/composite`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.environment()['SALESFORCE_ACCESS_TOKEN'] ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const saved = z.object({ compositeResponse: z.array(z.object({ body: z.array(z.object({ success: z.boolean() })) })) });

async function successes(reply: Response): Promise<readonly boolean[]> {
  return saved.parse(await reply.json()).compositeResponse.flatMap(({ body }) => body.map(({ success }) => success));
}

for (const [when, kept] of [
  ['before', 0],
  ['after', 1],
  ['within', 1],
] as const) {
  test(`given a connection cut ${when} the work, the caller hears nothing and the org has ${kept} records`, async () => {
    once({ kind: 'cut', when });
    await assert.rejects(async () => (await upsert(['a'])).text());
    assert.equal(org.records.all('PulseSurvey__c').length, kept);
  });
}

test('given a refusal with Retry-After, the org hears nothing and the next request passes', async () => {
  once({ kind: 'refused', status: 503, code: 'SERVER_UNAVAILABLE', retryAfterSeconds: 7 });
  const refused = await upsert(['a']);
  assert.deepEqual([refused.status, refused.headers.get('retry-after'), org.calls()], [503, '7', 0]);
  assert.deepEqual(await successes(await upsert(['a'])), [true]);
});

test('given partial results, refused records are not saved and stand at their places', async () => {
  const shares = [0.9, 0.1, 0.9];
  const uneven = await startFaultProxy(org.url, { random: () => shares.shift() ?? 0.9 });
  await proxy.close();
  proxy = uneven;
  once({ kind: 'partial', code: 'UNABLE_TO_LOCK_ROW', share: 0.5 });
  assert.deepEqual(await successes(await upsert(['a', 'b', 'c'])), [true, false, true]);
  assert.deepEqual(
    org.records.all('PulseSurvey__c').map((survey) => survey['Key__c']),
    ['a', 'c'],
  );
});

test('given that all records are refused, the org hears nothing', async () => {
  once({ kind: 'partial', code: 'UNABLE_TO_LOCK_ROW', share: 1 });
  assert.deepEqual(await successes(await upsert(['a', 'b'])), [false, false]);
  assert.equal(org.calls(), 0);
});

test('given poison, the record is refused as often as it comes', async () => {
  proxy.poison(new Map([['b', 'STRING_TOO_LONG']]));
  assert.deepEqual(await successes(await upsert(['a', 'b'])), [true, false]);
  assert.deepEqual(await successes(await upsert(['b'])), [false]);
});

test('given an expired session, its token is refused until somebody logs in', async () => {
  once({ kind: 'expired' });
  assert.deepEqual([(await upsert(['a'])).status, (await upsert(['a'])).status], [401, 401]);
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'stub-client', client_secret: 'stub-secret' });
  const granted = z
    .object({ access_token: z.string(), instance_url: z.string() })
    .parse(await (await fetch(`${proxy.url}/services/oauth2/token`, { method: 'POST', body: form })).json());
  assert.equal(granted.instance_url, proxy.url);
  const query = await fetch(`${proxy.url}/services/data/v66.0/composite`, {
    method: 'POST',
    headers: { authorization: `Bearer ${granted.access_token}` },
    body: JSON.stringify({ compositeRequest: [] }),
  });
  assert.equal(query.status, 200);
});
