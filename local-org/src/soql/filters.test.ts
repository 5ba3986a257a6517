import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('filtering', () => {
  const org = new QueryOrg();
  let acme = '';
  before(() => {
    acme = org.insert('Account', { Name: 'Ærlig & Søn', Industry: 'Banking' });
    org.insert('Account', { Name: '100%_sure\\', Industry: null });
    org.insert('Account', { Name: "O'Brien", Industry: 'Retail' });
    org.insert('Visit__c', {
      Name: 'V1',
      Account__c: acme,
      Key__c: 'abc',
      Rating__c: 3,
      Day__c: '2026-03-04',
      Topics__c: 'price;staff',
      Done__c: true,
    });
    org.insert('Visit__c', { Name: 'V2', Key__c: 'ABC', Rating__c: 7.5, Day__c: '2026-02-28', Topics__c: 'staff', Start__c: 36_000_000 });
    org.insert('Visit__c', { Name: 'V3', CreatedDate: Date.parse('2026-03-02T22:59:59Z') });
  });
  const accounts = (where: string): unknown[] => org.column(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`);
  const visits = (where: string): unknown[] => org.column(`SELECT Name FROM Visit__c WHERE ${where} ORDER BY Name`);

  it('compares texts without regard to case in every alphabet, unless the field tells case apart', () => {
    assert.deepEqual(accounts("Name = 'ÆRLIG & SØN'"), ['Ærlig & Søn']);
    assert.deepEqual(visits("Key__c = 'ABC'"), ['V2']);
    assert.deepEqual(visits("Key__c LIKE 'a%'"), ['V1']);
  });

  it('reads escapes in strings and in LIKE patterns', () => {
    assert.deepEqual(accounts(String.raw`Name = 'O\'Brien'`), ["O'Brien"]);
    assert.deepEqual(accounts(String.raw`Name LIKE '100\%\_%\\'`), ['100%_sure\\']);
    assert.deepEqual(accounts(String.raw`Name LIKE '%\_sure%'`), ['100%_sure\\']);
    assert.deepEqual(accounts("Name LIKE '_%s_n'"), ['Ærlig & Søn']);
    assert.deepEqual(accounts(String.raw`Name LIKE '\u00e6RLIG%'`), ['Ærlig & Søn']);
  });

  it('joins conditions on custom metadata by OR only where they ask one field for what it is', () => {
    const plays = (where: string) => (): unknown[] => org.column(`SELECT Theme__c FROM Play__mdt WHERE ${where}`);
    assert.deepEqual(plays("Theme__c = 'Price' OR theme__c LIKE 'D%' OR (Theme__c IN ('Other') OR Theme__c = null)")(), []);
    const refused = { errorCode: 'MALFORMED_QUERY', message: /Disjunctions not supported$/u };
    assert.throws(plays("Theme__c = 'Price' OR Reasons__c LIKE '%price%'"), refused);
    assert.throws(plays("Theme__c = 'Price' OR Theme__c > 'R'"), refused);
    assert.throws(plays("(Theme__c = 'Price' AND Reasons__c = 'x') OR Theme__c = 'Other'"), refused);
  });

  it('counts a missing value as different from every value', () => {
    assert.deepEqual(accounts("Industry != 'Banking'"), ['100%_sure\\', "O'Brien"]);
    assert.deepEqual(accounts("Industry NOT IN ('Banking')"), ['100%_sure\\', "O'Brien"]);
    assert.deepEqual(accounts("NOT Industry = 'Banking'"), ['100%_sure\\', "O'Brien"]);
    assert.deepEqual(accounts('Industry = null'), ['100%_sure\\']);
    assert.deepEqual(accounts("Industry != ''"), ["O'Brien", 'Ærlig & Søn']);
    assert.deepEqual(accounts("Industry IN ('Retail', null)"), ['100%_sure\\', "O'Brien"]);
    assert.deepEqual(visits('Rating__c < 5'), ['V1']);
    assert.deepEqual(visits('NOT Rating__c < 5'), ['V2', 'V3']);
  });

  it('compares numbers, checkboxes, dates and times', () => {
    assert.deepEqual(visits('Rating__c >= 7.5'), ['V2']);
    assert.deepEqual(visits('Rating__c = -1'), []);
    assert.deepEqual(visits('Done__c != true'), ['V2', 'V3']);
    assert.deepEqual(visits('Day__c > 2026-03-01'), ['V1']);
    assert.deepEqual(visits('Start__c >= 10:00:00.000Z'), ['V2']);
    assert.deepEqual(visits('CreatedDate < 2026-03-03T00:00:00+01:00'), ['V3']);
  });

  it('reads date literals in the time zone of the user', () => {
    // Now it is the 4th in Copenhagen; V3 was made in the last second of the 2nd there.
    assert.deepEqual(visits('CreatedDate = TODAY'), ['V1', 'V2']);
    assert.deepEqual(visits('CreatedDate = YESTERDAY'), []);
    assert.deepEqual(visits('CreatedDate = N_DAYS_AGO:2'), ['V3']);
    assert.deepEqual(visits('Day__c = TODAY'), ['V1']);
    assert.deepEqual(visits('Day__c = LAST_MONTH'), ['V2']);
    assert.deepEqual(visits('Day__c < THIS_MONTH'), ['V2']);
    assert.deepEqual(visits('Day__c != THIS_WEEK'), ['V2', 'V3']);
    assert.deepEqual(visits('Day__c IN (TODAY, 2026-02-28)'), ['V1', 'V2']);
  });

  it('looks into multi-select picklists', () => {
    assert.deepEqual(visits("Topics__c INCLUDES ('STAFF')"), ['V1', 'V2']);
    assert.deepEqual(visits("Topics__c INCLUDES ('price;staff', 'x')"), ['V1']);
    assert.deepEqual(visits("Topics__c EXCLUDES ('price')"), ['V2', 'V3']);
  });

  it('joins and anti-joins', () => {
    assert.deepEqual(accounts('Id IN (SELECT Account__c FROM Visit__c WHERE Rating__c = 3)'), ['Ærlig & Søn']);
    assert.deepEqual(accounts("Id NOT IN (SELECT Account__c FROM Visit__c) AND Name LIKE 'O%'"), ["O'Brien"]);
    assert.deepEqual(visits("Account__c IN (SELECT Id FROM Account WHERE Name LIKE 'Ær%')"), ['V1']);
    assert.match(
      org.error("SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT Account__c FROM Visit__c)").message,
      /Semi join sub-selects are not allowed with the 'OR' operator$/u,
    );
  });

  it('takes ids of 15 and 18 characters, and long lists', () => {
    assert.deepEqual(accounts(`Id = '${acme.slice(0, 15)}'`), ['Ærlig & Søn']);
    const many = Array.from({ length: 500 }, (_, index) => `'name ${index}'`).join(', ');
    assert.deepEqual(accounts(`Name IN (${many}, 'o\\'brien')`), ["O'Brien"]);
  });

  it('uses the indexes of keys and lookups', () => {
    const plan = (query: string): string => {
      const { sql, parameters } = org.compile(query);
      const rows = org.database.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters.map(() => null));
      return rows.map((row) => String(row['detail'])).join('; ');
    };
    assert.match(plan("SELECT Id FROM Visit__c WHERE Key__c = 'abc'"), /USING (?:COVERING )?INDEX ix_Visit__c_Key__c/u);
    assert.match(plan("SELECT Id FROM Account WHERE Name = 'abc'"), /INDEX ix_Account_Name/u);
    assert.match(plan(`SELECT Id FROM Visit__c WHERE Account__c = '${acme}'`), /INDEX ix_Visit__c_Account__c/u);
  });
});
