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
  proxy = await startFaultProxy(org.url);
});
afterEach(() => Promise.all([proxy.close(), org.close()]));

const info = z.looseObject({ id: z.string(), state: z.string(), numberRecordsFailed: z.number().optional() });

function send(method: string, path: string, body?: string): Promise<Response> {
  const type = method === 'PUT' ? 'text/csv' : 'application/json';
  return fetch(`${proxy.url}/services/data/v66.0/jobs/ingest${path}`, {
    method,
    headers: { authorization: `Bearer ${org.environment()['SALESFORCE_ACCESS_TOKEN'] ?? ''}`, 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
}

const onClosing = (fault: Fault): void => proxy.follow(({ kind }) => (kind === 'close job' ? fault : undefined));

/** Creates a job with the surveys a and b, uploads and closes it. @returns its id */
async function load(): Promise<string> {
  const wanted = { object: 'PulseSurvey__c', operation: 'upsert', externalIdFieldName: 'Key__c' };
  const { id } = info.parse(await (await send('POST', '', JSON.stringify(wanted))).json());
  await send('PUT', `/${id}/batches`, 'Key__c,Name\na,"A ""one"""\nb,B\n');
  assert.equal((await send('PATCH', `/${id}`, '{"state":"UploadComplete"}')).status, 200);
  return id;
}

const keysInOrg = (): unknown[] => org.records.all('PulseSurvey__c').map((survey) => survey['Key__c']);

for (const [when, keys] of [
  ['before', []],
  ['after', ['a', 'b']],
] as const) {
  test(`given a job that vanishes ${when} its work is done, it is not found and the org has ${keys.length} records`, async () => {
    onClosing({ kind: 'vanish', when });
    const id = await load();
    assert.deepEqual([(await send('GET', `/${id}`)).status, (await send('GET', `/${id}/failedResults`)).status], [404, 404]);
    assert.deepEqual(keysInOrg(), keys);
  });
}

test('given a job that fails, it ends as Failed and all its rows are unprocessed', async () => {
  onClosing({ kind: 'job fails' });
  const id = await load();
  assert.equal(info.parse(await (await send('GET', `/${id}`)).json()).state, 'Failed');
  assert.equal(await (await send('GET', `/${id}/unprocessedrecords`)).text(), '"Key__c","Name"\n"a","A ""one"""\n"b","B"\n');
  assert.equal(await (await send('GET', `/${id}/successfulResults`)).text(), '"sf__Id","sf__Created","Key__c","Name"\n');
  assert.deepEqual(keysInOrg(), []);
});

test('given poison, its row fails within the job and the others are saved', async () => {
  proxy.poison(new Map([['b', 'STRING_TOO_LONG']]));
  const id = await load();
  assert.deepEqual(keysInOrg(), ['a']);
  const { state, numberRecordsFailed } = info.parse(await (await send('GET', `/${id}`)).json());
  assert.deepEqual([state, numberRecordsFailed], ['JobComplete', 1]);
  assert.match(await (await send('GET', `/${id}/failedResults`)).text(), /^"","STRING_TOO_LONG:.*","b","B"$/m);
});
