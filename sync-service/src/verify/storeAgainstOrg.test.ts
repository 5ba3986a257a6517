import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer } from '../answer.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { startStubOrg, type StubOrg } from '../testing/stubOrg.ts';
import type { StubRecord } from '../testing/stubRecords.ts';
import { workFolder } from '../testing/workFolder.ts';
import { compareStore, exitCodeOfStore } from './storeAgainstOrg.ts';
import { storeReportText } from './storeReportText.ts';

const moment = '2024-03-01T10:20:30.400Z';

function answer(id: string, more: Partial<Answer> = {}): Answer {
  return {
    source: 's',
    responseId: id,
    respondedAt: moment,
    updatedAt: moment,
    rating: 7,
    text: { comment: ' two\r\nlines ', survey: 'nps' },
    ...more,
  };
}

/** The record as the org keeps it: whole seconds, trimmed, its own ends of lines. */
function record(id: string, more: StubRecord = {}): StubRecord {
  return {
    Id: `s:${id}`,
    ExternalId__c: `s:${id}`,
    Rating__c: 7,
    RespondedAt__c: '2024-03-01T10:20:30.000+0000',
    SourceUpdatedAt__c: '2024-03-01T10:20:30.000+0000',
    Comment__c: 'two\nlines',
    Survey__r: { Key__c: 'nps' },
    ...more,
  };
}

async function worldWith(
  context: TestContext,
  answers: readonly Answer[],
): Promise<{ store: Store; org: StubOrg; client: SalesforceClient }> {
  const org = await startStubOrg();
  const store = openSqliteStore(workFolder(context).data);
  context.after(async () => {
    await store.close();
    await org.close();
  });
  const plain = org.records.query.bind(org.records);
  org.records.query = (soql) =>
    soql.includes('GROUP BY')
      ? { totalSize: 1, done: true, records: [{ source: 's', answers: org.records.all('PulseResponse__c').length + 2 }] }
      : plain(soql);
  await store.accept(answers);
  const waiting = await store.waiting(0, 10_000);
  await store.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
  return { store, org, client: new SalesforceClient(readOrgSettings(org.environment())) };
}

test('given that the org has every answer, when it is compared, then nothing differs, whatever saving does to texts and times', async (t) => {
  const { store, org, client } = await worldWith(t, [answer('1'), answer('2', { rating: null, text: {} })]);
  org.records.add('PulseResponse__c', record('1'), record('2', { Rating__c: null, Comment__c: null, Survey__r: null }));
  const report = await compareStore(store, client);
  assert.deepEqual([report.compared, report.missing, report.different, report.others], [2, 0, 0, { s: 2 }]);
  assert.equal(exitCodeOfStore(report), 0);
  assert.match(storeReportText(report), /The org has every answer as the store has it/);
});

test('given answers that are lost, erased, changed and newer there, when they are compared, then each is told for what it is', async (t) => {
  const { store, org, client } = await worldWith(
    t,
    ['lost', 'erased', 'changed', 'newer', 'anonymous'].map((id) => answer(id)),
  );
  org.records.add(
    'PulseResponse__c',
    record('changed', { Rating__c: 2, Survey__r: { Key__c: 'other' } }),
    record('newer', { Rating__c: 1, SourceUpdatedAt__c: '2024-03-02T00:00:00.000+0000' }),
    record('anonymous', { Comment__c: null, ErasedOn__c: '2024-03-02' }),
  );
  org.records.add('PulseTombstone__c', { Id: 't', Key__c: 's:erased' });
  const report = await compareStore(store, client);
  assert.deepEqual([report.missing, report.erased, report.different, report.newerInOrg], [1, 1, 1, 1]);
  assert.deepEqual(report.differences, [
    { externalId: 's:lost', fields: [] },
    { externalId: 's:changed', fields: ['Rating__c', 'Survey__c'] },
  ]);
  assert.equal(exitCodeOfStore(report), 1);
  const text = storeReportText(report);
  assert.match(text, /s:lost: not in the org/);
  assert.match(text, /s:changed: differs in Rating__c, Survey__c/);
  assert.doesNotMatch(text, /two/);
});

test('given an answer that changes while it is compared, when it is looked at again, then it is no difference', async (t) => {
  const { store, org, client } = await worldWith(t, [answer('1')]);
  const plain = org.records.query.bind(org.records);
  let changed = false;
  org.records.query = (soql) => {
    if (!changed) void store.accept([answer('1', { rating: 9, updatedAt: '2024-04-01T00:00:00.000Z' })]);
    changed = true;
    return plain(soql);
  };
  const report = await compareStore(store, client);
  assert.deepEqual([report.compared, report.missing, report.waiting], [0, 0, 1]);
});

test('given a store that retention has reduced, when it is compared, then by the keys that are left, in pages', async (t) => {
  const answers = Array.from({ length: 2_300 }, (_, index) => answer(String(index)));
  const { store, org, client } = await worldWith(t, answers);
  org.records.add('PulseResponse__c', ...answers.slice(1).map(({ responseId }) => record(responseId, { Rating__c: 1 })));
  await store.reduce('2999-01-01T00:00:00.000Z');
  const report = await compareStore(store, client);
  assert.deepEqual([report.compared, report.reduced, report.missing, report.different], [2_300, 2_300, 1, 0]);
  assert.ok(report.apiCalls <= 12, String(report.apiCalls));
});
