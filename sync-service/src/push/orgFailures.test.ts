import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { importFile, type ImportSummary } from '../importFile.ts';
import { exitCodeOf } from '../summary/importSummary.ts';
import { canonicalContacts, canonicalFile } from '../testing/canonicalFile.ts';
import { startStubOrg, type RequestFault, type StubOrg } from '../testing/stubOrg.ts';
import { workFolder } from '../testing/workFolder.ts';

const answers = 300;

interface Given {
  readonly org: StubOrg;
  readonly waits: number[];
  readonly run: (environment?: NodeJS.ProcessEnv) => Promise<ImportSummary>;
}

async function given(context: TestContext, content = canonicalFile(answers)): Promise<Given> {
  const org = await startStubOrg();
  context.after(() => org.close());
  org.records.add('Contact', ...canonicalContacts);
  const folder = workFolder(context);
  const file = folder.write('answers.csv', content);
  const waits: number[] = [];
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  return { org, waits, run: (environment = org.environment()) => importFile({ file, data: folder.data, environment, client: { wait } }) };
}

/** The first requests fail in these ways, one after the other; later ones do not. */
function firstly(...faults: readonly RequestFault[]): (call: number) => RequestFault | undefined {
  return (call) => faults[call - 1];
}

/** An address of this machine at which nobody listens (any more). */
async function addressOfNobody(): Promise<string> {
  const { url, close } = await startStubOrg();
  await close();
  return url;
}

function complete(org: StubOrg, summary: ImportSummary): void {
  assert.equal(summary.stopped, undefined);
  assert.equal(org.records.all('PulseResponse__c').length, answers);
  assert.deepEqual([summary.created + summary.updated, summary.waiting, summary.deadLetters, summary.parked], [answers, 0, 0, 0]);
  assert.equal(exitCodeOf(summary), 0);
}

test('lost connections and replies lost after the commit are asked for again, and nothing is doubled', async (t) => {
  const { org, run } = await given(t);
  org.failRequests(firstly('cut before', 'cut after', 'cut after', 'cut before', 'cut after'));
  complete(org, await run());
});

test('503 with Retry-After and 429 are waited for as long as the org asks', async (t) => {
  const { org, run, waits } = await given(t);
  org.failRequests(firstly({ status: 503, headers: { 'retry-after': '7' } }, { status: 429 }, { status: 500, body: 'oops' }));
  complete(org, await run());
  assert.ok((waits[0] ?? 0) >= 7000);
});

test('given a Retry-After of months, when it is waited for, then minutes are enough: nobody would notice that the org is back', async (t) => {
  const { org, run, waits } = await given(t);
  org.failRequests(firstly({ status: 503, headers: { 'retry-after': '9999999' } }));
  complete(org, await run());
  assert.equal(waits[0], 600_000);
});

test('an expired session is renewed once', async (t) => {
  const { org, run } = await given(t);
  org.expireSessions();
  complete(org, await run());
  assert.equal(org.logins(), 1);
});

test('an expired token without another way in: stored, said, and done by the next run', async (t) => {
  const { org, run } = await given(t);
  const { SALESFORCE_CLIENT_SECRET: _secret, ...tokenOnly } = org.environment();
  org.expireSessions();
  const summary = await run(tokenOnly);
  assert.match(summary.stopped ?? '', /refused the access token.*run the same command again/s);
  assert.deepEqual([summary.accepted, summary.waiting, exitCodeOf(summary)], [answers, answers, 1]);
  complete(org, await run());
});

test('refused credentials are said, without the secret', async (t) => {
  const { org, run } = await given(t);
  const { SALESFORCE_ACCESS_TOKEN: _token, ...environment } = org.environment();
  const summary = await run({ ...environment, SALESFORCE_CLIENT_SECRET: 'not-the-one' });
  assert.match(summary.stopped ?? '', /refused the credentials \(invalid_client: invalid client credentials\)/);
  assert.doesNotMatch(JSON.stringify(summary), /not-the-one/);
  assert.equal(exitCodeOf(summary), 1);
});

