import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, collection, ofObject, orgWithCalled, output } from '../testing/calledFlow.ts';
import { assign, condition, flag, number, ref, text, to, variable } from '../testing/flowXml.ts';
import type { TestOrg } from '../testing/testOrg.ts';

const getLines = (name: string, next: string, more = ''): string =>
  `<recordLookups><name>${name}</name>${to(next)}<getFirstRecordOnly>false</getFirstRecordOnly><object>Line__c</object>${more}<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;

const loop = (name: string, over: string, body: string, after: string, order = 'Asc'): string =>
  `<loops><name>${name}</name><collectionReference>${over}</collectionReference><iterationOrder>${order}</iterationOrder><nextValueConnector><targetReference>${body}</targetReference></nextValueConnector>${after === '' ? '' : `<noMoreValuesConnector><targetReference>${after}</targetReference></noMoreValuesConnector>`}</loops>`;

const mapped = (field: string, value: string): string =>
  `<transformValueActions>${field === '' ? '' : `<outputFieldApiName>${field}</outputFieldApiName>`}<transformType>Map</transformType>${value}</transformValueActions>`;

const aggregated = (kind: string, over: string, field = '', target = ''): string =>
  `<transformValueActions><inputParameters><name>aggregationValues</name>${ref(over)}</inputParameters>${
    field === '' ? '' : `<inputParameters><name>aggregationField</name>${text(field)}</inputParameters>`
  }${target === '' ? '' : `<outputFieldApiName>${target}</outputFieldApiName>`}<transformType>${kind}</transformType></transformValueActions>`;

const transform = (name: string, type: string, actions: string, more = '', next = ''): string =>
  `<transforms><name>${name}</name>${next}<dataType>${type}</dataType>${more}<storeOutputAutomatically>true</storeOutputAutomatically><transformValues>${actions}</transformValues></transforms>`;

const inlineFormula = (type: string, expression: string): string =>
  `<value><formulaDataType>${type}</formulaDataType><formulaExpression>${expression}</formulaExpression></value>`;

const names = (records: unknown): unknown[] =>
  Array.isArray(records) ? records.map((record: { fields: Record<string, unknown> }) => record.fields['Name']) : [];

function withLines(body: string): TestOrg {
  const org = orgWithCalled({ Called: body });
  const [order] = org.insert('Order__c', { Name: 'the order', Note__c: 'from the order' });
  assert.ok(order?.success);
  org.insert(
    'Line__c',
    { Name: 'b', Price__c: 2, Note__c: 'x', Order__c: order.id },
    { Name: 'a', Price__c: 10.25, Order__c: order.id },
    { Name: 'd', Note__c: 'X' },
    { Name: 'c', Price__c: 3, Note__c: 'x' },
  );
  return org;
}

describe('a collection in a flow', () => {
  test('given sort options, then it is sorted by one after the other, blanks where they are wanted, and cut', () => {
    const sort = (options: string, more = ''): string =>
      `<collectionProcessors><name>Sort</name>${to('Out')}<collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference>${more}${options}</collectionProcessors>`;
    const by = (field: string, order: string, blanksFirst: boolean): string =>
      `<sortOptions><doesPutEmptyStringAndNullFirst>${String(blanksFirst)}</doesPutEmptyStringAndNullFirst><sortField>${field}</sortField><sortOrder>${order}</sortOrder></sortOptions>`;
    const sorted = (options: string, more = ''): unknown[] => {
      const org = withLines(
        getLines('First', 'Sort') +
          sort(options, more) +
          assign('Out', [['all', 'Assign', ref('First')]]) +
          variable('all', 'SObject', output + collection + ofObject('Line__c')),
      );
      return names(call(org, 'Called')['all']);
    };
    assert.deepEqual(sorted(by('Price__c', 'Asc', false)), ['b', 'c', 'a', 'd']);
    assert.deepEqual(sorted(by('Price__c', 'Desc', true)), ['d', 'a', 'c', 'b']);
    assert.deepEqual(sorted(by('Note__c', 'Asc', false) + by('Name', 'Desc', false)), ['d', 'c', 'b', 'a']);
    assert.deepEqual(sorted(by('Name', 'Asc', false), '<limit>2</limit>'), ['a', 'b']);
  });

  test('given a filter by conditions, by a formula or by a parent, then the items that meet it are kept', () => {
    const filtered = (test_: string): unknown[] => {
      const org = withLines(
        getLines('First', 'Keep', '<sortField>Name</sortField><sortOrder>Asc</sortOrder>') +
          `<collectionProcessors><name>Keep</name>${to('Out')}<assignNextValueToReference>item</assignNextValueToReference><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference>${test_}</collectionProcessors>` +
          assign('Out', [['all', 'Assign', ref('Keep')]]) +
          variable('all', 'SObject', output + collection + ofObject('Line__c')),
      );
      return names(call(org, 'Called')['all']);
    };
    assert.deepEqual(filtered(`<conditionLogic>and</conditionLogic>${condition('item.Price__c', 'GreaterThan', number(2))}`), ['a', 'c']);
    assert.deepEqual(filtered(`<conditionLogic>formula_evaluates_to_true</conditionLogic><formula>ISBLANK({!item.Note__c})</formula>`), [
      'a',
    ]);
    assert.deepEqual(
      filtered(`<conditionLogic>and</conditionLogic>${condition('item.Order__r.Note__c', 'EqualTo', text('from the order'))}`),
      ['a', 'b'],
    );
    assert.deepEqual(filtered(`<conditionLogic>or</conditionLogic>${condition('item.Note__c', 'IsNull', flag(true))}`), ['a']);
  });

  test('given loops, one inside the other and backwards, then each item is met once in order', () => {
    const org = withLines(
      getLines('First', 'Outer', '<sortField>Name</sortField><sortOrder>Asc</sortOrder>') +
        loop('Outer', 'First', 'Inner', '', 'Desc') +
        loop('Inner', 'First', 'Note', 'Outer') +
        assign('Note', [['seen', 'Add', text('{!Outer.Name}{!Inner.Name} ')]], to('Inner')) +
        variable('seen', 'String', output + text('')),
    );
    assert.equal(call(org, 'Called')['seen'], 'da db dc dd ca cb cc cd ba bb bc bd aa ab ac ad ');
  });

  test('given a transform of records, then fields are mapped, computed and taken from parents, in one read of the parents', () => {
    const org = withLines(
      getLines('First', 'Make', '<sortField>Name</sortField><sortOrder>Asc</sortOrder>') +
        transform(
          'Make',
          'SObject',
          mapped('Subject', ref('First[$EachItem].Name')) +
            mapped(
              'Description',
              inlineFormula('String', 'UPPER({!First[$EachItem].Name}) &amp; "/" &amp; {!First[$EachItem].Order__r.Name}'),
            ) +
            mapped('Status', text('Completed')),
          '<isCollection>true</isCollection><objectType>Task</objectType>',
          to('Save'),
        ) +
        '<recordCreates><name>Save</name><inputReference>Make</inputReference></recordCreates>',
    );
    call(org, 'Called');
    assert.deepEqual(org.rows('SELECT Subject, Description, Status FROM Task ORDER BY Subject'), [
      { Subject: 'a', Description: 'A/the order', Status: 'Completed' },
      { Subject: 'b', Description: 'B/the order', Status: 'Completed' },
      { Subject: 'c', Description: 'C/', Status: 'Completed' },
      { Subject: 'd', Description: 'D/', Status: 'Completed' },
    ]);
  });

  test('given a transform into values, then they are collected; given Sum and Count, then they are worked out', () => {
    const org = withLines(
      getLines('First', 'Texts', '<sortField>Name</sortField><sortOrder>Asc</sortOrder>') +
        transform('Texts', 'String', mapped('', ref('First[$EachItem].Name')), '<isCollection>true</isCollection>', to('Total')) +
        transform('Total', 'Number', aggregated('Sum', 'First', 'Price__c'), '<scale>2</scale>', to('Rounded')) +
        transform('Rounded', 'Number', aggregated('Sum', 'First', 'Price__c'), '', to('Many')) +
        transform('Many', 'Number', aggregated('Count', 'First'), '<scale>0</scale>', to('Both')) +
        transform(
          'Both',
          'SObject',
          aggregated('Sum', 'First', 'Price__c', 'Amount__c') + mapped('Note__c', text('sum')),
          '<objectType>Order__c</objectType>',
          to('Out'),
        ) +
        assign('Out', [
          ['texts', 'Assign', ref('Texts')],
          ['total', 'Assign', ref('Total')],
          ['rounded', 'Assign', ref('Rounded')],
          ['many', 'Assign', ref('Many')],
          ['amount', 'Assign', ref('Both.Amount__c')],
        ]) +
        variable('texts', 'String', output + collection) +
        ['total', 'rounded', 'many', 'amount'].map((name) => variable(name, 'Number', output)).join(''),
    );
    assert.deepEqual(call(org, 'Called'), { texts: ['a', 'b', 'c', 'd'], total: 15.25, rounded: 15, many: 4, amount: 15.25 });
  });

  test('given a map processor, then a record of the other object comes out for each item', () => {
    const org = withLines(
      getLines('First', 'Map', '<sortField>Name</sortField><sortOrder>Desc</sortOrder>') +
        `<collectionProcessors><name>Map</name>${to('Save')}<assignNextValueToReference>item</assignNextValueToReference><collectionProcessorType>RecommendationMapCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference><mapItems><assignToFieldReference>Map.Name</assignToFieldReference><operator>Assign</operator>${ref('item.Name')}</mapItems><outputSObjectType>Account</outputSObjectType></collectionProcessors>` +
        '<recordCreates><name>Save</name><inputReference>Map</inputReference></recordCreates>',
    );
    call(org, 'Called');
    assert.deepEqual(
      org.rows('SELECT Name FROM Account ORDER BY Name').map((row) => row['Name']),
      ['a', 'b', 'c', 'd'],
    );
  });
});
