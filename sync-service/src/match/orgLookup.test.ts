import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SalesforceClient } from '../salesforce/client.ts';
import { OrgUnavailable } from '../salesforce/errors.ts';
import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { startStubOrg, type StubOrg } from '../testing/stubOrg.ts';
import { nothingWanted, OrgLookup } from './orgLookup.ts';
import { defaultMatchSettings } from './settings.ts';

const ann = { Id: '003000000000001AAA', Email: 'ann@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };

async function orgWith(context: TestContext): Promise<{ org: StubOrg; client: SalesforceClient }> {
  const org = await startStubOrg();
  context.after(() => org.close());
  return { org, client: new SalesforceClient(readOrgSettings(org.environment())) };
}

/** The org answers queries that name this text with a refusal. */
function refuse(org: StubOrg, text: string, errorCode: string, message: string): void {
  const plain = org.records.query.bind(org.records);
  org.records.query = (soql) => (soql.includes(text) ? [{ errorCode, message }] : plain(soql));
}

test('what the org has is remembered for its time, what it has not for a fifth of it', async (t) => {
  const { org, client } = await orgWith(t);
  org.records.add('Contact', ann);
  let now = 0;
  const lookup = new OrgLookup(client, { ...defaultMatchSettings, cacheSeconds: 100 }, { now: () => now });
  const find = async (): Promise<readonly (string | undefined)[]> => {
    const found = await lookup.find({ ...nothingWanted, emails: ['ann@example.com', 'new@example.com'] });
    return ['ann@example.com', 'new@example.com'].map((email) => found.contactsWithEmail(email)[0]?.id);
  };
  assert.deepEqual(await find(), [ann.Id, undefined]);
  assert.equal(client.calls, 1);
  org.records.add('Contact', { ...ann, Id: '003000000000002AAA', Email: 'New@example.com' });
  now = 19_999;
  assert.deepEqual(await find(), [ann.Id, undefined]);
  assert.equal(client.calls, 1);
  now = 20_000;
  assert.deepEqual(await find(), [ann.Id, '003000000000002AAA']);
  assert.equal(client.calls, 2);
  now = 99_999;
  await find();
  assert.equal(client.calls, 2);
});

test('what is forgotten is asked again', async (t) => {
  const { org, client } = await orgWith(t);
  org.records.add('Contact', ann);
  const lookup = new OrgLookup(client);
  const find = async (): Promise<number> => {
    const found = await lookup.find({ ...nothingWanted, emails: ['ann@example.com'], contactIds: [ann.Id] });
    return found.contactsWithEmail('ann@example.com').length + (found.contact(ann.Id) === undefined ? 0 : 1);
  };
  assert.equal(await find(), 2);
  org.records.delete('Contact', ann.Id);
  assert.equal(await find(), 2);
  lookup.forget({ text: { email: 'ANN@example.com', contact_id: ann.Id } });
  assert.equal(await find(), 0);
});

test('a batch that is larger than the memory is answered in full', async (t) => {
  const { org, client } = await orgWith(t);
  const people = Array.from({ length: 300 }, (_, index) => ({
    ...ann,
    Id: `003${String(index).padStart(12, '0')}AAA`,
    Email: `p${index}@example.com`,
  }));
  org.records.add('Contact', ...people);
  const lookup = new OrgLookup(client, { ...defaultMatchSettings, cacheEntries: 100 });
  const emails = people.map(({ Email }) => Email);
  const found = await lookup.find({ ...nothingWanted, emails });
  assert.ok(emails.every((email) => found.contactsWithEmail(email).length === 1));
});

test('what the service may not read of leads or phones is done without, and told once', async (t) => {
  const { org, client } = await orgWith(t);
  org.records.add('Contact', ann);
  refuse(org, 'FROM Lead', 'INVALID_TYPE', "sObject type 'Lead' is not supported");
  const told: (string | undefined)[] = [];
  const telemetry = { ...silentTelemetry, condition: (_part: string, problem?: string): number => told.push(problem) };
  const lookup = new OrgLookup(client, defaultMatchSettings, { telemetry });
  const wanted = { ...nothingWanted, emails: ['ann@example.com'], leadEmails: ['lead@example.com'] };
  const found = await lookup.find(wanted);
  assert.equal(found.contactsWithEmail('ann@example.com')[0]?.id, ann.Id);
  assert.deepEqual(told, [
    "Answers are not matched to leads: the user of the sync service cannot read Email of leads (INVALID_TYPE: sObject type 'Lead' is not supported)",
  ]);
  const calls = client.calls;
  await lookup.find({ ...wanted, leadEmails: ['other@example.com'] });
  assert.equal(client.calls, calls, 'not asked again for a while');
});

test('a field that matching cannot do without stops it in words, without the values', async (t) => {
  const { org, client } = await orgWith(t);
  refuse(
    org,
    'Number__c',
    'INVALID_FIELD',
    "Number__c FROM Contact WHERE Number__c IN ('K-17')\nNo such column 'Number__c' on entity 'Contact'.",
  );
  const lookup = new OrgLookup(client, { ...defaultMatchSettings, contactKeyField: 'Number__c' });
  await assert.rejects(lookup.find({ ...nothingWanted, contactKeys: ['K-17'] }), (thrown: unknown) => {
    assert.ok(thrown instanceof OrgUnavailable);
    assert.match(thrown.message, /No such column 'Number__c' on entity 'Contact'.*contactKeyField/);
    assert.doesNotMatch(thrown.message, /K-17/);
    return true;
  });
});

test('an id that the org cannot read is found nowhere and holds nobody else back', async (t) => {
  const { org, client } = await orgWith(t);
  org.records.add('Account', { Id: '001000000000001AAA' });
  refuse(org, '001000000000009AAX', 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field');
  const found = await new OrgLookup(client).find({ ...nothingWanted, accountIds: ['001000000000009AAX', '001000000000001AAA'] });
  assert.deepEqual([found.existing('001000000000001AAA'), found.existing('001000000000009AAX')], ['001000000000001AAA', undefined]);
});
