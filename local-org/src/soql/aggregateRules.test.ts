import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('the rules of aggregate queries', () => {
  const org = new QueryOrg();
  before(() => {
    org.insert('Organization', { Name: 'Org', FiscalYearStartMonth: 4 });
    for (const [Name, Day__c] of [
      ['beta', '2026-03-31'],
      ['Alpha', '2026-04-01'],
      ['Ægir', '2025-12-31'],
      ['gamma', null],
    ] as const) {
      org.insert('Visit__c', { Name, Day__c });
    }
  });

  const cases: readonly (readonly [query: string, message: RegExp])[] = [
    ['SELECT MAX(CreatedDate) FROM Visit__c LIMIT 1', /Non-grouped query that uses overall aggregate functions cannot also use LIMIT$/u],
    ['SELECT COUNT() FROM Visit__c ORDER BY Name', /COUNT\(\) cannot be used with an ORDER BY clause$/u],
    ['SELECT COUNT(Id) FROM Visit__c GROUP BY Region__c', /field 'Region__c' can not be grouped in a query call$/u],
    ['SELECT COUNT(Done__c) FROM Visit__c', /field Done__c does not support aggregate operator COUNT$/u],
    ['SELECT MIN(Story__c) FROM Visit__c', /field Story__c does not support aggregate operator MIN$/u],
    ['SELECT SUM(Name) FROM Visit__c', /field Name does not support aggregate operator SUM$/u],
    ['SELECT FIELDS(ALL), COUNT(Id) FROM Visit__c', /FIELDS function is not supported in an aggregate query$/u],
    ['SELECT Name, COUNT(Id) FROM Visit__c', /Field must be grouped or aggregated: Name$/u],
    ['SELECT Name FROM Visit__c GROUP BY Name ORDER BY Mood__c', /Ordered field must be grouped or aggregated: Mood__c$/u],
    ['SELECT COUNT(Id) FROM Visit__c GROUP BY ROLLUP(Name, Mood__c, Key__c, Day__c)', /GROUP BY ROLLUP takes at most 3 fields$/u],
    [
      'SELECT (SELECT Id FROM Contacts), COUNT(Id) FROM Account GROUP BY Name',
      /Grouped query cannot use child relationships in the SELECT list$/u,
    ],
    ['SELECT CALENDAR_YEAR(CreatedDate) FROM Visit__c', /Field must be grouped or aggregated: CreatedDate$/u],
  ];
  for (const [query, message] of cases) {
    it(`refuses ${query}`, () => {
      const error = org.error(query);
      assert.equal(error.code, 'MALFORMED_QUERY');
      assert.match(error.message, message);
    });
  }

  it('finds the least and greatest text without regard to case, and formats what it finds', () => {
    assert.deepEqual(org.rows('SELECT MIN(Name) a, MAX(Name) b, FORMAT(MIN(Day__c)) d FROM Visit__c'), [
      { a: 'Alpha', b: 'Ægir', d: '31/12/2025' },
    ]);
  });

  it('filters subtotals by what they sum up', () => {
    const rows = (having: string): unknown[] =>
      org.rows(`SELECT Day__c, Name, COUNT(Id) n FROM Visit__c WHERE Day__c > 2026-01-01 GROUP BY ROLLUP(Day__c, Name) HAVING ${having}`);
    assert.deepEqual(rows('GROUPING(Day__c) = 1'), [{ Day__c: null, Name: null, n: 2 }]);
    assert.deepEqual(rows("Name = 'beta'"), [{ Day__c: '2026-03-31', Name: 'beta', n: 1 }]);
    assert.equal(rows('GROUPING(Name) = 1 AND GROUPING(Day__c) = 0').length, 2);
  });

  it('follows the fiscal year of the org', () => {
    assert.deepEqual(
      org.rows(
        'SELECT FISCAL_YEAR(Day__c) y, FISCAL_QUARTER(Day__c) q, FISCAL_MONTH(Day__c) m, COUNT(Id) n FROM Visit__c WHERE Day__c != null GROUP BY FISCAL_YEAR(Day__c), FISCAL_QUARTER(Day__c), FISCAL_MONTH(Day__c) ORDER BY FISCAL_YEAR(Day__c), FISCAL_QUARTER(Day__c)',
      ),
      [
        { y: 2026, q: 3, m: 9, n: 1 },
        { y: 2026, q: 4, m: 12, n: 1 },
        { y: 2027, q: 1, m: 1, n: 1 },
      ],
    );
    // It is 4 March 2026: the fiscal year runs to 31 March.
    assert.deepEqual(org.column('SELECT Name FROM Visit__c WHERE Day__c = THIS_FISCAL_YEAR ORDER BY Name'), ['beta', 'Ægir']);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c WHERE Day__c = THIS_FISCAL_QUARTER'), ['beta']);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c WHERE Day__c = NEXT_FISCAL_YEAR'), ['Alpha']);
    assert.deepEqual(org.column('SELECT Name FROM Visit__c WHERE Day__c = N_FISCAL_QUARTERS_AGO:1'), ['Ægir']);
  });

  it('refuses what needs several currencies', () => {
    assert.equal(org.error('SELECT Id FROM Opportunity WHERE Amount > USD5000').code, 'INVALID_QUERY_FILTER_OPERATOR');
    assert.equal(org.error('SELECT convertCurrency(Amount) FROM Opportunity').code, 'INVALID_FIELD');
    assert.match(
      org.error('SELECT Id FROM Account WHERE NumberOfEmployees > 1.5').message,
      /must be of type int and should not be enclosed in quotes$/u,
    );
    assert.match(
      org.error("SELECT Id FROM Opportunity WHERE Amount > '5'").message,
      /must be of type double and should not be enclosed in quotes$/u,
    );
    assert.equal(org.error("SELECT Id FROM Visit__c WHERE Topics__c LIKE 'a%'").code, 'INVALID_QUERY_FILTER_OPERATOR');
  });
});
