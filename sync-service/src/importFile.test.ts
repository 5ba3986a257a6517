import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { importFile, type ImportOptions, type ImportSummary } from './importFile.ts';
import { canonicalContacts, canonicalFile } from './testing/canonicalFile.ts';
import { startStubOrg, type StubOrg } from './testing/stubOrg.ts';
import { workFolder, type WorkFolder } from './testing/workFolder.ts';

interface Given {
  readonly org: StubOrg;
  readonly folder: WorkFolder;
  readonly run: (file: string, options?: Partial<ImportOptions>) => Promise<ImportSummary>;
}

async function given(context: TestContext): Promise<Given> {
  const org = await startStubOrg();
  context.after(() => org.close());
  org.records.add('Contact', ...canonicalContacts);
  const folder = workFolder(context);
  return {
    org,
    folder,
    run: (file, options = {}) =>
      importFile({ file, data: folder.data, environment: org.environment(), client: { wait: () => Promise.resolve() }, ...options }),
  };
}

test('answers reach the org with their parents, surveys and reasons', async (t) => {
  const { org, folder, run } = await given(t);
  const summary = await run(folder.write('answers.csv', canonicalFile(400)));

  assert.equal(summary.read, 400);
  assert.equal(summary.created, 400);
  assert.equal(summary.noRating, 45);
  assert.equal(org.records.all('PulseResponse__c').length, 400);
  assert.equal(org.records.all('PulseSurvey__c').length, 2);
  const linked = org.records.byKey('PulseResponse__c', 'csv:answer 0');
  assert.ok(linked);
  assert.equal(linked['Contact__c'], '003000000000100AAA');
  assert.equal(linked['ContactPulse__r'], 'C:003000000000100AAA:001000000000100AAA');
  assert.equal('Rating__c' in linked, false, 'a blank rating is no rating');
  assert.deepEqual(
    org.records
      .all('PulseReason__c')
      .filter((reason) => reason['Response__r'] === 'csv:answer 0')
      .map((reason) => reason['Key__c']),
    ['csv:answer 0:Customer:price', 'csv:answer 0:Customer:speed'],
  );
  assert.ok(summary.apiCalls <= 4, `${summary.apiCalls} calls`);
});

test('a second run changes nothing and asks the org nothing', async (t) => {
  const { org, folder, run } = await given(t);
  const file = folder.write('answers.csv', canonicalFile(400));
  await run(file);
  const before = org.calls();
  const summary = await run(file);

  assert.deepEqual([summary.created, summary.updated, summary.unchanged, summary.apiCalls], [0, 0, 400, 0]);
  assert.equal(org.calls(), before);
});

test('a changed answer is updated without its parent, status or links', async (t) => {
  const { org, folder, run } = await given(t);
  const header = 'response_id,email,rating,responded_at,updated_at\n';
  await run(folder.write('a.csv', `${header}1,a@example.com,5,2024-01-01,2024-01-01\n`));
  const moved = { ...org.records.byKey('PulseResponse__c', 'csv:1'), ContactPulse__r: 'elsewhere', Status__c: 'Excluded' };
  org.records.upsert('Key__c', { attributes: { type: 'AccountPulse__c' }, Key__c: 'home' });
  org.records.upsert('Key__c', { attributes: { type: 'ContactPulse__c' }, Key__c: 'elsewhere', AccountPulse__r: { Key__c: 'home' } });
  org.records.upsert('ExternalId__c', { attributes: { type: 'PulseResponse__c' }, ...moved });

  const newer = await run(folder.write('b.csv', `${header}1,a@example.com,9,2024-01-01,2024-02-01\n`));
  const older = await run(folder.write('c.csv', `${header}1,a@example.com,1,2024-01-01,2023-12-01\n`));

  assert.deepEqual([newer.created, newer.updated], [0, 1]);
  assert.deepEqual([older.created, older.updated, older.unchanged], [0, 0, 1]);
  const stored = org.records.byKey('PulseResponse__c', 'csv:1');
  assert.deepEqual([stored?.['Rating__c'], stored?.['ContactPulse__r'], stored?.['Status__c']], [9, 'elsewhere', 'Excluded']);
});

