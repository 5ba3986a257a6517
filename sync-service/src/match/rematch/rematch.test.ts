import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer } from '../../answer.ts';
import { SalesforceClient } from '../../salesforce/client.ts';
import { readOrgSettings } from '../../salesforce/orgSettings.ts';
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts';
import type { Store } from '../../store/store.ts';
import { startStubOrg, type StubOrg } from '../../testing/stubOrg.ts';
import type { StubRecord } from '../../testing/stubRecords.ts';
import { workFolder } from '../../testing/workFolder.ts';
import { phoneKey } from '../keys.ts';
import { matchAnswers } from '../matchAnswers.ts';
import { OrgLookup } from '../orgLookup.ts';
import { defaultMatchSettings } from '../settings.ts';
import { rematchAll, rematchChanged, type RematchTools } from './rematch.ts';

const account = '001000000000001AAA';
const late = { Id: '003000000000001AAA', AccountId: account, Email: 'Late@example.com', LastModifiedDate: '2024-03-02T00:00:00.000+0000' };
const signal = new AbortController().signal;

interface World {
  readonly org: StubOrg;
  readonly store: Store;
  readonly tools: RematchTools;
  /** Queries that the org was asked. */
  readonly asked: string[];
  /** Overrides that were made. */
  readonly overrides: () => readonly StubRecord[];
  /** A contact appears in the org. */
  readonly appear: (contact: StubRecord) => void;
}

