import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('relationships', () => {
  const org = new QueryOrg();
  let acme = '';
  before(() => {
    const profile = org.insert('Profile', { Name: 'Agent' });
    const bo = org.insert('User', { Name: 'Bo Hansen', Alias: 'bo', ProfileId: profile, IsActive: true });
    acme = org.insert('Account', { Name: 'Acme', OwnerId: bo, Phone: '123', Industry: 'Banking' });
    const cora = org.insert('Contact', { Name: 'Cora', LastName: 'Cora', AccountId: acme, OwnerId: bo, Email: 'c@example.com' });
    org.insert('Task', { Subject: 'about Acme', WhatId: acme, WhoId: cora, OwnerId: bo });
    org.insert('Task', { Subject: 'about Cora', WhoId: cora, OwnerId: bo });
    const queue = org.insert('Group', { Name: 'Support', Type: 'Queue' });
    org.insert('Task', { Subject: 'queued', OwnerId: queue });
  });

  it('gives the fields of TYPEOF by what the parent is', () => {
    const query = (fields: string): unknown[] => org.rows(`SELECT Subject, ${fields} FROM Task ORDER BY Subject`);
    assert.deepEqual(query('TYPEOF What WHEN Account THEN Phone, Owner.Name ELSE Name END'), [
      { Subject: 'about Acme', What: { Phone: '123', Owner: { Name: 'Bo Hansen' } } },
      { Subject: 'about Cora', What: null },
      { Subject: 'queued', What: null },
    ]);
    assert.deepEqual(query('TYPEOF Who WHEN Lead THEN Company ELSE Name END'), [
      { Subject: 'about Acme', Who: { Name: 'Cora' } },
      { Subject: 'about Cora', Who: { Name: 'Cora' } },
      { Subject: 'queued', Who: null },
    ]);
    assert.deepEqual(query('TYPEOF Who WHEN Lead THEN Company END')[0], { Subject: 'about Acme', Who: {} });
    assert.deepEqual(query('TYPEOF Owner WHEN User THEN Alias WHEN Group THEN Type END')[2], {
      Subject: 'queued',
      Owner: { Type: 'Queue' },
    });
  });

  it('refuses a TYPEOF of what is not polymorphic, of other objects, and twice', () => {
    assert.match(org.error('SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact').message, /polymorphic/u);
    assert.equal(org.error('SELECT TYPEOF What WHEN Contact THEN Name END FROM Task').code, 'INVALID_TYPE');
    assert.match(
      org.error('SELECT What.Name, TYPEOF What WHEN Account THEN Name END FROM Task').message,
      /duplicate field selected: What$/u,
    );
    assert.match(
      org.error('SELECT TYPEOF What WHEN Account THEN Nope END FROM Task').message,
      /No such column 'Nope' on entity 'Account'/u,
    );
    assert.match(org.error('SELECT TYPEOF What END FROM Task').message, /unexpected token: 'END'$/u);
  });

  it('names a parent of several objects Name, and follows the profile and role of users', () => {
    const [task] = org.run("SELECT What.Name, Owner.Profile.Name FROM Task WHERE Subject = 'about Acme'").records;
    const what = task?.fields.get('What');
    assert.deepEqual(what?.kind === 'parent' ? [what.record?.object, what.record?.shownAs, what.record?.id] : what, [
      'Account',
      'Name',
      acme,
    ]);
    assert.deepEqual(org.rows("SELECT Owner.Profile.Name FROM Task WHERE Owner.Profile.Name = 'agent' LIMIT 1"), [
      { Owner: { Profile: { Name: 'Agent' } } },
    ]);
  });

  it('filters and sorts by what a parent of several objects is', () => {
    assert.deepEqual(org.column("SELECT Subject FROM Task WHERE What.Type IN ('Account') AND Owner.Name LIKE 'bo%'", 'Subject'), [
      'about Acme',
    ]);
    assert.deepEqual(org.column("SELECT Subject FROM Task WHERE Owner.Type = 'Group'", 'Subject'), ['queued']);
    assert.deepEqual(org.column('SELECT Subject FROM Task ORDER BY Who.Name NULLS LAST, Subject DESC', 'Subject'), [
      'about Cora',
      'about Acme',
      'queued',
    ]);
  });

  it('takes aliases, and parents named in FROM', () => {
    assert.deepEqual(
      org.rows("SELECT c.Name, a.Name, o.Alias FROM Contact c, c.Account a, a.Owner o WHERE o.Alias = 'bo' AND a.Name LIKE 'A%'"),
      [{ Name: 'Cora', Account: { Name: 'Acme', Owner: { Alias: 'bo' } } }],
    );
    assert.deepEqual(org.rows('SELECT c.Name FROM Contact AS c, Contact.Account AS a ORDER BY a.Name'), [{ Name: 'Cora' }]);
    assert.match(org.error('SELECT Id FROM Contact c, x.Account a').message, /unknown alias: x$/u);
    assert.deepEqual(org.rows('SELECT a.Name, (SELECT k.Name FROM a.Contacts k) FROM Account a'), [
      { Name: 'Acme', Contacts: [{ Name: 'Cora' }] },
    ]);
  });

  it('starts from a parent that a filter needs, and keeps rows without one where it does not', () => {
    assert.match(org.compile("SELECT Id FROM Contact WHERE Account.Name = 'Acme'").sql, /AS t1 JOIN "Account"/u);
    assert.match(org.compile("SELECT Id FROM Contact WHERE Account.Name != 'Acme'").sql, /AS t1 LEFT JOIN "Account"/u);
    assert.match(org.compile("SELECT Id FROM Contact WHERE Account.Name = 'Acme' OR Name = 'x'").sql, /LEFT JOIN/u);
    assert.match(org.compile("SELECT Account.Name FROM Contact WHERE Name = 'x'").sql, /LEFT JOIN/u);
    assert.equal(org.run('SELECT Account.Name FROM Contact WHERE Account.Name IN (null)').totalSize, 0);
  });

  it('climbs five parents and descends five levels, and no further', () => {
    const up = (levels: number): string => `SELECT ${'Parent.'.repeat(levels)}Name FROM Account`;
    assert.equal(org.run(up(5)).totalSize, 1);
    const { code, message } = org.error(up(6));
    assert.equal(code, 'MALFORMED_QUERY');
    assert.match(message, /more than 5 levels away from the root entity object\.$/u);
    const down = (levels: number): string =>
      `${'SELECT Id, ('.repeat(levels)}SELECT Id FROM ChildAccounts${') FROM ChildAccounts'.repeat(levels - 1)}) FROM Account`;
    assert.equal(org.run(down(4)).totalSize, 1);
    assert.match(org.error(down(5)).message, /cannot query aggregate relationships more than 4 levels away/u);
  });

  it('counts children and parents of one query', () => {
    const children = Array.from({ length: 21 }, () => '(SELECT Id FROM Contacts)').join(', ');
    assert.match(org.error(`SELECT ${children} FROM Account`).message, /more than one subquery$/u);
    assert.match(
      org.error('SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account').message,
      /Only root queries support aggregate expressions$/u,
    );
  });
});

