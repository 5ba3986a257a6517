import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  afterSave,
  assign,
  condition,
  decide,
  faultTo,
  filter,
  flag,
  flowXml,
  formula,
  number,
  packageWith,
  ref,
  set,
  text,
  to,
  validationRule,
  variable,
} from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const start = afterSave('Order__c');

const createLine = (name: string, fields: string, more = ''): string =>
  `<recordCreates><name>${name}</name>${more}${fields}<object>Line__c</object></recordCreates>`;

const getOne = (name: string, object: string, filters: string, next = ''): string =>
  `<recordLookups><name>${name}</name>${next}${filters}<getFirstRecordOnly>true</getFirstRecordOnly><object>${object}</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;

const getAll = (name: string, object: string, filters: string, next = '', more = ''): string =>
  `<recordLookups><name>${name}</name>${next}${filters}<getFirstRecordOnly>false</getFirstRecordOnly><object>${object}</object>${more}<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;

function orgWith(body: string, more: Readonly<Record<string, string>> = {}, when = start): TestOrg {
  return openTestOrg(packageWith({ After: flowXml({ body, start: when, first: 'First' }) }, more));
}

function idOf(results: ReturnType<TestOrg['insert']>): string {
  const [first] = results;
  assert.ok(first?.success, JSON.stringify(first));
  return first.id;
}

const many = (count: number): { Name: string; Amount__c: number }[] =>
  Array.from({ length: count }, (_, index) => ({ Name: `order ${index}`, Amount__c: index }));

