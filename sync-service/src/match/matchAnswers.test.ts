import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer, TextField } from '../answer.ts';
import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Assignment, Store } from '../store/store.ts';
import { startStubOrg } from '../testing/stubOrg.ts';
import type { RecordFault, StubRecords } from '../testing/stubRecords.ts';
import { workFolder } from '../testing/workFolder.ts';
import { emailKey, phoneKey, sourceKey, unknownContactKey } from './keys.ts';
import { matchAnswers } from './matchAnswers.ts';
import { OrgLookup } from './orgLookup.ts';
import { defaultMatchSettings, type MatchSettings } from './settings.ts';

const account = '001000000000001AAA';
const otherAccount = '001000000000002AAA';
const ann = { Id: '003000000000001AAA', AccountId: account, Email: 'ann@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };
const annAgain = { ...ann, Id: '003000000000002AAA', AccountId: otherAccount, LastModifiedDate: '2024-06-01T00:00:00.000+0000' };
const loner = { Id: '003000000000003AAA', AccountId: null, Email: 'loner@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };

interface Given {
  readonly settings?: Partial<MatchSettings>;
  readonly answer?: Partial<Answer>;
  /** Prepares the org. */
  readonly org?: (records: StubRecords) => void;
  readonly failing?: RecordFault;
}

interface Matched {
  readonly places: readonly Assignment[];
  readonly calls: number;
  readonly records: StubRecords;
  readonly store: Store;
  readonly again: () => Promise<readonly Assignment[]>;
}

async function matchedWith(context: TestContext, given: Given, ...texts: Partial<Record<TextField, string>>[]): Promise<Matched> {
  const org = await startStubOrg();
  const store = openSqliteStore(workFolder(context).data);
  context.after(async () => {
    await store.close();
    await org.close();
  });
  org.records.add('Contact', ann, annAgain, loner);
  org.records.add('Account', { Id: account }, { Id: otherAccount });
  org.records.add('Case', { Id: '500000000000001AAA' });
  given.org?.(org.records);
  org.failRecords(given.failing);
  await store.accept(
    texts.map((text, index): Answer => ({
      source: 's',
      responseId: String(index),
      respondedAt: '2024-03-01T00:00:00.000Z',
      text,
      ...given.answer,
    })),
  );
  const client = new SalesforceClient(readOrgSettings(org.environment()));
  const settings = { ...defaultMatchSettings, ...given.settings };
  const again = async (): Promise<readonly Assignment[]> => {
    const matched = await matchAnswers(store, new OrgLookup(client, settings), await store.waiting(0, 100));
    return matched.map(({ assignment }) => assignment);
  };
  const places = await again();
  assert.deepEqual(
    (await store.waiting(0, 100)).map(({ assignment }) => assignment),
    places,
    'decisions are stored',
  );
  return { places, calls: client.calls, records: org.records, store, again };
}

function matched(context: TestContext, ...texts: Partial<Record<TextField, string>>[]): Promise<Matched> {
  return matchedWith(context, {}, ...texts);
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

const invitation = 'a06000000000001AAA';

test('an invitation decides before everything else, with the account it was sent about', async (t) => {
  const sent = { Id: invitation, Contact__c: ann.Id, Account__c: otherAccount, Email__c: 'ann@example.com' };
  const { places } = await matchedWith(
    t,
    { org: (records) => records.add('PulseInvitation__c', sent) },
    { invitation: invitation.slice(0, 15), email: 'forwarded@example.com' },
  );
  assert.deepEqual(places, [
    {
      accountPulse: { key: `A:${otherAccount}`, accountId: otherAccount },
      contactPulse: { key: `C:${ann.Id}:${otherAccount}`, contactId: ann.Id },
      rule: 'invitation',
      note: 'it was answered from another address than it was sent to',
      invitationId: invitation,
    },
  ]);
});

test('an invitation of another contact than the answer names decides, and the decision says so', async (t) => {
  const sent = { Id: invitation, Contact__c: ann.Id };
  const { places } = await matchedWith(
    t,
    { org: (records) => records.add('PulseInvitation__c', sent) },
    { invitation, contact_id: loner.Id },
    { invitation, contact_id: ann.Id.slice(0, 15) },
  );
  assert.deepEqual(
    places.map((place) => [place.contactPulse.contactId, place.note]),
    [
      [ann.Id, 'contact_id is another contact than the one who was invited'],
      [ann.Id, undefined],
    ],
  );
});

test('an invitation to an address alone gives its address to the other rules; one that is not there says so', async (t) => {
  const sent = { Id: invitation, Email__c: 'Loner@example.com' };
  const { places } = await matchedWith(
    t,
    { org: (records) => records.add('PulseInvitation__c', sent) },
    { invitation },
    { invitation: 'a06000000000009AAA', email: 'loner@example.com' },
  );
  assert.deepEqual(
    places.map((place) => [place.contactPulse.contactId, place.rule, place.invitationId, place.note]),
    [
      [loner.Id, 'e-mail', invitation, undefined],
      [loner.Id, 'e-mail', undefined, 'invitation is not an invitation of the org'],
    ],
  );
});

test('a value of the configured external id field decides; without the setting the note says that nobody looked', async (t) => {
  const org = (records: StubRecords): void => records.add('Contact', { ...loner, Number__c: 'K-17' });
  const { places } = await matchedWith(
    t,
    { org, settings: { contactKeyField: 'Number__c' } },
    { contact_key: ' K-17 ' },
    { contact_key: 'K-18' },
  );
  assert.deepEqual(
    places.map((place) => [place.contactPulse.contactId ?? place.contactPulse.key, place.rule]),
    [
      [loner.Id, 'contact key'],
      [unknownContactKey('K-18'), 'unknown contact key'],
    ],
  );
  const unset = await matchedWith(t, { org }, { contact_key: 'K-17' });
  assert.equal(unset.places[0]?.note, 'contact_key is not looked up: contactKeyField is not configured');
});

test('a phone number finds its contact however it is written there; an unknown one has a key of its own', async (t) => {
  const org = (records: StubRecords): void => {
    const plain = records.query.bind(records);
    records.query = (soql) =>
      soql.includes('MobilePhone LIKE')
        ? {
            totalSize: 2,
            done: true,
            records: [
              { ...loner, Phone: '(06) 1234 5678' },
              { ...ann, MobilePhone: '+1 612 345 678' },
            ],
          }
        : plain(soql);
  };
  const { places } = await matchedWith(
    t,
    { org, settings: { phoneCountry: 'NL' } },
    { phone: '0031612345678' },
    { phone: '020 1234567' },
    { phone: 'none' },
  );
  assert.deepEqual(
    places.map((place) => [place.contactPulse.contactId ?? place.contactPulse.key, place.rule, place.note]),
    [
      [loner.Id, 'phone', undefined],
      [phoneKey('+31201234567'), 'unknown phone', undefined],
      [places[2]?.contactPulse.key, 'anonymous', 'phone is not a number with a country'],
    ],
  );
});

test('an address that only a lead has leads to the lead', async (t) => {
  const lead = { Id: '00Q000000000001AAA', Email: 'lead@example.com', LastModifiedDate: '2024-01-01T00:00:00.000+0000' };
  const { places } = await matchedWith(t, { org: (records) => records.add('Lead', lead) }, { email: 'LEAD@example.com' });
  assert.deepEqual([places[0]?.contactPulse.key, places[0]?.leadId, places[0]?.rule], [`L:${lead.Id}`, lead.Id, 'lead']);
});

test('where people are to decide between several contacts the answer is held, under the account they share', async (t) => {
  const org = (records: StubRecords): void => records.add('Contact', { ...annAgain, AccountId: account });
  const { places } = await matchedWith(t, { org, settings: { severalContacts: ['review'] } }, { email: ann.Email });
  assert.deepEqual(places, [
    {
      accountPulse: { key: `A:${account}`, accountId: account },
      contactPulse: { key: emailKey(ann.Email) },
      rule: 'held for review',
      note: '2 contacts have this address; people have to decide whose answer it is',
    },
  ]);
});

test('given several contacts with one address, when one was invited, then it is theirs', async (t) => {
  const sent = { Id: invitation, Contact__c: ann.Id, SentAt__c: '2024-02-01T00:00:00.000+0000', Status__c: 'Sent' };
  const { places } = await matchedWith(t, { org: (records) => records.add('PulseInvitation__c', sent) }, { email: ann.Email });
  assert.deepEqual(
    [places[0]?.contactPulse.contactId, places[0]?.note],
    [ann.Id, '2 contacts have this address; the one who was invited last was taken'],
  );
});

test('who asks not to be asked again is on the list before the answer goes, once, with every address that is known', async (t) => {
  const { records, again, places } = await matchedWith(
    t,
    { answer: { doNotContact: true } },
    { contact_id: loner.Id, email: 'Private <private@example.com>' },
    { respondent: 'somebody' },
  );
  const list = (): unknown[] => records.all('PulseDoNotAsk__c').map((record) => [record['Key__c'], record['Program__c']]);
  assert.deepEqual(list(), [
    ['private@example.com', 'All'],
    ['loner@example.com', 'All'],
  ]);
  assert.deepEqual(
    places.map(({ optedOut }) => optedOut),
    [true, true],
  );
  records.delete('PulseDoNotAsk__c', 'loner@example.com');
  await again();
  assert.deepEqual(list(), [['private@example.com', 'All']], 'what people took back stays so');
});

test('who is on the list already stays as people have put them there, but for surveys of one program', async (t) => {
  const org = (records: StubRecords): void => {
    records.add('PulseDoNotAsk__c', { Id: 'all@example.com', Key__c: 'all@example.com', Program__c: 'All', OwnerId: 'an admin' });
    records.add('PulseDoNotAsk__c', { Id: 'some@example.com', Key__c: 'some@example.com', Program__c: 'Relational' });
  };
  const saved: string[] = [];
  const failing: RecordFault = (object, record) => {
    if (object !== 'PulseDoNotAsk__c') return undefined;
    saved.push(String(record['Key__c']));
    return record['OwnerId'] === 'an admin' ? { code: 'INSUFFICIENT_ACCESS_OR_READONLY' } : undefined;
  };
  const { records, places } = await matchedWith(
    t,
    { org, failing, answer: { doNotContact: true } },
    { email: 'all@example.com' },
    { email: 'some@example.com' },
  );
  assert.equal(places.length, 2);
  assert.deepEqual(saved, ['some@example.com']);
  assert.equal(records.byKey('PulseDoNotAsk__c', 'some@example.com')?.['Program__c'], 'All');
});

test('when the org refuses a wish not to be asked again, then its answer does not pass for done', async (t) => {
  const failing: RecordFault = (object) => (object === 'PulseDoNotAsk__c' ? { code: 'INSUFFICIENT_ACCESS_OR_READONLY' } : undefined);
  const { places, store } = await matchedWith(t, { answer: { doNotContact: true }, failing }, { email: 'a@example.com' });
  assert.deepEqual(places, []);
  const [refusal] = await store.refusals(10);
  assert.deepEqual([refusal?.state, refusal?.code], ['parked', 'INSUFFICIENT_ACCESS_OR_READONLY']);
  assert.match(refusal?.reason ?? '', /the wish not to be asked again was refused/);
});