describe('semi-joins and anti-joins', () => {
  const org = new QueryOrg();
  const cases: readonly (readonly [where: string, message: RegExp])[] = [
    ['Id IN (SELECT ParentId FROM Account)', /The inner and outer selects should not be on the same object type$/u],
    ['Id IN (SELECT OwnerId FROM Contact)', /should point to the same object type$/u],
    ['Name IN (SELECT AccountId FROM Contact)', /can only be compared with id fields, cannot use: 'Name'$/u],
    ['Id IN (SELECT Name FROM Contact)', /semi join sub-selects can only query id fields, cannot use: 'Name'$/u],
    ['Id IN (SELECT Account.ParentId FROM Contact)', /cannot follow a relationship$/u],
    ['Id IN (SELECT AccountId FROM Contact LIMIT 1)', /takes no ORDER BY, LIMIT, OFFSET or GROUP BY$/u],
    ['Id IN (SELECT AccountId, Id FROM Contact)', /must select exactly one field$/u],
    ['Id IN (SELECT WhatId FROM Task)', /Entity 'Task' is not supported for semi join inner selects$/u],
    [
      'Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case))',
      /Nesting of semi join sub-selects is not supported$/u,
    ],
    ['NOT (Id IN (SELECT AccountId FROM Contact))', /only allowed at the top level WHERE expressions/u],
    [
      'Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Opportunity) AND Id NOT IN (SELECT AccountId FROM Case)',
      /maximum 2 semi join sub-selects are allowed$/u,
    ],
  ];
  for (const [where, message] of cases) {
    it(`refuses ${where}`, () => {
      const error = org.error(`SELECT Id FROM Account WHERE ${where}`);
      assert.equal(error.code, 'MALFORMED_QUERY');
      assert.match(error.message, message);
    });
  }

  it('refuses them in a child subquery', () => {
    const query = 'SELECT (SELECT Id FROM Contacts WHERE AccountId IN (SELECT AccountId FROM Case)) FROM Account';
    assert.match(org.error(query).message, /only allowed at the top level/u);
  });
});