describe('a flow after the save', () => {
  test('given 200 records that each look for their own record, then one query serves all and each gets its own', () => {
    const body =
      getOne('First', 'Account', filter('Name', 'EqualTo', ref('$Record.Name')), to('Found')) +
      decide('Found', condition('First', 'IsNull', flag(false)), 'Line') +
      createLine('Line', set('Order__c', ref('$Record.Id')) + set('Note__c', ref('First.Id')));
    const org = orgWith(body);
    const accounts = org.insert('Account', ...Array.from({ length: 150 }, (_, index) => ({ Name: `ORDER ${index}` })));
    org.insert('Order__c', ...many(200));
    assert.equal(org.queries.count, 1);
    const lines = org.rows('SELECT Note__c, Order__r.Amount__c FROM Line__c');
    assert.equal(lines.length, 150);
    for (const line of lines) {
      const account = accounts[Number(line['Order__r.Amount__c'])];
      assert.ok(account?.success);
      assert.equal(line['Note__c'], account.id);
    }
  });

  test('given questions that differ in more than one filter, then rows still find their interview', () => {
    const body =
      getAll(
        'First',
        'Line__c',
        filter('Note__c', 'EqualTo', ref('$Record.Note__c')) + filter('Price__c', 'LessThan', ref('$Record.Amount__c')),
        to('Count'),
      ) +
      assign('Count', [['found', 'AssignCount', ref('First')]], to('Write')) +
      `<recordUpdates><name>Write</name>${set('Amount__c', ref('found'))}<inputReference>$Record</inputReference></recordUpdates>` +
      variable('found', 'Number');
    const org = orgWith(body, {}, afterSave('Order__c', 'Create'));
    org.insert('Line__c', ...[1, 2, 3, 4].map((price) => ({ Name: 'l', Note__c: price % 2 === 0 ? 'even' : 'Odd', Price__c: price })));
    org.insert(
      'Order__c',
      { Name: 'a', Note__c: 'even', Amount__c: 3 },
      { Name: 'b', Note__c: 'odd', Amount__c: 9 },
      { Name: 'c', Note__c: 'even', Amount__c: 0 },
    );
    assert.deepEqual(
      org.rows('SELECT Amount__c FROM Order__c ORDER BY Name').map((row) => row['Amount__c']),
      [1, 2, 0],
    );
    assert.equal(org.queries.count, 1);
  });

  test('given branches that meet again, then the interviews of both wait for each other', () => {
    const body =
      decide('First', condition('$Record.Amount__c', 'LessThan', number(100)), 'Low', 'Last') +
      getOne('Low', 'Account', filter('Name', 'EqualTo', text('x')), to('Last')) +
      getOne('Last', 'Account', filter('Name', 'EqualTo', text('y')));
    const org = orgWith(body);
    org.insert('Order__c', ...many(200));
    assert.equal(org.queries.count, 2);
  });

  test('given one record whose flow fails, then it is refused, what its flow did is undone, and the others live', () => {
    const body =
      createLine('First', set('Name', text('audit')) + set('Order__c', ref('$Record.Id')), to('Second')) +
      createLine('Second', set('Name', text('line')) + set('Price__c', ref('$Record.Amount__c')));
    const org = orgWith(body, validationRule('Line__c', 'NotNegative', 'Price__c &lt; 0', 'No negative prices'));
    const results = org.insert('Order__c', { Name: 'good', Amount__c: 1 }, { Name: 'bad', Amount__c: -1 }, { Name: 'fine', Amount__c: 2 });
    assert.deepEqual(
      results.map((result) => result.success),
      [true, false, true],
    );
    const bad = results[1];
    assert.ok(bad !== undefined && !bad.success);
    assert.equal(bad.errors[0]?.statusCode, 'CANNOT_EXECUTE_FLOW_TRIGGER');
    assert.match(
      bad.errors[0].message,
      /This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: No negative prices\./u,
    );
    assert.equal(org.rows("SELECT Id FROM Line__c WHERE Name = 'audit'").length, 2);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 2);
  });

  test('given a fault path, then it gets the message and the record is saved', () => {
    const body =
      createLine('First', set('Price__c', number(-1)), faultTo('Tell')) +
      `<recordUpdates><name>Tell</name>${set('Words__c', ref('$Flow.FaultMessage'))}<inputReference>$Record</inputReference></recordUpdates>`;
    const org = orgWith(
      body,
      validationRule('Line__c', 'NotNegative', 'Price__c &lt; 0', 'No negative prices'),
      afterSave('Order__c', 'Create'),
    );
    idOf(org.insert('Order__c', { Name: 'x' }));
    assert.match(
      String(org.rows('SELECT Words__c FROM Order__c')[0]?.['Words__c']),
      /^This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: No negative prices\./u,
    );
  });

  test('given an update of the very record, then the flow does not start itself again, and other flows do', () => {
    const bump = `<recordUpdates><name>First</name>${set('Amount__c', ref('Next'))}<inputReference>$Record</inputReference></recordUpdates>${formula('Next', 'Number', '{!$Record.Amount__c} + 1')}`;
    const mark = `<recordUpdates><name>First</name>${filter('Id', 'EqualTo', ref('$Record.Id'))}${set('Note__c', text('seen {!$Record.Amount__c}'))}<object>Order__c</object></recordUpdates>`;
    const when = filter('Amount__c', 'GreaterThan', number(1)) + start;
    const org = openTestOrg(
      packageWith({ Bump: flowXml({ body: bump, start, first: 'First' }), Mark: flowXml({ body: mark, start: when, first: 'First' }) }),
    );
    idOf(org.insert('Order__c', { Amount__c: 1 }));
    const [row] = org.rows('SELECT Amount__c, Note__c FROM Order__c');
    assert.ok(Number(row?.['Amount__c']) >= 2);
    assert.match(String(row?.['Note__c']), /^seen /u);
  });

  test('given a loop that queries in each round, then the 101st query breaks the transaction in spite of the fault path', () => {
    const body =
      getAll('First', 'Account', '', to('Each')) +
      getOne('Look', 'Contact', filter('AccountId', 'EqualTo', ref('Each.Id')), to('Each') + faultTo('Give_Up')) +
      `<loops><name>Each</name><collectionReference>First</collectionReference><iterationOrder>Asc</iterationOrder><nextValueConnector><targetReference>Look</targetReference></nextValueConnector></loops>` +
      assign('Give_Up', []);
    const org = orgWith(body);
    org.insert('Account', ...Array.from({ length: 99 }, (_, index) => ({ Name: `a${index}` })));
    idOf(org.insert('Order__c', {}));
    org.insert('Account', { Name: 'one more' });
    const [result] = org.insert('Order__c', {});
    assert.ok(result !== undefined && !result.success);
    assert.equal(result.errors[0]?.statusCode, 'CANNOT_EXECUTE_FLOW_TRIGGER');
    assert.match(result.errors[0].message, /System\.LimitException: Too many SOQL queries: 101/u);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 1);
  });

  test('given 13 records that update one parent, then the thirteenth is refused', () => {
    const body = `<recordUpdates><name>First</name>${filter('Name', 'EqualTo', text('shared'))}${set('Description', ref('$Record.Name'))}<object>Account</object></recordUpdates>`;
    const org = orgWith(body);
    org.insert('Account', { Name: 'shared' });
    assert.ok(org.insert('Order__c', ...many(12)).every((result) => result.success));
    const results = org.insert('Order__c', ...many(13));
    const refused = results.filter((result) => !result.success);
    assert.equal(refused.length, 1);
    assert.match(JSON.stringify(refused[0]), /Maximum number of duplicate updates in one batch \(12 allowed\)/u);
  });

  test('given a flow that starts itself through other records, then the depth of triggers is bounded', () => {
    const body = `<recordCreates><name>First</name>${set('Amount__c', ref('$Record.Amount__c'))}<object>Order__c</object></recordCreates>`;
    const org = orgWith(body);
    const [result] = org.insert('Order__c', { Amount__c: 1 });
    assert.ok(result !== undefined && !result.success);
    assert.match(JSON.stringify(result.errors), /maximum trigger depth exceeded/iu);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 0);
  });

  test('given a loop over a collection that is filtered and sorted, then new records are collected and created at once', () => {
    const item = '<objectType>Line__c</objectType>';
    const body =
      getAll('First', 'Account', '', to('Big'), '<sortField>Name</sortField><sortOrder>Desc</sortOrder>') +
      `<collectionProcessors><name>Big</name><assignNextValueToReference>current</assignNextValueToReference><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference>${condition('current.NumberOfEmployees', 'GreaterThan', number(10))}${to('By_Size')}</collectionProcessors>` +
      `<collectionProcessors><name>By_Size</name><collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>Big</collectionReference><limit>2</limit>${to('Each')}<sortOptions><doesPutEmptyStringAndNullFirst>false</doesPutEmptyStringAndNullFirst><sortField>NumberOfEmployees</sortField><sortOrder>Desc</sortOrder></sortOptions></collectionProcessors>` +
      `<loops><name>Each</name><collectionReference>Big</collectionReference><nextValueConnector><targetReference>Make</targetReference></nextValueConnector><noMoreValuesConnector><targetReference>Save</targetReference></noMoreValuesConnector></loops>` +
      assign(
        'Make',
        [
          ['line.Name', 'Assign', ref('Each.Name')],
          ['line.Order__c', 'Assign', ref('$Record.Id')],
          ['lines', 'Add', ref('line')],
        ],
        to('Each'),
      ) +
      `<recordCreates><name>Save</name><inputReference>lines</inputReference></recordCreates>` +
      variable('line', 'SObject', item) +
      variable('lines', 'SObject', `<isCollection>true</isCollection>${item}`);
    const org = orgWith(body.replace(/(<collectionProcessors>[\s\S]*<\/collectionProcessors>)/u, '$1'));
    org.insert('Account', ...[5, 20, 40, 30].map((size) => ({ Name: `size ${size}`, NumberOfEmployees: size })));
    idOf(org.insert('Order__c', {}));
    assert.deepEqual(
      org.rows('SELECT Name FROM Line__c ORDER BY Id').map((row) => row['Name']),
      ['size 40', 'size 30'],
    );
  });

  test('given an upsert on an external id, then the record that is there is updated', () => {
    const body = `<recordCreates><name>First</name><doesUpsert>true</doesUpsert>${set('Key__c', ref('$Record.Note__c'))}${set('Price__c', ref('$Record.Amount__c'))}<object>Line__c</object><upsertExternalIdField>Key__c</upsertExternalIdField></recordCreates>`;
    const org = orgWith(body);
    idOf(org.insert('Order__c', { Note__c: 'k', Amount__c: 1 }));
    idOf(org.insert('Order__c', { Note__c: 'k', Amount__c: 2 }));
    assert.deepEqual(org.rows('SELECT Key__c, Price__c FROM Line__c'), [{ Key__c: 'k', Price__c: 2 }]);
  });

  test('given a delete by filter, then the records are gone', () => {
    const body = `<recordDeletes><name>First</name>${filter('Note__c', 'EqualTo', ref('$Record.Note__c'))}<object>Line__c</object></recordDeletes>`;
    const org = orgWith(body);
    org.insert('Line__c', { Name: 'x', Note__c: 'old' }, { Name: 'y', Note__c: 'new' });
    idOf(org.insert('Order__c', { Note__c: 'old' }));
    assert.deepEqual(org.rows('SELECT Name FROM Line__c'), [{ Name: 'y' }]);
  });

  test('given a subflow with inputs and outputs, then interviews of a batch pass it together', () => {
    const sub = flowXml({
      body:
        `<recordLookups><name>Look</name>${to('Answer')}${filter('Name', 'EqualTo', ref('wanted'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        assign('Answer', [['found', 'Assign', ref('Sentence')]]) +
        formula('Sentence', 'String', 'IF(ISBLANK({!wanted}), "none", "about " & {!wanted})') +
        `<variables><name>wanted</name><dataType>String</dataType><isInput>true</isInput></variables><variables><name>found</name><dataType>String</dataType><isOutput>true</isOutput></variables>`,
      first: 'Look',
    });
    const main = flowXml({
      body:
        `<recordUpdates><name>Write</name>${set('Note__c', ref('First.found'))}<inputReference>$Record</inputReference></recordUpdates>` +
        `<subflows><name>First</name>${to('Write')}<flowName>Sub</flowName><inputAssignments><name>wanted</name>${ref('$Record.Name')}</inputAssignments><storeOutputAutomatically>true</storeOutputAutomatically></subflows>`,
      start: afterSave('Order__c', 'Create'),
      first: 'First',
    });
    const org = openTestOrg(packageWith({ Main: main, Sub: sub }));
    org.insert('Order__c', ...many(50));
    assert.equal(org.queries.count, 1);
    assert.equal(org.rows("SELECT Id FROM Order__c WHERE Note__c LIKE 'about order %'").length, 50);
  });

  test('given a blank among the values looked for, then blank fields are found for it', () => {
    const body =
      getAll('First', 'Line__c', filter('Note__c', 'EqualTo', ref('$Record.Note__c')), to('Count')) +
      assign('Count', [['found', 'AssignCount', ref('First')]], to('Write')) +
      `<recordUpdates><name>Write</name>${set('Amount__c', ref('found'))}<inputReference>$Record</inputReference></recordUpdates>` +
      variable('found', 'Number');
    const org = orgWith(body, {}, afterSave('Order__c', 'Create'));
    org.insert('Line__c', { Name: 'x', Note__c: 'a' }, { Name: 'y' }, { Name: 'z' });
    org.insert('Order__c', { Name: 'a', Note__c: 'a' }, { Name: 'b' }, { Name: 'c', Note__c: 'c' });
    assert.deepEqual(
      org.rows('SELECT Amount__c FROM Order__c ORDER BY Name').map((row) => row['Amount__c']),
      [1, 2, 0],
    );
    assert.equal(org.queries.count, 1);
  });

  test('given a null or a wild card in a filter, then it is taken literally', () => {
    const body =
      getAll('First', 'Account', filter('Name', 'Contains', ref('$Record.Note__c')), to('Count')) +
      assign('Count', [['found', 'AssignCount', ref('First')]], to('Write')) +
      `<recordUpdates><name>Write</name>${set('Amount__c', ref('found'))}<inputReference>$Record</inputReference></recordUpdates>` +
      variable('found', 'Number');
    const org = orgWith(body, {}, afterSave('Order__c', 'Create'));
    org.insert('Account', { Name: '100% Wool' }, { Name: '100 Wool' }, { Name: "O'Hara_x" });
    org.insert('Order__c', { Name: 'a', Note__c: '0% w' }, { Name: 'b', Note__c: "o'hara_" }, { Name: 'c' });
    assert.deepEqual(
      org.rows('SELECT Amount__c FROM Order__c ORDER BY Name').map((row) => row['Amount__c']),
      [1, 1, 0],
    );
  });
});
