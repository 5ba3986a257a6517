import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('a query that is wrong', () => {
  const org = new QueryOrg();

  it('is shown with the place, row and column, as the platform shows it', () => {
    const { code, message } = org.error('SELECT Id,\n  Foo FROM Account');
    assert.equal(code, 'INVALID_FIELD');
    assert.equal(
      message,
      [
        '',
        'SELECT Id,   Foo FROM Account',
        '             ^',
        'ERROR at Row:2:Column:3',
        "No such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' " +
          'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.',
      ].join('\n'),
    );
  });

  const cases: readonly (readonly [query: string, code: string, message: RegExp])[] = [
    ['', 'MALFORMED_QUERY', /^SOQL statements cannot be empty or null$/u],
    ['SELECT FROM Account', 'MALFORMED_QUERY', /unexpected token: 'FROM'$/u],
    ['SELECT * FROM Account', 'MALFORMED_QUERY', /unexpected token: '\*'$/u],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', /unexpected token: '<EOF>'$/u],
    ['SELECT Id FROM Account WHERE A = 1 AND B = 2 OR C = 3', 'MALFORMED_QUERY', /Column:46\nunexpected token: 'OR'$/u],
    ['SELECT Id FROM Account LIMIT x', 'MALFORMED_QUERY', /unexpected token: 'x'$/u],
    ['SELECT Id FROM Account LIMIT 1 nonsense', 'MALFORMED_QUERY', /unexpected token: 'nonsense'$/u],
    ["SELECT Id FROM Account WHERE Name = 'a", 'MALFORMED_QUERY', /mismatched character '<EOF>' expecting '''$/u],
    ['SELECT Id FROM Account WHERE Name = "a"', 'MALFORMED_QUERY', /no viable alternative at character '"'$/u],
    ['SELECT Id FROM Account WHERE Name = :name', 'MALFORMED_QUERY', /Bind variables only allowed in Apex code$/u],
    ['SELECT Id a FROM Account', 'MALFORMED_QUERY', /only aggregate expressions use field aliasing$/u],
    ['SELECT Id, id FROM Account', 'INVALID_FIELD', /duplicate field selected: id$/u],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE', /Column:16\nsObject type 'Nothing__c' is not supported\./u],
    ['SELECT Nope.Name FROM Account', 'INVALID_FIELD', /Didn't understand relationship 'Nope' in field path\./u],
    ['SELECT (SELECT Id FROM Nopes) FROM Account', 'INVALID_TYPE', /Didn't understand relationship 'Nopes' in FROM part of query call\./u],
    ['SELECT What.Industry FROM Task', 'INVALID_FIELD', /No such column 'Industry' on entity 'Name'/u],
    ["SELECT Id FROM Account WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: x$/u],
    ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid operator on id field$/u],
    ["SELECT Id FROM Account WHERE NumberOfEmployees LIKE '1%'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid operator on int field$/u],
    ['SELECT Id FROM Account WHERE Name = 3', 'INVALID_FIELD', /'Name' must be of type string and should be enclosed in quotes$/u],
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2020'",
      'INVALID_FIELD',
      /must be of type dateTime and should not be enclosed in quotes$/u,
    ],
    ['SELECT Id FROM Account WHERE CreatedDate > 2020-01-01', 'INVALID_FIELD', /must be of type dateTime/u],
    ['SELECT Id FROM Visit__c WHERE Day__c = 2020-13-01', 'INVALID_FIELD', /must be of type date and should not/u],
    ["SELECT Id FROM Visit__c WHERE Story__c = 'x'", 'INVALID_FIELD', /field 'Story__c' can not be filtered in a query call$/u],
    ['SELECT Id FROM Visit__c ORDER BY Story__c', 'INVALID_FIELD', /field 'Story__c' can not be sorted in a query call$/u],
    ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', /^Maximum SOQL offset allowed is 2000$/u],
  ];
  for (const [query, code, message] of cases) {
    it(`${code}: ${query}`, () => {
      const error = org.error(query);
      assert.equal(error.code, code);
      assert.match(error.message, message);
    });
  }

  const notRun = [
    'SELECT Id FROM Account USING SCOPE team',
    'SELECT Id FROM Account WITH DATA CATEGORY x AT y',
    'SELECT Id FROM Account SET OPTIONS (a = b)',
  ];
  for (const query of notRun) {
    it(`says that it does not run: ${query}`, () => {
      const { code, message } = org.error(query);
      assert.equal(code, 'MALFORMED_QUERY');
      assert.match(message, /is not run by local-org$/u);
    });
  }
});
