import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer, TextField } from '../answer.ts';
import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Assignment } from '../store/store.ts';
import { startStubOrg } from '../testing/stubOrg.ts';
import { workFolder } from '../testing/workFolder.ts';
import { emailKey, sourceKey } from './keys.ts';
import { matchAnswers } from './matchAnswers.ts';
import { OrgLookup } from './orgLookup.ts';

const account = '001000000000001AAA';
const otherAccount = '001000000000002AAA';
const ann = { Id: '003000000000001AAA', AccountId: account, Email: 'ann@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };
const annAgain = { ...ann, Id: '003000000000002AAA', AccountId: otherAccount, LastModifiedDate: '2024-06-01T00:00:00.000+0000' };
const loner = { Id: '003000000000003AAA', AccountId: null, Email: 'loner@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };

async function matched(
  context: TestContext,
  ...texts: Partial<Record<TextField, string>>[]
): Promise<{ places: Assignment[]; calls: number }> {
  const org = await startStubOrg();
  const store = openSqliteStore(workFolder(context).data);
  context.after(async () => {
    await store.close();
    await org.close();
  });
  org.records.add('Contact', ann, annAgain, loner);
  org.records.add('Account', { Id: account }, { Id: otherAccount });
  org.records.add('Case', { Id: '500000000000001AAA' });
  await store.accept(
    texts.map((text, index): Answer => ({ source: 's', responseId: String(index), respondedAt: '2024-03-01T00:00:00.000Z', text })),
  );
  const client = new SalesforceClient(readOrgSettings(org.environment()));
  const places = await matchAnswers(store, new OrgLookup(client), await store.waiting(0, 100));
  assert.deepEqual(
    (await store.waiting(0, 100)).map(({ assignment }) => assignment),
    places.map(({ assignment }) => assignment),
    'decisions are stored',
  );
  return { places: places.map(({ assignment }) => assignment), calls: client.calls };
}

test("a contact id that exists decides, with the contact's account", async (t) => {
  const { places } = await matched(t, { contact_id: ann.Id.slice(0, 15), email: 'loner@example.com' });
  assert.deepEqual(places, [
    {
      accountPulse: { key: `A:${account}`, accountId: account },
      contactPulse: { key: `C:${ann.Id}:${account}`, contactId: ann.Id },
      rule: 'contact id',
    },
  ]);
});

test('a contact id that does not exist gives way to the e-mail, and the decision says so', async (t) => {
  const { places } = await matched(t, { contact_id: '003000000000009AAA', email: 'LONER@example.com' });
  const key = `C:${loner.Id}:`;
  assert.deepEqual(places, [
    {
      accountPulse: { key: sourceKey('s', key) },
      contactPulse: { key, contactId: loner.Id },
      rule: 'e-mail',
      note: 'contact_id is not a contact of the org',
    },
  ]);
});

test('of several contacts with one e-mail the most recently active is taken, and the decision says so', async (t) => {
  const [place] = (await matched(t, { email: 'Ann <ann@example.com>' })).places;
  assert.equal(place?.contactPulse.contactId, annAgain.Id);
  assert.equal(place.note, '2 contacts have this address; the one with the latest activity was taken');
});

test('the account at the time of the answer is the one the source names', async (t) => {
  const [place] = (await matched(t, { contact_id: ann.Id, account_id: otherAccount })).places;
  assert.deepEqual([place?.accountPulse.key, place?.contactPulse.key], [`A:${otherAccount}`, `C:${ann.Id}:${otherAccount}`]);
});

test('unknown addresses, respondents and anonymous answers each get their own key, under the account where one is named', async (t) => {
  const { places, calls } = await matched(
    t,
    { email: 'nobody@example.com' },
    { email: 'nobody@example.com', account_id: account },
    { respondent: 'visitor 1' },
    {},
    { account_id: account, case_id: '500000000000001AAA' },
    { email: 'not an address', case_id: 'nonsense' },
  );
  const unknown = emailKey('nobody@example.com');
  assert.deepEqual(
    places.map(({ accountPulse, contactPulse, rule }) => [accountPulse.key, contactPulse.key, rule]),
    [
      [sourceKey('s', unknown), unknown, 'unknown e-mail'],
      [`A:${account}`, unknown, 'unknown e-mail'],
      [sourceKey('s', 'R:s:visitor 1'), 'R:s:visitor 1', 'respondent'],
      [sourceKey('s', 'X:s:202403:0'), 'X:s:202403:0', 'anonymous'],
      [`A:${account}`, `X:${account}:202403:0`, 'anonymous'],
      [sourceKey('s', 'X:s:202403:0'), 'X:s:202403:0', 'anonymous'],
    ],
  );
  assert.equal(places[4]?.caseId, '500000000000001AAA');
  assert.equal(places[5]?.note, 'case_id is not a case of the org; email is not an address');
  assert.equal(calls, 2, 'all look-ups in one call, leads in another');
});