/** An org that has these answers, unlinked, because nobody was there when they came; the store has them as pushed. */
async function worldWith(context: TestContext, ...texts: Answer['text'][]): Promise<World> {
  const org = await startStubOrg();
  const store = openSqliteStore(workFolder(context).data);
  context.after(async () => {
    await store.close();
    await org.close();
  });
  const client = new SalesforceClient(readOrgSettings(org.environment()));
  const changed: StubRecord[] = [];
  const asked: string[] = [];
  const { records } = org;
  const plain = records.query.bind(records);
  records.query = (soql) => {
    asked.push(soql);
    if (!soql.includes('ORDER BY SystemModstamp')) return plain(soql);
    const page = soql.includes('FROM Contact') ? changed : [];
    return { totalSize: page.length, done: true, records: page };
  };
  const create = records.create.bind(records);
  let made = 0;
  records.create = (wire) => create({ ...wire, ...(JSON.stringify(wire).includes('PulseOverride__c') ? { Key__c: String(made++) } : {}) });
  await store.accept(
    texts.map((text, index): Answer => ({ source: 's', responseId: String(index), respondedAt: '2024-03-01T00:00:00.000Z', text })),
  );
  const matched = await matchAnswers(store, new OrgLookup(client), await store.waiting(0, 100));
  for (const [index, { externalId, assignment }] of matched.entries()) {
    const pulse = `a01${index}`;
    records.add('ContactPulse__c', { Id: pulse, Key__c: assignment.contactPulse.key });
    records.add('PulseResponse__c', {
      Id: externalId,
      ExternalId__c: externalId,
      Source__c: 's',
      RespondedAt__c: '2024-03-01T00:00:00.000+0000',
      ContactPulse__c: pulse,
      ContactPulse__r: { Key__c: assignment.contactPulse.key },
    });
  }
  await store.finish(matched.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
  return {
    org,
    store,
    asked,
    tools: { client, store, settings: defaultMatchSettings, now: () => new Date('2024-03-03T00:00:00.000Z') },
    overrides: () => records.all('PulseOverride__c'),
    appear(contact) {
      records.add('Contact', contact);
      changed.push({ ...contact, SystemModstamp: contact['LastModifiedDate'] });
    },
  };
}

test('given an answer of nobody, when its person appears, then it is moved there by an override, and org and store know why', async (t) => {
  const { tools, store, org, overrides, appear } = await worldWith(t, { email: 'late@example.com' }, { email: 'other@example.com' });
  assert.equal((await rematchChanged(tools, signal)).linked, 0);
  appear(late);
  assert.equal((await rematchChanged(tools, signal)).linked, 1);
  const key = `C:${late.Id}:${account}`;
  assert.deepEqual(
    overrides().map((override) => [override['Response__c'], override['Kind__c'], override['ToContactPulse__r']]),
    [['s:0', 'Move', key]],
  );
  assert.deepEqual(org.records.byKey('ContactPulse__c', key)?.['Contact__c'], late.Id);
  const [known] = await store.knownAnswers(['s:0']);
  assert.deepEqual([known?.assignment?.contactPulse.contactId, known?.assignment?.rule], [late.Id, 'e-mail']);
  assert.equal(known?.assignment?.note, 'matched again on 2024-03-03');
  assert.deepEqual(
    (await store.unlinkedAnswers(0, 10)).map(({ externalId }) => externalId),
    ['s:1'],
  );
});

test('given that somebody has decided whose an answer is, when its person appears, then it is left alone', async (t) => {
  for (const touched of [{ Contact__c: '003000000000009AAA' }, { ErasedOn__c: '2024-03-02' }]) {
    const { tools, org, overrides, appear } = await worldWith(t, { email: 'late@example.com' });
    const before = org.records.byKey('PulseResponse__c', 's:0');
    org.records.add('PulseResponse__c', { ...before, Id: 's:0', ...touched });
    appear(late);
    assert.equal((await rematchChanged(tools, signal)).linked, 0);
    await rematchAll(tools, signal);
    assert.deepEqual(overrides(), []);
  }
  const { tools, org, overrides, appear } = await worldWith(t, { email: 'late@example.com' });
  org.records.add('PulseOverride__c', { Id: 'a09', Response__c: 's:0', Kind__c: 'Reassign' });
  appear(late);
  assert.equal((await rematchChanged(tools, signal)).linked, 0);
  assert.equal(overrides().length, 1);
});

test('given an answer with an address and a number, when somebody appears by the number, then the look at the whole store finds it', async (t) => {
  const { tools, org, appear, overrides } = await worldWith(t, { email: 'late@example.com', phone: '+31201234567' });
  const contact = { ...late, Email: null, Phone: '020 123 45 67' };
  const settings = { ...tools.settings, phoneCountry: 'NL' };
  const plain = org.records.query.bind(org.records);
  org.records.query = (soql) => (soql.includes(' LIKE ') ? { totalSize: 1, done: true, records: [contact] } : plain(soql));
  appear(contact);
  assert.equal((await rematchChanged({ ...tools, settings }, signal)).linked, 0, 'its pulse has the key of its address');
  assert.equal((await rematchAll({ ...tools, settings }, signal)).linked, 1);
  assert.equal(overrides().length, 1);
  assert.equal((await rematchAll({ ...tools, settings }, signal)).answers, 0, 'not due again before its hours are over');
});

test('given an answer of an unknown number, when a contact with it appears, then it is linked', async (t) => {
  const { tools, org, appear } = await worldWith(t, { phone: '+31201234567' });
  assert.ok(org.records.all('ContactPulse__c').some((pulse) => pulse['Key__c'] === phoneKey('+31201234567')));
  const contact = { ...late, Email: null, Phone: '+31 20 1234567' };
  const plain = org.records.query.bind(org.records);
  org.records.query = (soql) => (soql.includes(' LIKE ') ? { totalSize: 1, done: true, records: [contact] } : plain(soql));
  appear(contact);
  assert.equal((await rematchChanged(tools, signal)).linked, 1);
});

test('given answers that wait, when people are looked at, then from before the answers came in, for they may have been matched too early', async (t) => {
  const { tools, store, asked, appear } = await worldWith(t, { email: 'late@example.com' });
  appear(late);
  await rematchChanged(tools, signal);
  const since = (): number =>
    Date.parse(/SystemModstamp >= (\S+)/.exec(asked.findLast((soql) => soql.includes('FROM Contact WHERE System')) ?? '')?.[1] ?? '');
  await rematchChanged(tools, signal);
  assert.equal(since(), Date.parse(late.LastModifiedDate) - 300_000, 'from the last change that was seen, with an overlap');
  await store.setSetting('rematch.Contact', '2999-01-01T00:00:00.000Z');
  await store.accept([{ source: 's', responseId: 'waits', respondedAt: '2024-03-01T00:00:00.000Z', text: {} }]);
  const { oldestWaiting } = await store.figures();
  await rematchChanged(tools, signal);
  assert.equal(since(), Date.parse(oldestWaiting ?? '') - 300_000);
});

test('given a lock, when an answer is moved, then it is tried again; given a refusal, then it is told and the rest goes on', async (t) => {
  const { tools, org, appear, store } = await worldWith(t, { email: 'late@example.com' }, { email: 'late2@example.com' });
  appear(late);
  appear({ ...late, Id: '003000000000002AAA', Email: 'late2@example.com' });
  let locked = 2;
  org.failRecords((object, record) => {
    if (object !== 'PulseOverride__c') return undefined;
    if (record['Response__c'] === 's:0') return { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' };
    return locked-- > 0 ? { code: 'UNABLE_TO_LOCK_ROW' } : undefined;
  });
  const { linked, refused } = await rematchChanged(tools, signal);
  assert.equal(linked, 1);
  assert.deepEqual([...refused], [['FIELD_CUSTOM_VALIDATION_EXCEPTION', 1]]);
  assert.notEqual(await store.setting('rematch.Contact'), undefined, 'what is refused for good does not hold it up');
});

test('given a pulse that the org has deleted, when an answer is moved to it, then it is made again', async (t) => {
  const { tools, store, org, appear } = await worldWith(t, { email: 'late@example.com' });
  appear(late);
  const key = `C:${late.Id}:${account}`;
  await store.rememberParents('ContactPulse__c', [key]);
  await store.rememberParents('AccountPulse__c', [`A:${account}`]);
  org.failRecords((object, record) =>
    object === 'PulseOverride__c' && org.records.byKey('ContactPulse__c', String(record['ToContactPulse__r'])) === undefined
      ? { code: 'INVALID_FIELD', message: 'Foreign key external ID: not found for field Key__c in entity ContactPulse__c' }
      : undefined,
  );
  assert.equal((await rematchChanged(tools, signal)).linked, 1);
  assert.ok(org.records.byKey('ContactPulse__c', key));
  assert.ok(org.records.byKey('AccountPulse__c', `A:${account}`));
});

test('given an answer without a name, when a later version gives the address, then the next run links it', async (t) => {
  const { tools, store, org } = await worldWith(t, {});
  await rematchAll(tools, signal);
  org.records.add('Contact', late);
  const later = { source: 's', responseId: '0', respondedAt: '2024-03-01T00:00:00.000Z', text: { email: late.Email } };
  await store.accept([later]);
  const waiting = await store.waiting(0, 10);
  await matchAnswers(store, new OrgLookup(tools.client), waiting);
  assert.equal((await rematchAll(tools, signal)).linked, 0, 'the new version is not in the org yet');
  await store.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
  assert.equal((await rematchAll(tools, signal)).linked, 1);
  assert.equal((await rematchAll(tools, signal)).answers, 0);
  const [known] = await store.knownAnswers(['s:0']);
  assert.equal(known?.assignment?.contactPulse.contactId, late.Id);
});
