import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SalesforceError } from '../errors.ts';
import { parseQuery } from './parser.ts';

/** What Salesforce's published grammar takes and what it refuses. */
const TAKEN = [
  "SELECT Id FROM Account WHERE (Name = 'x' AND Industry = 'y') OR Type = 'z'",
  "SELECT Id FROM Account WHERE NOT Name = 'x'",
  "SELECT Id FROM Account WHERE Type = 'z' AND (NOT Name = 'x')",
  "SELECT Id FROM Account WHERE (NOT (Name = 'x')) OR (NOT (Type = 'z'))",
  "SELECT Id FROM Account WHERE NOT (NOT Name = 'x')",
  "SELECT Id FROM Account WHERE ((Name = 'x'))",
  'SELECT COUNT() FROM Account LIMIT 5',
  'SELECT COUNT(Id) c, Name n FROM Account GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC NULLS LAST LIMIT 5',
  'SELECT Type, GROUPING(Type) g, COUNT(Id) FROM Account GROUP BY CUBE(Type, BillingCountry) ORDER BY GROUPING(Type)',
  'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), SUM(Amount) FROM Opportunity GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  'SELECT FORMAT(MIN(CloseDate)) d, FORMAT(convertCurrency(Amount)) a FROM Opportunity',
  'SELECT FIELDS(ALL), (SELECT fields(custom) FROM Contacts LIMIT 5) FROM Account LIMIT 5',
  'SELECT Id, TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN Opportunity THEN Amount ELSE Name END, Subject FROM Event',
  'SELECT c.Id, a.Name FROM Contact AS c, c.Account a, a.Owner AS o WHERE o.Name = null',
  "SELECT Id FROM Account WHERE Name LIKE 'a\\_b\\%\\\\' AND Name IN (null, 'a', 'b\\u0041')",
  "SELECT Id FROM Account WHERE Topics__c INCLUDES ('a;b', 'c') AND Topics__c EXCLUDES ('d')",
  'SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS: 5 AND CreatedDate IN (TODAY, LAST_FISCAL_QUARTER)',
  'SELECT Id FROM Account WHERE CreatedDate > 2011-04-26T10:00:00-08:00 AND CreatedDate < 2011-04-26T10:00:00.123Z',
  'SELECT Id FROM Account WHERE CreatedDate > 2011-04-26T10:00:00+0100 AND Time__c > 10:00:00.000Z',
  'SELECT Id FROM Account WHERE Amount > -5.5 AND Amount < +.5 AND Amount <> 7',
  'SELECT Id FROM Opportunity WHERE Amount IN (USD50, EUR60.25)',
  "SELECT Id FROM Account WHERE DISTANCE(Loc__c, GEOLOCATION(37.7, -122.4), 'mi') < 20 ORDER BY DISTANCE(Loc__c, GEOLOCATION(1, 2), 'km')",
  'SELECT Id FROM Account USING SCOPE everything WHERE IsDeleted = TRUE LIMIT 1 OFFSET 2 FOR VIEW',
  'SELECT Id FROM Account FOR REFERENCE UPDATE TRACKING, VIEWSTAT',
  'SELECT Id FROM Account FOR UPDATE',
  'select id from GROUP where order.name = null',
];

const REFUSED: readonly (readonly [query: string, message: RegExp])[] = [
  ["SELECT Id FROM Account WHERE A = 'x' AND NOT B = 'y'", /unexpected token: 'NOT'$/u],
  ["SELECT Id FROM Account WHERE NOT A = 'x' AND B = 'y'", /unexpected token: 'AND'$/u],
  ["SELECT Id FROM Account WHERE NOT NOT A = 'x'", /unexpected token: 'NOT'$/u],
  ['SELECT COUNT(), Name FROM Account', /unexpected token: ','$/u],
  ['SELECT Name, COUNT() FROM Account', /unexpected token: '\('$/u],
  ['SELECT COUNT() c FROM Account', /unexpected token: 'c'$/u],
  ['SELECT COUNT(Id) AS c FROM Account', /unexpected token: 'AS'$/u],
  ['SELECT Id, FROM Account', /unexpected token: 'FROM'$/u],
  ['SELECT limit FROM Account', /unexpected token: 'limit'$/u],
  ['SELECT Id FROM where', /unexpected token: 'where'$/u],
  ['SELECT Id FROM Account LIMIT 5 ORDER BY Name', /unexpected token: 'ORDER'$/u],
  ['SELECT Id FROM Account HAVING COUNT(Id) > 1', /unexpected token: 'HAVING'$/u],
  ['SELECT Id FROM Account WHERE Amount = 1e3', /unexpected token: 'e3'$/u],
  ['SELECT Id FROM Account WHERE Amount = 1,000', /unexpected token: ','$/u],
  ["SELECT Id FROM Account WHERE Name IN 'a'", /unexpected token: ''a''$/u],
  ['SELECT Id FROM Account WHERE Name IN ()', /unexpected token: '\)'$/u],
  ["SELECT Id FROM Account WHERE 'a' = Name", /unexpected token: ''a''$/u],
  ['SELECT Id FROM Account WHERE Name == 1', /unexpected token: '='$/u],
  ["SELECT Id FROM Account WHERE Name = 'a\\qb'", /Illegal escape/u],
  ['SELECT Id FROM Account WHERE CreatedDate = 2011-04-26T10:00:00', /unexpected token/u],
  ['SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS', /expecting a colon, found '<EOF>'$/u],
  ['SELECT Id FROM Account USING SCOPE nonsense', /unexpected token: 'nonsense'$/u],
  ['SELECT Id FROM Account; DELETE FROM Account', /no viable alternative at character ';'$/u],
  ['SELECT Id FROM Account -- comment', /no viable alternative at character '-'$/u],
  ['SELECT TYPEOF What WHEN Account THEN Id END TYPEOF Who WHEN Lead THEN Id END FROM Task', /unexpected token: 'TYPEOF'$/u],
  ['SELECT Name FROM Account GROUP BY ROLLUP(Name), Type', /unexpected token: ','$/u],
  ['UPDATE Account SET Name = 1', /unexpected token: 'UPDATE'$/u],
  ['SELECT Id FROM Account ORDER BY Name FOR UPDATE', /ORDER BY is not allowed with FOR UPDATE$/u],
  [`SELECT Id FROM Account WHERE ${'('.repeat(200)}Name = null${')'.repeat(200)}`, /nested too deeply$/u],
  [`SELECT Id FROM Account WHERE Name = '${'x'.repeat(100_000)}'`, /cannot be longer than 100000 characters\.$/u],
];

describe('the grammar', () => {
  for (const query of TAKEN) {
    it(`takes ${query}`, () => {
      assert.equal(parseQuery(query).statement.kind, 'select');
    });
  }

  for (const [query, message] of REFUSED) {
    it(`refuses ${query.slice(0, 100)}`, () => {
      assert.throws(
        () => parseQuery(query),
        (error) => error instanceof SalesforceError && error.errorCode === 'MALFORMED_QUERY' && message.test(error.message),
      );
    });
  }
});
