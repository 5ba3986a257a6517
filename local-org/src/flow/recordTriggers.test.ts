import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import {
  afterSave,
  assign,
  beforeSave,
  condition,
  decide,
  filter,
  flag,
  flowXml,
  formula,
  packageWith,
  ref,
  set,
  text,
  to,
} from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const beforeDelete = `<object>Order__c</object><recordTriggerType>Delete</recordTriggerType><triggerType>RecordBeforeDelete</triggerType>`;
const line = (name: string, fields: string, more = ''): string =>
  `<recordCreates><name>${name}</name>${more}${fields}<object>Line__c</object></recordCreates>`;

function orgWith(flows: Readonly<Record<string, string>>, file?: string): TestOrg {
  return openTestOrg(packageWith(flows), file === undefined ? {} : { file });
}

function idsOf(results: ReturnType<TestOrg['insert']>): string[] {
  return results.flatMap((result) => (result.success ? [result.id] : []));
}

const lineNames = (org: TestOrg): unknown[] => org.rows('SELECT Name FROM Line__c ORDER BY Name').map((row) => row['Name']);

describe('a flow before a deletion', () => {
  const closing = flowXml({
    body: line('First', set('Name', ref('$Record.Name'))),
    start: filter('Open__c', 'EqualTo', flag(false)) + beforeDelete,
    first: 'First',
  });

  test('given records that are deleted, then it runs for those that meet its conditions, with their fields', () => {
    const org = orgWith({ Closing: closing });
    const ids = idsOf(org.insert('Order__c', { Name: 'a' }, { Name: 'b', Open__c: true }));
    org.records.delete('Order__c', ids, { user: org.user, allOrNone: false });
    assert.deepEqual(lineNames(org), ['a']);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 0);
    assert.equal(org.engine.runLog.latest(1)[0]?.trigger, 'before delete');
  });

  test('given a custom error, then that record stays and the others go', () => {
    const body =
      decide('First', condition('$Record.Open__c', 'EqualTo', flag(true)), 'Stop') +
      '<customErrors><name>Stop</name><customErrorMessages><errorMessage>{!$Record.Name} is still open</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>';
    const org = orgWith({ Guard: flowXml({ body, start: beforeDelete, first: 'First' }) });
    const ids = idsOf(org.insert('Order__c', { Name: 'a' }, { Name: 'b', Open__c: true }));
    const results = org.records.delete('Order__c', ids, { user: org.user, allOrNone: false });
    assert.deepEqual(
      results.map((result) => (result.success ? 'gone' : result.errors[0]?.message)),
      ['gone', 'b is still open'],
    );
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 1);
  });

  test('given records that are created or updated, then it does not run', () => {
    const org = orgWith({ Closing: closing });
    const [id] = idsOf(org.insert('Order__c', { Name: 'a' }));
    org.update('Order__c', { Id: id ?? '', Name: 'b' });
    assert.deepEqual(lineNames(org), []);
  });
});

describe('the order of flows', () => {
  const append = (letter: string): string =>
    flowXml({ body: assign('First', [['$Record.Note__c', 'Add', text(letter)]]), start: beforeSave('Order__c'), first: 'First' });

  test('given flows without a trigger order, then they run by the time they were activated', (context) => {
    const file = temporaryFile(context);
    const deploy = (flows: Readonly<Record<string, string>>, now: number): TestOrg => {
      const org = openTestOrg(packageWith(flows), { file, now });
      org.engine.start();
      return org;
    };
    deploy({ B: append('b') }, 1_000_000).close();
    deploy({ B: append('b'), A: append('a') }, 2_000_000).close();
    const third = deploy({ B: append('b'), A: append('a'), Z: append('z'), C: append('c') }, 3_000_000);
    third.insert('Order__c', {});
    assert.equal(third.rows('SELECT Note__c FROM Order__c')[0]?.['Note__c'], 'bacz');
    third.close();
    // A flow that changed is activated anew.
    const fourth = deploy({ B: append('B'), A: append('a'), Z: append('z'), C: append('c') }, 4_000_000);
    fourth.insert('Order__c', {});
    assert.equal(fourth.rows('SELECT Note__c FROM Order__c ORDER BY CreatedDate DESC LIMIT 1')[0]?.['Note__c'], 'aczB');
    assert.deepEqual(
      fourth.engine.runLog.find({ limit: 4 }).map(({ flow, version }) => `${flow}${version}`),
      ['B2', 'Z1', 'C1', 'A1'],
    );
    fourth.close();
  });
});

