import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('aggregating', () => {
  const org = new QueryOrg();
  before(() => {
    const acme = org.insert('Account', { Name: 'Acme' });
    for (const [name, rating, mood, created] of [
      ['a', 0.1, 'Hot', '2026-01-31T23:30:00Z'],
      ['b', 0.2, 'Hot', '2026-02-10T10:00:00Z'],
      ['c', 9, 'Cold', '2026-02-11T10:00:00Z'],
      ['A', null, null, '2025-12-24T10:00:00Z'],
    ] as const) {
      org.insert('Visit__c', { Name: name, Rating__c: rating, Mood__c: mood, Account__c: acme, CreatedDate: Date.parse(created) });
    }
  });

  it('counts records without giving any', () => {
    assert.deepEqual(org.run('SELECT COUNT() FROM Visit__c WHERE Rating__c != null'), { totalSize: 3, records: [] });
    assert.equal(org.run('SELECT count() FROM Visit__c LIMIT 2').totalSize, 2);
  });

  it('computes over all records, blanks left out', () => {
    assert.deepEqual(
      org.rows(
        'SELECT COUNT(Id), COUNT(Rating__c) rated, SUM(Rating__c) total, AVG(Square__c), MIN(Rating__c), MAX(CreatedDate) FROM Visit__c',
      ),
      [{ expr0: 4, rated: 3, total: 9.3, expr1: 27, expr2: 0.1, expr3: Date.parse('2026-02-11T10:00:00Z') }],
    );
    assert.equal(org.run('SELECT COUNT(Id) FROM Visit__c').records[0]?.object, 'AggregateResult');
    assert.deepEqual(org.rows('SELECT COUNT_DISTINCT(Name) n FROM Visit__c'), [{ n: 3 }]);
  });

  it('groups by fields and parents, filters groups and sorts by aggregates', () => {
    assert.deepEqual(org.rows('SELECT Mood__c, COUNT(Id) n FROM Visit__c GROUP BY Mood__c ORDER BY COUNT(Id) DESC, Mood__c'), [
      { Mood__c: 'Hot', n: 2 },
      { Mood__c: null, n: 1 },
      { Mood__c: 'Cold', n: 1 },
    ]);
    assert.deepEqual(org.rows('SELECT Account__r.Name who, COUNT(Id) FROM Visit__c GROUP BY Account__r.Name HAVING COUNT(Id) > 3'), [
      { who: 'Acme', expr0: 4 },
    ]);
  });

  it('groups by date functions, in UTC or in the zone of the user', () => {
    const byMonth = (value: string): unknown[] =>
      org.rows(
        `SELECT CALENDAR_YEAR(${value}) y, CALENDAR_MONTH(${value}) m, COUNT(Id) n FROM Visit__c GROUP BY CALENDAR_YEAR(${value}), CALENDAR_MONTH(${value}) ORDER BY CALENDAR_YEAR(${value}), CALENDAR_MONTH(${value})`,
      );
    assert.deepEqual(byMonth('CreatedDate'), [
      { y: 2025, m: 12, n: 1 },
      { y: 2026, m: 1, n: 1 },
      { y: 2026, m: 2, n: 2 },
    ]);
    assert.deepEqual(byMonth('convertTimezone(CreatedDate)'), [
      { y: 2025, m: 12, n: 1 },
      { y: 2026, m: 2, n: 3 },
    ]);
    assert.equal(org.run('SELECT Id FROM Visit__c WHERE DAY_ONLY(CreatedDate) = 2025-12-24').totalSize, 1);
    assert.equal(org.run('SELECT Id FROM Visit__c WHERE HOUR_IN_DAY(CreatedDate) = 10').totalSize, 3);
  });

  it('groups by standard fields that follow from others', () => {
    assert.equal(org.run('SELECT IsClosed, IsWon, COUNT(Id) n FROM Opportunity GROUP BY IsClosed, IsWon').totalSize, 0);
    assert.equal(org.run('SELECT FiscalYear, Fiscal, COUNT(Id) n FROM Opportunity GROUP BY ROLLUP(FiscalYear, Fiscal)').totalSize, 1);
  });

  it('sums up over groups of groups', () => {
    assert.deepEqual(
      org.rows(
        'SELECT Mood__c m, Done__c d, GROUPING(Done__c) g, COUNT(Id) n FROM Visit__c GROUP BY ROLLUP(Mood__c, Done__c) ORDER BY GROUPING(Mood__c), Mood__c, GROUPING(Done__c)',
      ),
      [
        { m: null, d: false, g: 0, n: 1 },
        { m: null, d: null, g: 1, n: 1 },
        { m: 'Hot', d: false, g: 0, n: 2 },
        { m: 'Hot', d: null, g: 1, n: 2 },
        { m: 'Cold', d: false, g: 0, n: 1 },
        { m: 'Cold', d: null, g: 1, n: 1 },
        { m: null, d: null, g: 1, n: 4 },
      ],
    );
    assert.equal(org.run('SELECT Mood__c, Done__c, COUNT(Id) FROM Visit__c GROUP BY CUBE(Mood__c, Done__c)').totalSize, 3 + 3 + 1 + 1);
  });

  it('refuses what is neither grouped nor aggregated', () => {
    assert.match(org.error('SELECT Name, COUNT(Id) FROM Visit__c').message, /Field must be grouped or aggregated: Name$/u);
    assert.match(org.error('SELECT COUNT(Id) FROM Visit__c GROUP BY Mood__c ORDER BY Name').message, /must be grouped or aggregated/u);
    assert.match(org.error('SELECT SUM(Name) FROM Visit__c').message, /does not support aggregate operator SUM$/u);
    assert.match(org.error('SELECT Story__c FROM Visit__c GROUP BY Story__c').message, /can not be grouped/u);
  });
});
