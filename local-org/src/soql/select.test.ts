import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('selecting records', () => {
  const org = new QueryOrg();
  let acme = '';
  before(() => {
    acme = org.insert('Account', { Name: 'Acme', OwnerId: org.user.id, BillingCountry: 'DK', Industry: 'Banking', AnnualRevenue: 44_000 });
    const beta = org.insert('Account', { Name: 'beta', OwnerId: org.user.id, ParentId: acme, Industry: 'Agriculture' });
    for (const [name, account] of [
      ['Cora', acme],
      ['Dan', acme],
      ['Eve', beta],
      ['Fay', null],
    ] as const) {
      org.insert('Contact', { Name: name, LastName: name, AccountId: account, OwnerId: org.user.id });
    }
    const measured = { Rating__c: 3, Share__c: 12.5, Start__c: 49_530_000 };
    org.insert('Visit__c', { Name: 'V1', Account__c: acme, ...measured, Mood__c: 'Hot', OwnerId: org.user.id });
    org.insert('Visit__c', { Name: 'V2', Account__c: null, Mood__c: 'Cold', OwnerId: org.user.id });
    org.insert('Task', { Subject: 'Call', WhatId: acme, Status: 'Completed', OwnerId: org.user.id });
    org.insert('Task', { Subject: 'Mail', Status: 'Not Started', OwnerId: org.user.id });
  });

  it('gives fields by canonical name in the order of the query, and the id of each record', () => {
    const { totalSize, records } = org.run('select NAME, id from account order by name');
    assert.equal(totalSize, 2);
    assert.deepEqual([...(records[0]?.fields.keys() ?? [])], ['Name', 'Id']);
    assert.deepEqual([records[0]?.object, records[0]?.id], ['Account', acme]);
  });

  it('nests parents, null where there is none', () => {
    assert.deepEqual(org.rows("SELECT Name, Account.Name, Account.Parent.Name FROM Contact WHERE Name IN ('Eve', 'Fay') ORDER BY Name"), [
      { Name: 'Eve', Account: { Name: 'beta', Parent: { Name: 'Acme' } } },
      { Name: 'Fay', Account: null },
    ]);
  });

  it('joins each parent once', () => {
    const { sql } = org.compile("SELECT Account.Name, Account.Industry FROM Contact WHERE Account.Name = 'x' ORDER BY Account.Name");
    assert.equal(sql.match(/JOIN/gu)?.length, 1);
  });

  it('fetches the children of all parents with one more statement', () => {
    assert.deepEqual(org.rows('SELECT Name, (SELECT Name FROM Contacts ORDER BY Name DESC) FROM Account ORDER BY Name'), [
      { Name: 'Acme', Contacts: [{ Name: 'Dan' }, { Name: 'Cora' }] },
      { Name: 'beta', Contacts: [{ Name: 'Eve' }] },
    ]);
    assert.equal(org.compile('SELECT (SELECT Id FROM Contacts) FROM Account').children.length, 1);
  });

  it('limits children within each parent, and nests subqueries', () => {
    assert.deepEqual(
      org.rows(
        'SELECT Name, (SELECT Name FROM Contacts ORDER BY Name LIMIT 1 OFFSET 1), (SELECT Name, (SELECT Name FROM Contacts) FROM ChildAccounts) FROM Account ORDER BY Name',
      ),
      [
        { Name: 'Acme', Contacts: [{ Name: 'Dan' }], ChildAccounts: [{ Name: 'beta', Contacts: [{ Name: 'Eve' }] }] },
        { Name: 'beta', Contacts: null, ChildAccounts: null },
      ],
    );
  });

  it('shows a parent that may be of several objects by its common fields and true type', () => {
    const [call, mail] = org.run('SELECT What.Name, What.Type, Owner.Name FROM Task ORDER BY Subject').records;
    const what = call?.fields.get('What');
    assert.equal(what?.kind === 'parent' ? what.record?.object : '', 'Account');
    assert.deepEqual(org.rows("SELECT What.Name, What.Type FROM Task WHERE What.Name = 'acme'"), [
      { What: { Name: 'Acme', Type: 'Account' } },
    ]);
    assert.deepEqual(mail?.fields.get('What'), { kind: 'parent', record: null });
  });

  it('computes formula fields in SELECT, WHERE and ORDER BY, also across a lookup and over another formula', () => {
    assert.deepEqual(org.rows('SELECT Square__c, Region__c FROM Visit__c WHERE Square__c > 8'), [{ Square__c: 9, Region__c: 'DK/9' }]);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c ORDER BY Square__c DESC NULLS LAST'), ['V1', 'V2']);
    assert.deepEqual(org.column('SELECT Subject FROM Task WHERE IsClosed = true', 'Subject'), ['Call']);
  });

  it('computes formula fields over labels and the running user', () => {
    assert.deepEqual(org.rows("SELECT Greeting__c FROM Visit__c WHERE Name = 'V1' AND Greeting__c = 'hello ann lee'"), [
      { Greeting__c: 'Hello Ann Lee' },
    ]);
  });

  it('gives labels and formatted values', () => {
    assert.deepEqual(org.rows('SELECT toLabel(Mood__c), FORMAT(Rating__c) r FROM Visit__c ORDER BY Name LIMIT 1'), [
      { Mood__c: 'Very hot', r: '3.0' },
    ]);
    assert.deepEqual(org.column("SELECT Name FROM Visit__c WHERE toLabel(Mood__c) = 'very HOT'"), ['V1']);
  });

  it('formats amounts with their currency, percentages and times of day', () => {
    assert.deepEqual(org.rows("SELECT FORMAT(Rating__c) n, FORMAT(Share__c) s, FORMAT(Start__c) t FROM Visit__c WHERE Name = 'V1'"), [
      { n: '3.0', s: '12.5%', t: '13:45' },
    ]);
    assert.deepEqual(org.rows("SELECT FORMAT(AnnualRevenue) a FROM Account WHERE Name = 'Acme'"), [{ a: 'US$44,000' }]);
    assert.deepEqual(org.rows('SELECT FORMAT(MAX(AnnualRevenue)) a FROM Account'), [{ a: 'US$44,000' }]);
  });

  it('gives groups of fields by FIELDS()', () => {
    const [record] = org.run('SELECT FIELDS(CUSTOM) FROM Visit__c LIMIT 1').records;
    assert.ok(record?.fields.has('Rating__c'));
    assert.equal(record?.fields.has('Name'), false);
    assert.match(org.error('SELECT FIELDS(ALL) FROM Visit__c').message, /LIMIT of at most 200/u);
    assert.ok(org.run('SELECT FIELDS(STANDARD) FROM Visit__c').records[0]?.fields.has('CreatedDate'));
  });

  it('sorts texts without regard to case, nulls first, and picklists in the order of their values', () => {
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name DESC'), ['beta', 'Acme']);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c ORDER BY Rating__c DESC'), ['V2', 'V1']);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c ORDER BY Mood__c'), ['V1', 'V2']);
  });

  it('pages, and takes the clauses that change nothing here', () => {
    assert.deepEqual(org.column('SELECT Name FROM Contact ORDER BY Name LIMIT 2 OFFSET 1'), ['Dan', 'Eve']);
    assert.equal(org.run('SELECT Id FROM Account WITH SECURITY_ENFORCED LIMIT 1 FOR VIEW').totalSize, 1);
    assert.equal(org.run('SELECT Id FROM Account USING SCOPE mine').totalSize, 2);
    assert.deepEqual(org.column("SELECT a.Name FROM Account a WHERE a.Name = 'Acme'"), ['Acme']);
  });

  it('leaves the recycle bin out unless asked', () => {
    const account = org.schema.object('Account');
    assert.ok(account);
    const gone = org.insert('Account', { Name: 'Gone' });
    org.store.delete(account, [gone]);
    const query = "SELECT Id FROM Account WHERE Name = 'Gone'";
    assert.equal(org.run(query).totalSize, 0);
    assert.equal(org.run(query, { allRows: true }).totalSize, 1);
    assert.match(org.error(`${query} ALL ROWS`).message, /ALL ROWS not allowed in this context$/u);
  });

  it('runs a tree that nobody wrote as text', () => {
    assert.deepEqual(
      org.rows({
        kind: 'select',
        select: [{ kind: 'field', path: ['Name'] }],
        from: 'Account',
        where: { kind: 'compare', left: ['Name'], operator: '=', right: { kind: 'string', value: 'ACME' } },
      }),
      [{ Name: 'Acme' }],
    );
  });
});
