import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';
import type { QueryRecord } from './types.ts';

describe('results that are fetched in parts', () => {
  const org = new QueryOrg();
  const ids: string[] = [];
  before(() => {
    const acme = org.insert('Account', { Name: 'Acme' });
    org.insert('Account', { Name: 'Beta' });
    for (let index = 0; index < 1203; index += 1) {
      ids.push(org.insert('Contact', { Name: `C${String(index).padStart(5, '0')}`, LastName: 'x', AccountId: index < 7 ? acme : null }));
    }
  });
  const names = (records: readonly QueryRecord[]): unknown[] =>
    records.map((record) => {
      const field = record.fields.get('Name');
      return field?.kind === 'value' ? field.value : undefined;
    });

  it('gives any part in the order of the query, and knows the size at once', () => {
    const cursor = org.queries.open('SELECT Name FROM Contact ORDER BY Name DESC LIMIT 1200', org.user);
    assert.deepEqual([cursor.object, cursor.totalSize], ['Contact', 1200]);
    assert.deepEqual(names(cursor.read(0, 2)), ['C01202', 'C01201']);
    assert.deepEqual(names(cursor.read(1198, 100)), ['C00004', 'C00003']);
    assert.equal(cursor.read(200, 900).length, 900);
    assert.deepEqual(cursor.read(1200, 1), []);
  });

  it('keeps its records when others come, reads their values anew, and leaves out what was deleted', () => {
    const account = org.schema.object('Account');
    assert.ok(account);
    const one = org.insert('Account', { Name: 'Kept 1' });
    const two = org.insert('Account', { Name: 'Kept 2' });
    const cursor = org.queries.open("SELECT Name FROM Account WHERE Name LIKE 'Kept%' ORDER BY Name", org.user);
    org.insert('Account', { Name: 'Kept 0' });
    org.store.update(account, two, { Name: 'Changed' });
    assert.deepEqual(names(cursor.read(0, 10)), ['Kept 1', 'Changed']);
    org.database.connection.prepare('DELETE FROM "Account" WHERE "Id" = ?').run(one);
    assert.deepEqual(names(cursor.read(0, 10)), ['Changed']);
  });

  it('iterates over all records', () => {
    let count = 0;
    for (const record of org.queries.iterate('SELECT Id FROM Contact ORDER BY Id', org.user)) {
      assert.equal(record.id, ids[count]);
      count += 1;
    }
    assert.equal(count, 1203);
  });

  it('gives the first children with their parent and the others by a cursor', () => {
    const query = 'SELECT Name, (SELECT Name FROM Contacts ORDER BY Name DESC) FROM Account ORDER BY Name';
    const [acme] = org.queries.open(query, org.user, { childRows: 3 }).read(0, 1);
    const children = acme?.fields.get('Contacts');
    assert.ok(children?.kind === 'children' && children.rows !== null);
    assert.deepEqual([children.rows.totalSize, names(children.rows.records)], [7, ['C00006', 'C00005', 'C00004']]);
    assert.deepEqual(names(children.rows.more?.read(3, 3) ?? []), ['C00003', 'C00002', 'C00001']);
    assert.deepEqual(names(children.rows.more?.read(6, 3) ?? []), ['C00000']);
    const all = org.run(query).records[0]?.fields.get('Contacts');
    assert.equal(all?.kind === 'children' ? all.rows?.records.length : 0, 7);
  });

  it('refuses groups that do not fit into one part', () => {
    const query = 'SELECT Name, COUNT(Id) FROM Contact GROUP BY Name';
    assert.equal(org.queries.open(query, org.user, { mostGroups: 2000 }).totalSize, 1203);
    assert.throws(() => org.queries.open(query, org.user, { mostGroups: 1000 }), { errorCode: 'EXCEEDED_ID_LIMIT' });
    assert.equal(org.queries.open('SELECT COUNT() FROM Contact', org.user).totalSize, 1203);
  });

  it('tells the columns without running the query', () => {
    const described = org.queries.columns('SELECT Id, Name, Account.Name, (SELECT Subject FROM Tasks) FROM Contact', org.user);
    assert.deepEqual([described.object, described.keyPrefix, described.idSelected, described.grouped], ['Contact', '003', true, false]);
    assert.deepEqual(
      described.columns.map(({ columnName, apexType, joinColumns }) => [
        columnName,
        apexType,
        joinColumns.map((column) => column.columnName),
      ]),
      [
        ['Id', 'Id', []],
        ['Name', 'String', []],
        ['Account', null, ['Name']],
        ['Tasks', null, ['Subject']],
      ],
    );
    assert.deepEqual(
      described.columns.map(({ foreignKeyName }) => foreignKeyName),
      [null, null, 'AccountId', null],
    );
    const grouped = org.queries.columns('SELECT Industry, COUNT(Id) n, AVG(AnnualRevenue) FROM Account GROUP BY Industry', org.user);
    assert.deepEqual(
      grouped.columns.map(({ columnName, displayName, aggregate, numberType }) => [columnName, displayName, aggregate, numberType]),
      [
        ['Industry', 'Industry', false, false],
        ['n', 'count(Id)', true, true],
        ['expr0', 'avg(AnnualRevenue)', true, true],
      ],
    );
  });
});
