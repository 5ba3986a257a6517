import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MetadataError } from '../errors.ts';
import { callAll, orgWithCalled } from './testing/calledFlow.ts';
import {
  afterSave,
  assign,
  beforeSave,
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
  variable,
} from './testing/flowXml.ts';
import { openTestOrg } from './testing/testOrg.ts';

/** What a flow is refused for, as `line element: message`. */
function refusal(xml: string): string[] {
  try {
    openTestOrg(packageWith({ Bad: xml })).close();
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return error.problems.map(({ line, element, message }) => `${line} ${element}: ${message}`);
  }
  return [];
}

const called = (body: string): string => flowXml({ body, first: 'First' });
const moment = '<value><dateTimeValue>2020-01-01T00:00:00Z</dateTimeValue></value>';

describe('flows that the platform refuses', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'a new record is asked for its earlier value',
      flowXml({
        first: 'First',
        start: beforeSave('Order__c', 'Create'),
        body: assign('First', [['$Record.Note__c', 'Assign', ref('$Record__Prior.Note__c')]]),
      }),
      /\$Record__Prior .* available only in flows that run when a record is updated/u,
    ],
    [
      'a new record is asked for changes',
      flowXml({
        first: 'First',
        start: beforeSave('Order__c', 'Create'),
        body: decide('First', condition('$Record.Note__c', 'IsChanged', flag(true)), ''),
      }),
      /available only in flows that run when a record is updated/u,
    ],
    [
      'a date of the system is set before the save',
      flowXml({
        first: 'First',
        start: beforeSave('Order__c'),
        body: assign('First', [['$Record.LastModifiedDate', 'Assign', ref('$Flow.CurrentDateTime')]]),
      }),
      /The field "LastModifiedDate" for the object "Order__c" isn't writable/u,
    ],
    [
      'a date of the system is set when a record is created',
      called(`<recordCreates><name>First</name>${set('CreatedDate', moment)}<object>Order__c</object></recordCreates>`),
      /The field "CreatedDate" for the object "Order__c" isn't writable/u,
    ],
    [
      'the id of updated records is set',
      called(
        `<recordUpdates><name>First</name>${filter('Name', 'EqualTo', text('x'))}${set('Id', text('x'))}<object>Order__c</object></recordUpdates>`,
      ),
      /The field "Id" for the object "Order__c" isn't writable/u,
    ],
    [
      'a yes or no is put in order',
      called(decide('First', condition('yes', 'GreaterThan', flag(false)), '') + variable('yes', 'Boolean')),
      /The operator GreaterThan isn't supported for "yes" \(boolean\)/u,
    ],
    [
      'a global variable is made up',
      called(assign('First', [['word', 'Assign', ref('$Weather.Today')]]) + variable('word', 'String')),
      /field integrity exception: unknown \(The resource "\$Weather.Today" doesn't exist/u,
    ],
    [
      'nothing is connected to the start',
      flowXml({ body: assign('First', []) }),
      /The flow can't run because nothing is connected to the Start element/u,
    ],
  ];
  for (const [what, xml, expected] of cases) {
    test(`given that ${what}, then the flow is refused`, () => {
      assert.match(refusal(xml).join('\n'), expected);
    });
  }

  test('given a formula that does not parse, then the line of the formula is told', () => {
    const problems = refusal(called(`${assign('First', [])}\n\n${formula('Broken', 'Number', '1 +')}`));
    assert.deepEqual(
      problems.map((problem) => problem.replace(/: .*/u, '')),
      ['5 formulas Broken'],
    );
  });

  test('given an object that is missing, then its element is told of once', () => {
    assert.equal(refusal(called('<recordLookups><name>First</name><object>Gone__c</object></recordLookups>')).length, 1);
  });
});

