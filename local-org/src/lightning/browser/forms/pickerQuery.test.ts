import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { nameQuery, pickedRecords, searchQuery } from './pickerQuery.ts';

const contact = {
  objectApiName: 'Contact',
  displayInfo: { primaryField: 'Name', additionalFields: ['Account.Name'] },
  matchingInfo: { primaryField: 'Name', additionalFields: ['Email'] },
};

suite('query of a record picker', () => {
  test('given words, they are looked for in the fields that match, as they were typed', () => {
    const { query, variables } = searchQuery(contact, ' 50% ');
    assert.match(query, /Contact\(where: \$where, first: 10, orderBy: \{ Name: \{ order: ASC, nulls: LAST \} \}\)/u);
    assert.match(query, /Id Name \{ value displayValue \} Account \{ Name \{ value displayValue \} \}/u);
    const like = String.raw`%50\%%`;
    assert.deepEqual(variables['where'], { and: [{ or: [{ Name: { like } }, { Email: { like } }] }] });
  });

  test('given no words and no filter, everything is offered', () => {
    assert.deepEqual(searchQuery(contact, '').variables['where'], {});
  });

  test('given a filter with logic, its criteria are joined so', () => {
    const criteria = [
      { fieldPath: 'Account.Name', operator: 'eq', value: 'Acme' },
      { fieldPath: 'Email', operator: 'ne', value: null },
      { fieldPath: 'Title', operator: 'in', value: ['CEO'] },
    ];
    const where = (filterLogic?: string): unknown =>
      searchQuery({ ...contact, filter: { criteria, ...(filterLogic === undefined ? {} : { filterLogic }) } }, '').variables['where'];
    const [account, email, title] = [{ Account: { Name: { eq: 'Acme' } } }, { Email: { ne: null } }, { Title: { in: ['CEO'] } }];
    assert.deepEqual(where(), { and: [{ and: [account, email, title] }] });
    assert.deepEqual(where('1 AND (2 OR NOT 3)'), { and: [{ and: [account, { or: [email, { not: title }] }] }] });
    assert.deepEqual(where('1 OR 2 and 3'), { and: [{ or: [account, { and: [email, title] }] }] });
    assert.throws(() => where('1 AND 4'), /names a criterion 4/u);
  });

  test('given an answer, its records are named, with what tells them apart', () => {
    const node = { Id: '003A', Name: { value: 'Ada', displayValue: null }, Account: { Name: { value: 'Acme', displayValue: null } } };
    const data = { uiapi: { query: { Contact: { edges: [{ node }] } } } };
    assert.deepEqual(pickedRecords(contact, data), [{ id: '003A', label: 'Ada', note: 'Acme' }]);
    assert.deepEqual(pickedRecords(contact, undefined), []);
    assert.deepEqual(nameQuery(contact, '003A').variables['where'], { and: [{ and: [{ Id: { eq: '003A' } }] }] });
  });
});