test('an answer that the org has in a newer version from elsewhere is left as it is', async (t) => {
  const { org, folder, run } = await given(t);
  const header = 'response_id,email,rating,responded_at,updated_at\n';
  await run(folder.write('newer.csv', `${header}1,a@example.com,9,2024-01-01,2024-02-01\n2,a@example.com,9,2024-01-01,2024-02-01\n`));
  const older = `${header}1,a@example.com,1,2024-01-01,2024-01-15\n2,a@example.com,8,2024-01-01,2024-02-02\n`;
  const summary = await run(folder.write('older.csv', older), { data: `${folder.path}/another-store` });

  assert.deepEqual([summary.created, summary.updated, summary.unchanged], [0, 1, 1]);
  assert.equal(org.records.byKey('PulseResponse__c', 'csv:1')?.['Rating__c'], 9);
  assert.equal(org.records.byKey('PulseResponse__c', 'csv:2')?.['Rating__c'], 8);
});

test('an answer that the org has from elsewhere is updated in place, its parents left alone', async (t) => {
  const { org, folder, run } = await given(t);
  const file = folder.write('answers.csv', canonicalFile(40));
  await run(file);
  const parents = JSON.stringify(org.records.all('ContactPulse__c'));
  const summary = await run(file, { data: `${folder.path}/another-store` });

  assert.deepEqual([summary.created, summary.updated], [0, 40]);
  assert.equal(org.records.all('PulseResponse__c').length, 40);
  assert.equal(JSON.stringify(org.records.all('ContactPulse__c')), parents);
});

test('rows that are no answers are rejected with row number and reason, the others imported', async (t) => {
  const { org, folder, run } = await given(t);
  const file = folder.write(
    'answers.csv',
    'response_id,rating,responded_at\n1,11,2024-01-01\n2,-1,2024-01-01\n3,7.5,2024-01-01\n4,seven,2024-01-01\n5,,2024-01-01\n6,10,31.31.2024\n7,0,2024-01-01\n8,1\n',
  );
  const summary = await run(file);

  assert.deepEqual([summary.read, summary.accepted, summary.rejected, summary.noRating], [8, 2, 6, 1]);
  assert.deepEqual(
    summary.rejectedRows.map(({ row, reason }) => `${row}: ${reason}`),
    [
      '1: rating "11" is not between 0 and 10',
      '2: rating "-1" is not between 0 and 10',
      '3: rating "7.5" is not a whole number',
      '4: rating "seven" is not a number',
      '6: responded_at "31.31.2024" is in none of the date formats (ISO)',
      '8: has 2 values where the header has 3',
    ],
  );
  assert.equal(org.records.byKey('PulseResponse__c', 'csv:7')?.['Rating__c'], 0);
});

test('a missing column is named, with the columns that are there', async (t) => {
  const { org, folder, run } = await given(t);
  const file = folder.write('answers.csv', 'response_id,rating\n1,5\n');
  await assert.rejects(run(file), /no column "responded_at"\. Its columns are: response_id, rating\./);
  assert.equal(org.calls(), 0);
});

test('a dry run stores nothing, sends nothing and writes nothing', async (t) => {
  const { org, folder, run } = await given(t);
  const { existsSync } = await import('node:fs');
  const file = folder.write('answers.csv', 'response_id,rating,responded_at\n1,11,2024-01-01\n2,1,2024-01-01\n');
  const summary = await run(file, { dryRun: true });

  assert.deepEqual([summary.read, summary.accepted, summary.rejected], [2, 1, 1]);
  assert.deepEqual([existsSync(folder.data), existsSync(`${file}.rejected.csv`), org.calls()], [false, false, 0]);
});

test('a broken quote: the rows before it are imported, the message has the line', async (t) => {
  const { org, folder, run } = await given(t);
  const file = folder.write(
    'answers.csv',
    'response_id,rating,comment,responded_at\n1,5,fine,2024-01-01\n2,5,"open,2024-01-01\n3,5,x,2024-01-01\n',
  );
  const summary = await run(file);

  assert.match(summary.stopped ?? '', /^Line 3: a quote is opened in this row and never closed\./);
  assert.equal(summary.created, 1);
  assert.equal(org.records.all('PulseResponse__c').length, 1);
});