describe('a flow that saves the record that started it', () => {
  const touch = (name: string, letter: string, more = ''): string =>
    `<recordUpdates><name>${name}</name>${more}${set('Note__c', ref(letter))}<inputReference>$Record</inputReference></recordUpdates>`;
  const plus = (name: string, letter: string): string => formula(name, 'String', `{!$Record.Note__c} & "${letter}"`);

  test('given its own update, then it does not start again for it, and other flows do', () => {
    const flow = (letter: string): string =>
      flowXml({ body: touch('First', 'Longer') + plus('Longer', letter), start: afterSave('Order__c'), first: 'First' });
    const org = orgWith({ A: flow('a'), B: flow('b') });
    org.insert('Order__c', { Note__c: '-' });
    const runs = org.engine.runLog.latest().toReversed();
    assert.ok(runs.length < 10, String(runs.length));
    assert.ok(runs.every((run) => run.outcome === 'completed'));
  });

  test('given a flow before the save, then it runs again for the update of a flow after the save', () => {
    const before = flowXml({
      body: assign('First', [['$Record.Code__c', 'Assign', ref('Both')]]) + formula('Both', 'String', '{!$Record.Note__c} & "!"'),
      start: beforeSave('Order__c'),
      first: 'First',
    });
    const after = flowXml({ body: touch('First', 'Longer') + plus('Longer', 'x'), start: afterSave('Order__c', 'Create'), first: 'First' });
    const org = orgWith({ Before: before, After: after });
    org.insert('Order__c', { Note__c: '-' });
    assert.deepEqual(org.rows('SELECT Note__c, Code__c FROM Order__c'), [{ Note__c: '-x', Code__c: '-x!' }]);
  });
});

describe('the run log', () => {
  test('given a decision, a save and an assignment, then it tells outcome, ids and names, and no values', () => {
    const body =
      decide('Big', condition('$Record.Amount__c', 'GreaterThan', '<value><numberValue>5</numberValue></value>'), 'Make', 'Note') +
      line('Make', set('Name', ref('$Record.Name'))) +
      assign('Note', [['$Record.Note__c', 'Assign', text('small secret')]], to('Make'));
    const org = orgWith({ Tell: flowXml({ body, start: afterSave('Order__c', 'Create'), first: 'Big' }) });
    const [id] = idsOf(org.insert('Order__c', { Name: 'private', Amount__c: 9 }, { Name: 'other', Amount__c: 1 }));
    const [run] = org.engine.runLog.find({ recordId: id?.slice(0, 15) ?? '' });
    const [made] = org.rows("SELECT Id FROM Line__c WHERE Name = 'private'");
    assert.deepEqual(run?.steps, [
      { element: 'Big', type: 'decisions', did: 'outcome Big_Yes' },
      { element: 'Make', type: 'recordCreates', did: `saves Line__c: Name; ${String(made?.['Id'])}` },
    ]);
    assert.equal(run.limits?.dmlRows, 2);
    assert.equal(run.userId, org.user.id);
    assert.doesNotMatch(JSON.stringify(org.engine.runLog.latest()), /private|secret/u);
    assert.deepEqual(org.engine.runLog.flowNames(), ['Tell']);
    assert.equal(org.engine.runLog.read(run.id)?.flow, 'Tell');
  });
});

function temporaryFile(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-order-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.sqlite');
}

describe('a fault that no path takes', () => {
  test('given records whose flow fails, then the administrator is told by one e-mail, without what people wrote', async () => {
    const org = orgWith({
      Failing: flowXml({
        body: line('First', set('Note__c', ref('$Record.Words__c'))),
        start: afterSave('Order__c', 'Create'),
        first: 'First',
      }),
    });
    const words = `purple elephants ${'x'.repeat(300)}`;
    org.insert('Order__c', { Words__c: words }, { Words__c: words }, { Words__c: 'short' });
    await org.engine.idle();
    const emails = org.engine.calls.outbox?.emails() ?? [];
    assert.equal(emails.length, 1);
    assert.equal(emails[0]?.subject, 'Error Occurred During Flow "Failing": STRING_TOO_LONG on Note__c');
    assert.match(emails[0].text, /^Error element First \(FlowRecordCreate\)\.\n/u);
    assert.match(emails[0].text, /1 more interviews of the same batch/u);
    assert.doesNotMatch(JSON.stringify(emails), /purple/u);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 1);
    org.close();
  });
});
