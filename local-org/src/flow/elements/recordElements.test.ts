import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, callAll, collection, faultOf, input, ofObject, orgWithCalled, output } from '../testing/calledFlow.ts';
import { assign, faultTo, filter, number, ref, set, text, to, validationRule, variable } from '../testing/flowXml.ts';
import type { TestOrg } from '../testing/testOrg.ts';

const lookup = (name: string, inside: string, next = ''): string => `<recordLookups><name>${name}</name>${next}${inside}</recordLookups>`;

const named = (rows: readonly Record<string, unknown>[], field = 'Name'): unknown[] => rows.map((row) => row[field]);

describe('Get Records', () => {
  const lines = (org: TestOrg): void => {
    org.insert('Line__c', { Name: 'a', Price__c: 1 }, { Name: 'b', Price__c: 2 }, { Name: 'c', Price__c: 3, Note__c: 'x' });
  };
  const outputOf = (body: string, more: string): unknown => {
    const org = orgWithCalled({ Called: body + more });
    lines(org);
    return call(org, 'Called');
  };

  test('given sort and limit, then the first ones come; given a record variable, then the first alone', () => {
    const all = `<object>Line__c</object><limit>${number(2).replace(/<\/?value>/gu, '')}</limit><sortField>Price__c</sortField><sortOrder>Desc</sortOrder><storeOutputAutomatically>true</storeOutputAutomatically>`;
    const two = `${lookup('First', all.replace('<object>', '<getFirstRecordOnly>false</getFirstRecordOnly><object>'), to('Out'))}${assign('Out', [['n', 'AssignCount', ref('First')]])}`;
    assert.deepEqual(outputOf(two, variable('n', 'Number', output)), { n: 2 });
    const one = lookup(
      'First',
      '<object>Line__c</object><outputReference>line</outputReference><queriedFields>Id</queriedFields><queriedFields>Name</queriedFields><sortField>Price__c</sortField><sortOrder>Desc</sortOrder>',
      to('Out'),
    );
    assert.deepEqual(
      outputOf(
        one + assign('Out', [['name', 'Assign', ref('line.Name')]]),
        variable('line', 'SObject', ofObject('Line__c')) + variable('name', 'String', output),
      ),
      { name: 'c' },
    );
  });

  test('given field outputs and nothing found, then variables keep what they hold, or lose it when that is wanted', () => {
    const found = (price: number, more: string): unknown =>
      outputOf(
        lookup(
          'First',
          `${more}${filter('Price__c', 'EqualTo', number(price))}<object>Line__c</object><outputAssignments><assignToReference>name</assignToReference><field>Name</field></outputAssignments>`,
        ),
        variable('name', 'String', output + text('before')),
      );
    assert.deepEqual(found(2, ''), { name: 'b' });
    assert.deepEqual(found(9, ''), { name: 'before' });
    assert.deepEqual(found(9, '<assignNullValuesIfNoRecordsFound>true</assignNullValuesIfNoRecordsFound>'), { name: null });
  });

  test('given In, NotIn, text operators and logic, then they find what SOQL would', () => {
    const find = (filters: string, logic = 'and'): unknown => {
      const org = orgWithCalled({
        Called:
          assign(
            'First',
            [
              ['wanted', 'Add', text('a')],
              ['wanted', 'Add', text('C')],
            ],
            to('Get'),
          ) +
          `<recordLookups><name>Get</name><filterLogic>${logic}</filterLogic>${filters}<object>Line__c</object><outputReference>found</outputReference><queriedFields>Name</queriedFields><sortField>Name</sortField><sortOrder>Asc</sortOrder></recordLookups>` +
          variable('wanted', 'String', collection) +
          variable('found', 'SObject', output + collection + ofObject('Line__c')),
      });
      lines(org);
      const { found } = call(org, 'Called');
      return Array.isArray(found) ? found.map((one: { fields: Record<string, unknown> }) => one.fields['Name']) : found;
    };
    assert.deepEqual(find(filter('Name', 'In', ref('wanted'))), ['a', 'c']);
    assert.deepEqual(find(filter('Name', 'NotIn', ref('wanted'))), ['b']);
    assert.deepEqual(find(filter('Name', 'StartsWith', text('B'))), ['b']);
    assert.deepEqual(find(filter('Note__c', 'IsNull', '<value><booleanValue>true</booleanValue></value>')), ['a', 'b']);
    assert.deepEqual(
      find(
        filter('Price__c', 'LessThan', number(2)) + filter('Price__c', 'GreaterThan', number(2)) + filter('Note__c', 'EqualTo', text('x')),
        '1 OR (2 AND 3)',
      ),
      ['a', 'c'],
    );
  });

  test('given a record that was found and changed, then Update Records saves the change alone', () => {
    const org = orgWithCalled({
      Called:
        assign('Change', [['First.Note__c', 'Assign', text('changed')]], to('Save')) +
        lookup(
          'First',
          `${filter('Name', 'EqualTo', text('b'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Line__c</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
          to('Change'),
        ) +
        '<recordUpdates><name>Save</name><inputReference>First</inputReference></recordUpdates>',
    });
    lines(org);
    call(org, 'Called');
    assert.deepEqual(org.rows("SELECT Name, Note__c, Price__c FROM Line__c WHERE Note__c = 'changed'"), [
      { Name: 'b', Note__c: 'changed', Price__c: 2 },
    ]);
  });
});

describe('Create Records', () => {
  const matching = (operations: string): string =>
    `<recordCreates><name>First</name>${to('Out')}${filter('Key__c', 'StartsWith', ref('key'))}${set('Key__c', ref('key'))}${set('Note__c', text('new'))}<object>Line__c</object>${operations}<storeOutputAutomatically>true</storeOutputAutomatically></recordCreates>` +
    assign('Out', [['id', 'Assign', ref('First')]]) +
    variable('key', 'String', input) +
    variable('id', 'String', output);
  const updates =
    '<operationMultMatchingRecords>UpdateLatestRecord</operationMultMatchingRecords><operationOneMatchingRecord>UpdateAllRecords</operationOneMatchingRecord><operationZeroMatchingRecords>None</operationZeroMatchingRecords>';

  test('given a check for matching records, then what is there is updated and the rest created, in one query and two saves', () => {
    const org = orgWithCalled({ Called: matching(updates) });
    org.insert(
      'Line__c',
      { Name: 'one', Key__c: 'a' },
      { Name: 'older', Key__c: 'b1', Note__c: 'old' },
      { Name: 'newer', Key__c: 'b2', Note__c: 'old' },
    );
    const before = org.queries.count;
    const outcomes = callAll(org, 'Called', [{ key: 'a' }, { key: 'c' }]);
    assert.equal(org.queries.count - before, 1);
    assert.ok(outcomes.every((one) => typeof one === 'object' && typeof one['id'] === 'string'));
    assert.deepEqual(named(org.rows("SELECT Key__c FROM Line__c WHERE Note__c = 'new' ORDER BY Key__c"), 'Key__c'), ['a', 'c']);
  });

  test('given several that match, then the latest is updated, or all, or none', () => {
    const noted = (operation: string): unknown[] => {
      const org = orgWithCalled({
        Called: matching(updates.replace('UpdateLatestRecord', operation)).replace(set('Key__c', ref('key')), ''),
      });
      org.insert('Line__c', { Name: 'older', Key__c: 'b1' }, { Name: 'newer', Key__c: 'b2' });
      call(org, 'Called', { key: 'b' });
      return named(org.rows("SELECT Name FROM Line__c WHERE Note__c = 'new' ORDER BY Name"));
    };
    assert.deepEqual(noted('UpdateLatestRecord'), ['newer']);
    assert.deepEqual(noted('UpdateAllRecords'), ['newer', 'older']);
    assert.deepEqual(noted('None'), []);
  });

  test('given an upsert of a collection, then all of it is saved or none, and other interviews live', () => {
    const body = (allOrNone: string): string =>
      assign(
        'First',
        [
          ['one.Key__c', 'Assign', text('{!prefix}1')],
          ['one.Price__c', 'Assign', ref('price')],
          ['all', 'Add', ref('one')],
          ['one.Key__c', 'Assign', text('{!prefix}2')],
          ['one.Price__c', 'Assign', number(5)],
          ['all', 'Add', ref('one')],
        ],
        to('Save'),
      ) +
      `<recordCreates><name>Save</name><doesUpsert>true</doesUpsert>${allOrNone}${faultTo('Lost')}<inputReference>all</inputReference><upsertExternalIdField>Key__c</upsertExternalIdField></recordCreates>` +
      `<recordLookups><name>Lost</name><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
      variable('one', 'SObject', ofObject('Line__c')) +
      variable('all', 'SObject', collection + ofObject('Line__c')) +
      variable('prefix', 'String', input) +
      variable('price', 'Number', input);
    const keys = (allOrNone: string): unknown[] => {
      const org = orgWithCalled(
        { Called: body(allOrNone) },
        validationRule('Line__c', 'NotNegative', 'Price__c &lt; 0', 'No negative prices'),
      );
      org.insert('Line__c', { Name: 'there', Key__c: 'b1' });
      callAll(org, 'Called', [
        { prefix: 'a', price: -1 },
        { prefix: 'b', price: 1 },
      ]);
      return named(org.rows('SELECT Key__c FROM Line__c WHERE Price__c != null ORDER BY Key__c'), 'Key__c');
    };
    assert.deepEqual(keys(''), ['b1', 'b2']);
    assert.deepEqual(keys('<doesUpsertAllOrNone>false</doesUpsertAllOrNone>'), ['a2', 'b1', 'b2']);
  });

  test('given 200 calls, then one query and one save serve an element', () => {
    const org = orgWithCalled({
      Called:
        lookup(
          'First',
          `${filter('Name', 'EqualTo', ref('name'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
          to('Make'),
        ) +
        `<recordCreates><name>Make</name>${set('Note__c', ref('name'))}<object>Line__c</object></recordCreates>` +
        variable('name', 'String', input),
    });
    const before = org.queries.count;
    callAll(
      org,
      'Called',
      Array.from({ length: 200 }, (_, index) => ({ name: `n${index}` })),
    );
    assert.equal(org.queries.count - before, 1);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 200);
  });
});

describe('a Get Records with OR inside its logic', () => {
  test('given calls that differ in one part of the OR, then each also finds by the other part', () => {
    const org = orgWithCalled({
      Called:
        lookup(
          'First',
          `<filterLogic>1 AND (2 OR 3)</filterLogic>${filter('Price__c', 'EqualTo', number(1))}${filter('Name', 'EqualTo', text('everybody'))}${filter('Name', 'EqualTo', ref('name'))}<getFirstRecordOnly>false</getFirstRecordOnly><object>Line__c</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
          to('Out'),
        ) +
        assign('Out', [['n', 'AssignCount', ref('First')]]) +
        variable('n', 'Number', output) +
        variable('name', 'String', input),
    });
    org.insert('Line__c', { Name: 'everybody', Price__c: 1 }, { Name: 'a', Price__c: 1 }, { Name: 'b', Price__c: 2 });
    assert.deepEqual(callAll(org, 'Called', [{ name: 'a' }, { name: 'b' }]), [{ n: 2 }, { n: 1 }]);
  });
});

describe('a called flow that fails', () => {
  test('given a fault that no path takes, then what it did is undone, and the others live', () => {
    const org = orgWithCalled(
      {
        Called:
          `<recordCreates><name>First</name>${to('Second')}${set('Note__c', text('audit'))}<object>Line__c</object></recordCreates>` +
          `<recordCreates><name>Second</name>${set('Price__c', ref('price'))}<object>Line__c</object></recordCreates>` +
          variable('price', 'Number', input),
      },
      validationRule('Line__c', 'NotNegative', 'Price__c &lt; 0', 'No negative prices'),
    );
    const [good, bad] = callAll(org, 'Called', [{ price: 1 }, { price: -1 }]);
    assert.deepEqual(good, {});
    assert.match(faultOf(bad), /No negative prices/u);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 2);
  });
});