test('an org that is not there: everything is stored, and the next run brings it', async (t) => {
  const { org, run, waits } = await given(t);
  const summary = await run({ ...org.environment(), SALESFORCE_INSTANCE_URL: await addressOfNobody() });
  assert.equal(waits.length, 2, 'said soon: an address at which nothing ever answered is more likely wrong than busy');
  assert.match(
    summary.stopped ?? '',
    /cannot be reached at http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED, 3 attempts\).*run the same command again/,
  );
  assert.deepEqual([summary.accepted, summary.waiting], [answers, answers]);
  complete(org, await run());
});

test('an org that stops in mid-import: what arrived is counted, the rest waits', async (t) => {
  const { org, run } = await given(t, canonicalFile(1900));
  org.failRequests((call) => (call > 3 ? 'cut before' : undefined));
  const stopped = await run();
  assert.match(stopped.stopped ?? '', /cannot be reached/);
  assert.ok(stopped.created > 0 && stopped.waiting > 0);
  assert.equal(stopped.created + stopped.waiting, 1900);
  org.failRequests(undefined);
  const resumed = await run();
  assert.equal(resumed.created + resumed.updated, stopped.waiting);
  assert.equal(org.records.all('PulseResponse__c').length, 1900);
});

test('no API calls left: the import stops at once and says so', async (t) => {
  const { org, run, waits } = await given(t);
  org.failRequests(() => ({ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }] }));
  const summary = await run();
  assert.match(summary.stopped ?? '', /no more requests for now \(REQUEST_LIMIT_EXCEEDED/);
  assert.deepEqual([summary.waiting, waits.length], [answers, 0]);
});

test('locked rows are sent again in smaller collections until they go through', async (t) => {
  const { org, run } = await given(t);
  const tries = new Map<unknown, number>();
  org.failRecords((object, record) => {
    if (object !== 'PulseResponse__c') return undefined;
    const count = (tries.get(record['ExternalId__c']) ?? 0) + 1;
    tries.set(record['ExternalId__c'], count);
    return count < 4 && String(record['ExternalId__c']).endsWith('7') ? { code: 'UNABLE_TO_LOCK_ROW' } : undefined;
  });
  complete(org, await run());
});