describe('Delete Records', () => {
  test('given one record that cannot be deleted, then none is, and the fault path is taken', () => {
    const guard = flowXml({
      first: 'Refuse',
      start: `${filter('Name', 'EqualTo', text('kept'))}<object>Line__c</object><recordTriggerType>Delete</recordTriggerType><triggerType>RecordBeforeDelete</triggerType>`,
      body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>This stays.</errorMessage></customErrorMessages></customErrors>',
    });
    const org = orgWithCalled(
      {
        Clear:
          assign('Note', [['why', 'Assign', ref('$Flow.FaultMessage')]]) +
          `<recordDeletes><name>First</name>${to('Note')}${faultTo('Note')}${filter('Name', 'NotEqualTo', text('other'))}<object>Line__c</object></recordDeletes>` +
          variable('why', 'String', '<isOutput>true</isOutput>'),
      },
      { 'flows/Guard.flow-meta.xml': guard },
    );
    org.insert('Line__c', { Name: 'gone' }, { Name: 'kept' }, { Name: 'gone too' });
    const [outputs] = callAll(org, 'Clear', [{}]);
    assert.match(JSON.stringify(outputs), /tried to delete records: FIELD_CUSTOM_VALIDATION_EXCEPTION: This stays/u);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 3);
    org.close();
  });
});

describe('records that Update Records finds through $Record', () => {
  const note = (name: string, filters: string, reference: string, value: string): string =>
    `<recordUpdates><name>${name}</name>${filters}${set('Note__c', text(value))}<inputReference>${reference}</inputReference></recordUpdates>`;

  test('given a parent and a child relationship with conditions, then those related records are updated, one query each for a batch', () => {
    const org = openTestOrg(
      packageWith({
        Down: flowXml({
          first: 'First',
          start: afterSave('Order__c', 'Update'),
          body: note('First', filter('Name', 'StartsWith', text('a')), '$Record.Lines__r', 'of {!$Record.Name}'),
        }),
        Up: flowXml({
          first: 'First',
          start: afterSave('Line__c', 'Create'),
          body: note('First', '', '$Record.Order__r', 'has {!$Record.Name}'),
        }),
      }),
    );
    const ids = org.insert('Order__c', { Name: 'one' }, { Name: 'two' }).map((result) => (result.success ? result.id : ''));
    org.insert('Line__c', { Name: 'a', Order__c: ids[0] ?? '' }, { Name: 'b', Order__c: ids[0] ?? '' }, { Name: 'alone' });
    assert.deepEqual(org.rows('SELECT Note__c FROM Order__c ORDER BY Name'), [{ Note__c: 'has b' }, { Note__c: null }]);
    const before = org.queries.count;
    org.update('Order__c', ...ids.map((Id) => ({ Id, Open__c: true })));
    assert.equal(org.queries.count - before, 1);
    assert.deepEqual(org.rows('SELECT Note__c FROM Line__c ORDER BY Name'), [{ Note__c: 'of one' }, { Note__c: null }, { Note__c: null }]);
    org.close();
  });

  test('given conditions on the record itself, then it is updated only when it meets them, before and after the save', () => {
    for (const start of [beforeSave('Order__c'), afterSave('Order__c')]) {
      const conditions = `<filterLogic>1 OR 2</filterLogic>${filter('Amount__c', 'GreaterThan', number(5))}${filter('Open__c', 'EqualTo', flag(true))}`;
      const org = openTestOrg(packageWith({ Some: flowXml({ first: 'First', start, body: note('First', conditions, '$Record', 'big') }) }));
      org.insert('Order__c', { Name: 'a', Amount__c: 9 }, { Name: 'b', Amount__c: 1 }, { Name: 'c', Open__c: true });
      assert.deepEqual(
        org.rows('SELECT Note__c FROM Order__c ORDER BY Name').map((row) => row['Note__c']),
        ['big', null, 'big'],
      );
      org.close();
    }
  });

  test('given a relationship that does not exist, then the flow is refused', () => {
    const xml = flowXml({ first: 'First', start: afterSave('Order__c'), body: note('First', '', '$Record.Gone__r', 'x') });
    assert.match(refusal(xml).join(), /The relationship "Gone__r" for the object "Order__c" doesn't exist/u);
  });
});
