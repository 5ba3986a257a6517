import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCliOrg, type CliOrg } from './cliOrg';

let org: CliOrg;

before(async () => {
  org = await startCliOrg();
  await org.result('project deploy start --source-dir force-app');
});

after(async () => {
  await org.stop();
});

async function names(where: string): Promise<readonly string[]> {
  const { records } = await org.result<{ records: { Name: string }[] }>(
    `data query --query "SELECT Name FROM Ticket__c WHERE ${where} ORDER BY Name"`,
  );
  return records.map((record) => record.Name);
}

test('given one record, when it is made, read, changed and deleted, then the org follows; a rule is shown as it is', async () => {
  const { id } = await org.result<{ id: string }>(`data create record --sobject Ticket__c --values "Name='One & only' Hours__c=2"`);
  const read = await org.result<Record<string, unknown>>(`data get record --sobject Ticket__c --record-id ${id}`);
  assert.deepEqual([read['Name'], read['Cost__c']], ['One & only', 200]);
  await org.result(`data update record --sobject Ticket__c --where "Name='One & only'" --values "Hours__c=3"`);
  assert.deepEqual(await names('Hours__c = 3'), ['One & only']);
  const refused = await org.failure(`data update record --sobject Ticket__c --record-id ${id} --values "Hours__c=-1"`);
  assert.match(refused.message ?? '', /Hours cannot be negative\./u);
  await org.result(`data delete record --sobject Ticket__c --record-id ${id}`);
  assert.deepEqual(await names('Hours__c = 3'), []);
});

test('given a tree, when it is imported, then it can be queried as CSV and exported again', async () => {
  const account = { attributes: { type: 'Account', referenceId: 'a1' }, Name: 'Tree' };
  org.write(
    'plan.json',
    JSON.stringify([
      { sobject: 'Account', files: ['accounts.json'] },
      { sobject: 'Contact', files: ['contacts.json'] },
    ]),
  );
  org.write('accounts.json', JSON.stringify({ records: [account] }));
  org.write(
    'contacts.json',
    JSON.stringify({ records: [{ attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Leaf', AccountId: '@a1' }] }),
  );
  await org.result('data import tree --plan plan.json');
  const csv = await org.sf('data query --result-format csv --query "SELECT LastName, Account.Name FROM Contact"');
  assert.equal(csv.stdout.trim(), 'LastName,Account.Name\nLeaf,Tree');
  await org.result('data export tree --plan --output-dir out --query "SELECT Name, (SELECT LastName FROM Contacts) FROM Account"');
  assert.deepEqual(readdirSync(join(org.project, 'out')).toSorted(), ['Account-Contact-plan.json', 'Account.json', 'Contact.json']);
});

test('given CSV files, when they are imported, upserted, exported and deleted in bulk, then every row counts', async () => {
  interface Job {
    readonly processedRecords: number;
    readonly successfulRecords: number;
    readonly failedRecords: number;
  }
  org.write('new.csv', 'Name,Key__c,Hours__c\nBulk A,k1,1\nBulk B,k2,2\n');
  const imported = await org.result<Job>('data import bulk --sobject Ticket__c --file new.csv --wait 2');
  assert.equal(imported.successfulRecords, 2);

  org.write('upsert.csv', 'Name,Key__c,Hours__c\nBulk B2,k2,5\nBulk C,k3,3\nBulk D,k4,-1\n');
  const upserted = await org.sf('data upsert bulk --sobject Ticket__c --external-id Key__c --file upsert.csv --wait 2 --json');
  assert.equal(upserted.exitCode, 1, 'one row is against a rule');
  assert.deepEqual(await names('Key__c != NULL'), ['Bulk A', 'Bulk B2', 'Bulk C']);

  await org.result('data export bulk --wait 2 --output-file ids.csv --query "SELECT Id FROM Ticket__c WHERE Key__c != NULL"');
  assert.equal(existsSync(join(org.project, 'ids.csv')), true);
  assert.equal(readFileSync(join(org.project, 'ids.csv'), 'utf8').trim().split('\n').length, 4);
  await org.result('data delete bulk --sobject Ticket__c --file ids.csv --wait 2');
  assert.deepEqual(await names('Key__c != NULL'), []);
});