test('a record the org refuses for its content is a visible dead letter; the others go through; a later run tries it again', async (t) => {
  const { org, run } = await given(t);
  org.failRecords((object, record) =>
    object === 'PulseResponse__c' && record['ExternalId__c'] === 'csv:answer 5'
      ? { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not on a Sunday, someone@example.com' }
      : undefined,
  );
  const summary = await run();
  assert.deepEqual([summary.created, summary.deadLetters, summary.waiting, exitCodeOf(summary)], [answers - 1, 1, 0, 0]);
  assert.deepEqual(summary.refusals, [
    {
      externalId: 'csv:answer 5',
      state: 'dead',
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      reason: 'PulseResponse__c: Not on a Sunday, (e-mail address)',
    },
  ]);
  org.failRecords(undefined);
  const second = await run();
  assert.deepEqual([second.created, second.unchanged, second.deadLetters], [1, answers - 1, 0]);
});

test('an unknown code is tried a few times, then a dead letter', async (t) => {
  const { org, run } = await given(t);
  let tries = 0;
  org.failRecords((object, record) => {
    if (object !== 'PulseResponse__c' || record['ExternalId__c'] !== 'csv:answer 5') return undefined;
    tries++;
    return { code: 'NEVER_HEARD_OF' };
  });
  const summary = await run();
  assert.deepEqual([summary.created, summary.deadLetters], [answers - 1, 1]);
  assert.equal(tries, 5);
});

test("a field of the customer's own that must be unique: the answer is a dead letter that names it, and waits for nothing", async (t) => {
  const { org, run } = await given(t);
  const message = 'duplicate value found: Ticket__c duplicates value on record with id: a01000000000001';
  org.failRecords((object, record) =>
    object === 'PulseResponse__c' && record['ExternalId__c'] === 'csv:answer 7' ? { code: 'DUPLICATE_VALUE', message } : undefined,
  );
  const summary = await run();
  assert.deepEqual([summary.created, summary.waiting, summary.deadLetters], [answers - 1, 0, 1]);
  assert.match(summary.refusals[0]?.reason ?? '', /Ticket__c duplicates value/);
});

test('a permission that is missing for all stops the import with the reason', async (t) => {
  const { org, run } = await given(t);
  org.failRecords((object) =>
    object === 'PulseResponse__c' ? { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', message: 'No access to Comment__c' } : undefined,
  );
  const summary = await run();
  assert.match(summary.stopped ?? '', /refuses every answer \(INVALID_FIELD_FOR_INSERT_UPDATE, .*Comment__c.*permission set/);
  assert.equal(exitCodeOf(summary), 1);
  org.failRecords(undefined);
  const second = await run();
  assert.equal(second.created, answers);
});

test('a contact that is gone by the time of the push: its answers are kept, unlinked', async (t) => {
  const { org, run } = await given(t);
  org.failRecords((_object, record) =>
    record['Contact__c'] === '003000000000100AAA'
      ? { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' }
      : undefined,
  );
  complete(org, await run());
  assert.equal(org.records.all('PulseResponse__c').filter((record) => record['Contact__c'] === '003000000000100AAA').length, 0);
});

test('a contact that goes while its answers are on their way: they go to the one that has its address now', async (t) => {
  const { org, run } = await given(t, 'response_id,email,responded_at\n1,ann@example.com,2024-01-01\n2,ann@example.com,2024-01-02\n');
  const was = { Id: '003000000000900AAA', Email: 'ann@example.com', AccountId: '001000000000900AAA' };
  const is = { ...was, Id: '003000000000901AAA' };
  org.records.add('Contact', was);
  org.failRecords((_object, record) => {
    if (record['Contact__c'] !== was.Id) return undefined;
    org.records.delete('Contact', was.Id);
    if (org.records.all('Contact').every(({ Id }) => Id !== is.Id)) org.records.add('Contact', is);
    return { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' };
  });
  const summary = await run();
  assert.deepEqual([summary.created, summary.deadLetters, summary.waiting], [2, 0, 0]);
  assert.deepEqual(
    org.records.all('PulseResponse__c').map((record) => [record['Contact__c'], record['MatchedBy__c'], record['MatchNote__c']]),
    [1, 2].map(() => [is.Id, 'Email', undefined]),
  );
});

test('a parent that somebody deleted in the org is made again', async (t) => {
  const header = 'response_id,respondent,responded_at\n';
  const { org, run } = await given(t, `${header}1,visitor,2024-01-01\n`);
  await run();
  org.records.delete('ContactPulse__c', 'R:csv:visitor');
  const folder = workFolder(t);
  const file = folder.write('more.csv', `${header}2,visitor,2024-01-01\n`);
  const first = await importFile({ file, data: folder.data, environment: org.environment() });
  assert.equal(first.created, 1);
  org.records.delete('ContactPulse__c', 'R:csv:visitor');
  const again = folder.write('again.csv', `${header}3,visitor,2024-01-01\n`);
  const second = await importFile({ file: again, data: folder.data, environment: org.environment() });
  assert.deepEqual([second.created, second.deadLetters], [1, 0]);
});

test('a store is bound to its org', async (t) => {
  const { org, run } = await given(t);
  await run({ ...org.environment(), SALESFORCE_INSTANCE_URL: await addressOfNobody() });
  await assert.rejects(
    run({ ...org.environment(), SALESFORCE_ACCESS_TOKEN: '00D000000000002!other' }),
    /belongs to the org 00D000000000001/,
  );
});

test('a page of a proxy or a maintenance in place of the org: one line that says so, everything kept', async (t) => {
  const { org, run } = await given(t);
  org.failRequests(firstly({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>down</html>' }));
  const summary = await run();
  assert.match(summary.stopped ?? '', /does not answer as Salesforce does\. Check SALESFORCE_INSTANCE_URL/);
  assert.deepEqual([summary.waiting, exitCodeOf(summary)], [answers, 1]);

  org.failRequests(undefined);
  complete(org, await run());
});
