import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
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
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const start = beforeSave('Order__c');

function orgWith(body: string, more: { start?: string; first?: string; rest?: string } = {}): TestOrg {
  return openTestOrg(packageWith({ Normalise: flowXml({ body, start, first: 'First', ...more }) }), {
    now: Date.parse('2026-03-02T09:00:00Z'),
  });
}

function noteOf(org: TestOrg): unknown {
  return org.rows('SELECT Note__c FROM Order__c')[0]?.['Note__c'];
}

describe('a flow before the save', () => {
  test('given an assignment to $Record, when a record is created, then it is saved with the new value', () => {
    const org = orgWith(
      assign('First', [['$Record.Note__c', 'Assign', ref('Trimmed')]]) + formula('Trimmed', 'String', 'TRIM({!$Record.Note__c})'),
    );
    org.insert('Order__c', { Note__c: '  hello ' });
    assert.equal(noteOf(org), 'hello');
  });

  test('given an update element on $Record, then it sets fields as an assignment does', () => {
    const org = orgWith(
      `<recordUpdates><name>First</name>${set('Note__c', text('set'))}${set('Amount__c', number(4.5))}<inputReference>$Record</inputReference></recordUpdates>`,
    );
    org.insert('Order__c', {});
    assert.deepEqual(org.rows('SELECT Note__c, Amount__c FROM Order__c'), [{ Note__c: 'set', Amount__c: 4.5 }]);
  });

  test('given a decision with a custom logic, then the first outcome that holds is taken, else the default', () => {
    const logic = `<conditionLogic>1 AND (2 OR 3)</conditionLogic>${condition('$Record.Open__c', 'EqualTo', flag(true))}${condition('$Record.Amount__c', 'GreaterThan', number(100))}${condition('$Record.Note__c', 'StartsWith', text('VIP'))}`;
    const org = orgWith(
      decide('First', logic, 'Yes', 'No') +
        assign('Yes', [['$Record.Code__c', 'Assign', ref('Key')]]) +
        assign('No', []) +
        formula('Key', 'String', '"yes " & {!$Record.Name}'),
    );
    org.insert(
      'Order__c',
      { Name: 'a', Open__c: true, Amount__c: 101 },
      { Name: 'b', Open__c: true, Amount__c: 100, Note__c: 'VIP x' },
      { Name: 'c', Open__c: true, Amount__c: 100, Note__c: 'vip x' },
      { Name: 'd', Open__c: false, Amount__c: 500 },
      { Name: 'e', Open__c: true },
    );
    const codes = org.rows('SELECT Code__c FROM Order__c ORDER BY Name').map((row) => row['Code__c']);
    assert.deepEqual(codes, ['yes a', 'yes b', null, null, null]);
  });

  test('given a formula field of the record, then the flow reads it as of now', () => {
    const org = orgWith(
      assign('First', [['$Record.Note__c', 'Assign', ref('Text')]]) + formula('Text', 'String', 'TEXT({!$Record.Double__c})'),
    );
    org.insert('Order__c', { Amount__c: 21 });
    assert.equal(noteOf(org), '42');
  });

  test('given a field of a parent, then 200 records read their parents without a query', () => {
    const org = orgWith(
      assign('First', [['$Record.Note__c', 'Assign', text('Order of {!$Record.Account__r.Name}, owner {!$Record.Account__r.Owner.Name}')]]),
    );
    const accounts = org.insert('Account', ...Array.from({ length: 20 }, (_, index) => ({ Name: `Account ${index}` })));
    const ids = accounts.map((result) => (result.success ? result.id : ''));
    org.insert('Order__c', ...Array.from({ length: 200 }, (_, index) => ({ Account__c: ids[index % 20] ?? null, Amount__c: index })), {});
    const notes = org.rows('SELECT Note__c FROM Order__c ORDER BY Amount__c NULLS LAST');
    assert.equal(notes[19]?.['Note__c'], `Order of Account 19, owner ${org.user.name}`);
    assert.equal(notes[200]?.['Note__c'], 'Order of , owner');
    assert.equal(org.queries.count, 0);
  });

  test('given an entry formula with ISCHANGED, then only records that changed so are touched', () => {
    const changed = openTestOrg(
      packageWith({
        Changed: flowXml({
          body: assign('First', [['$Record.Note__c', 'Assign', text('was {!$Record__Prior.Amount__c}')]]),
          start: `<filterFormula>AND(NOT(ISNEW()), ISCHANGED({!$Record.Amount__c}))</filterFormula>${start}`,
          first: 'First',
        }),
      }),
    );
    const [created] = changed.insert('Order__c', { Amount__c: 5 });
    assert.ok(created?.success);
    assert.equal(noteOf(changed), null);
    changed.update('Order__c', { Id: created.id, Amount__c: 5 });
    assert.equal(noteOf(changed), null);
    changed.update('Order__c', { Id: created.id, Amount__c: 6 });
    assert.equal(noteOf(changed), 'was 5');
  });

  test('given "only when the record changes to meet the conditions", then a record that met them before is left alone', () => {
    const org = openTestOrg(
      packageWith({
        Meets: flowXml({
          body: assign('First', [['$Record.Amount__c', 'Add', number(1)]]),
          start: `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>${filter('Open__c', 'EqualTo', flag(true))}${start}`,
          first: 'First',
        }),
      }),
    );
    const [created] = org.insert('Order__c', { Open__c: true, Amount__c: 1 });
    assert.ok(created?.success);
    org.update('Order__c', { Id: created.id, Note__c: 'still open' });
    assert.equal(org.rows('SELECT Amount__c FROM Order__c')[0]?.['Amount__c'], 2);
    org.update('Order__c', { Id: created.id, Open__c: false });
    org.update('Order__c', { Id: created.id, Open__c: true });
    assert.equal(org.rows('SELECT Amount__c FROM Order__c')[0]?.['Amount__c'], 3);
  });

  test('given a custom error beside a field, then that record alone is refused, with the field named', () => {
    const org = orgWith(
      decide('First', condition('$Record.Amount__c', 'LessThan', number(0)), 'Refuse') +
        '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>{!$Record.Name} is below zero</errorMessage><fieldSelection>Amount__c</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>',
    );
    const results = org.insert('Order__c', { Name: 'good', Amount__c: 1 }, { Name: 'bad', Amount__c: -1 });
    assert.equal(results[0]?.success, true);
    assert.deepEqual(results[1], {
      success: false,
      created: true,
      errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'bad is below zero', fields: ['Amount__c'] }],
    });
  });

  test('given flows with trigger orders, then they run 1 to 1,000, those without, then 1,001 to 2,000', () => {
    const append = (letter: string, order: string): string =>
      flowXml({ body: assign('First', [['$Record.Note__c', 'Add', text(letter)]]), start, first: 'First', rest: order });
    const org = openTestOrg(
      packageWith({
        A: append('a', '<triggerOrder>2000</triggerOrder>'),
        B: append('b', ''),
        C: append('c', '<triggerOrder>5</triggerOrder>'),
        D: append('d', '<triggerOrder>1</triggerOrder>'),
        E: append('e', ''),
      }),
    );
    org.insert('Order__c', {});
    assert.equal(noteOf(org), 'dcbea');
  });

  test("given a lookup that the flow reads although nothing was found, then the record fails with the platform's text", () => {
    const lookup = `<recordLookups><name>First</name>${to('Use')}${filter('Name', 'EqualTo', text('nobody'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
    const org = orgWith(lookup + assign('Use', [['$Record.Note__c', 'Assign', ref('First.Name')]]));
    const [result] = org.insert('Order__c', {});
    assert.ok(result !== undefined && !result.success);
    assert.equal(result.errors[0]?.statusCode, 'CANNOT_EXECUTE_FLOW_TRIGGER');
    assert.match(
      result.errors[0].message,
      /^We can't save this record because the “Test Flow” process failed\. .*The flow failed to access the value for First\.Name because it hasn't been set or assigned\.$/u,
    );
  });

  test('given a draft, then it does not run', () => {
    const draft = flowXml({ body: assign('First', [['$Record.Nowhere__c', 'Assign', text('x')]]), start, first: 'First', status: 'Draft' });
    const org = openTestOrg(packageWith({ Draft: draft }));
    assert.equal(org.insert('Order__c', {})[0]?.success, true);
  });

  test('given an id, then a record that is being created has none yet', () => {
    const org = orgWith(assign('First', [['$Record.Note__c', 'Assign', text('id {!$Record.Id}')]]));
    org.insert('Order__c', {});
    assert.equal(noteOf(org), 'id');
  });

  test('given variables, dates and numbers, then assignments compute as on the platform', () => {
    const org = orgWith(
      assign('First', [
        ['total', 'Add', number(0.1)],
        ['total', 'Add', number(0.2)],
        ['$Record.Amount__c', 'Assign', ref('total')],
        ['day', 'Add', number(30)],
        ['$Record.Due__c', 'Assign', ref('day')],
        ['$Record.Placed__c', 'Assign', ref('$Flow.CurrentDateTime')],
        ['$Record.Note__c', 'Assign', text('{!limit} {!$User.FirstName} {!$Organization.OrganizationType}')],
      ]) +
        `<constants><name>limit</name><dataType>Number</dataType>${number(12)}</constants>` +
        variable('total', 'Number', number(0)) +
        variable('day', 'Date', '<value><dateValue>2024-02-01</dateValue></value>'),
    );
    org.insert('Order__c', {});
    assert.deepEqual(org.rows('SELECT Amount__c, Due__c, Placed__c, Note__c FROM Order__c'), [
      { Amount__c: 0.3, Due__c: '2024-03-02', Placed__c: Date.parse('2026-03-02T09:00:00Z'), Note__c: '12 Ada Developer Edition' },
    ]);
  });

  test('given an element that saves, then the flow is refused', () => {
    const create = `<recordCreates><name>First</name>${faultTo('First')}${set('Note__c', text('x'))}<object>Line__c</object></recordCreates>`;
    assert.throws(() => orgWith(create), /recordCreates First\): .*isn't available in a flow that runs before the record is saved/u);
  });
});
