import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SalesforceError } from '../errors.ts';
import { fold } from '../storage/fold.ts';
import { QueryOrg } from './testing/queryOrg.ts';

/** Texts that try to leave a string, a LIKE pattern or an SQL statement. */
const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '%', '_', ';', '-', ' ', 'a', 'É', '\n', '\u0000', '?', '1'), maxLength: 15 }),
  fc.constantFrom("' OR 1=1 --", "'; DROP TABLE Account; --", '%', '\\', "\\' OR '", '?1', '") OR ("'),
);

/** A text as SOQL writes it. */
function literal(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}

describe('texts in queries', () => {
  it('are bound, never written into the SQL, and mean themselves', () => {
    const org = new QueryOrg();
    const names = ['plain', "' OR 1=1 --", '%', '_', '\\', 'É', "it's", '"', '?1'];
    for (const name of names) org.insert('Account', { Name: name });
    fc.assert(
      fc.property(fc.oneof(HOSTILE, fc.constantFrom(...names)), (text) => {
        const found = org.column(`SELECT Name FROM Account WHERE Name = ${literal(text)}`);
        assert.deepEqual(found, text === '' ? [] : names.filter((name) => fold(name) === fold(text)));
      }),
      { numRuns: 500 },
    );
    const marker = 'zq7marker';
    const clauses = [
      `Name = '${marker}'`,
      `Name LIKE '${marker}%'`,
      `Name IN ('${marker}', 'b')`,
      `Id IN (SELECT AccountId FROM Contact WHERE Email = '${marker}')`,
    ];
    for (const clause of clauses) assert.equal(org.compile(`SELECT Id FROM Account WHERE ${clause}`).sql.includes(marker), false);
  });

  it('make errors of ours at worst, wherever they stand in a query', () => {
    const org = new QueryOrg();
    const word = fc.oneof(
      HOSTILE,
      fc.constantFrom(
        'SELECT',
        'Id',
        'FROM',
        'Account',
        'WHERE',
        'Name',
        '=',
        "'a'",
        '(',
        ')',
        ',',
        'AND',
        'OR',
        'NOT',
        'IN',
        'LIKE',
        'ORDER',
        'BY',
        'LIMIT',
        '1',
        'null',
        'TODAY',
        'COUNT(Id)',
        'GROUPING(Name)',
        'SUM(COUNT(Id))',
        'toLabel(Name)',
        'FORMAT(Name)',
        'DAY_ONLY(CreatedDate)',
        'ROLLUP(Name)',
        'FIELDS(ALL)',
        '(SELECT Id FROM Contacts)',
        '2020-01-01',
        '1e999',
        'GROUP',
        'Owner.Name',
        'HAVING',
        'LAST_N_DAYS:3',
      ),
    );
    const query = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 8 }).map((words) => `SELECT Id FROM Account WHERE ${words.join(' ')}`),
      word.map((text) => `SELECT ${text} FROM Account`),
      word.map((text) => `SELECT Id FROM ${text}`),
      word.map((text) => `SELECT Id FROM Account ORDER BY ${text}`),
      fc.tuple(word, word, word).map(([a, b, c]) => `SELECT ${a} FROM Account GROUP BY ${b} HAVING ${c} > 1 ORDER BY ${a}`),
      fc.tuple(word, word).map(([a, b]) => `SELECT COUNT(Id), ${a} FROM Account WHERE ${b} = 1 GROUP BY ${a}`),
      fc.tuple(word, word).map(([a, b]) => `SELECT Id FROM Account WHERE ${a} IN (${b}, ${a}) LIMIT 1`),
    );
    fc.assert(
      fc.property(query, (text) => {
        try {
          org.run(text);
        } catch (error) {
          assert.ok(error instanceof SalesforceError, `${text}: ${String(error)}`);
        }
      }),
      { numRuns: 3000 },
    );
    assert.equal(org.run('SELECT Id FROM User').totalSize, 1);
  });

  it('may be long or deep without exhausting anything', () => {
    const org = new QueryOrg();
    org.insert('Account', { Name: 'name 7' });
    const many = Array.from({ length: 3000 }, (_, index) => `Name = 'name ${index}'`).join(' OR ');
    assert.equal(org.run(`SELECT Id FROM Account WHERE ${many}`).totalSize, 1);
    for (const text of ['('.repeat(50_000), 'NOT '.repeat(20_000), 'SUM('.repeat(20_000), '(SELECT '.repeat(10_000)]) {
      assert.equal(org.error(`SELECT Id FROM Account WHERE ${text}`).code, 'MALFORMED_QUERY');
      assert.equal(org.error(`SELECT ${text} FROM Account`).code, 'MALFORMED_QUERY');
    }
    assert.match(
      org.error(`SELECT Id FROM Account WHERE Name = '${'x'.repeat(100_000)}'`).message,
      /cannot be longer than 100000 characters/u,
    );
    assert.equal(org.error('SELECT Id FROM Account LIMIT 99999999999').code, 'MALFORMED_QUERY');
    assert.equal(org.run('SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:2000000000').totalSize, 0);
  });
});
