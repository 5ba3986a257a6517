import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import {
  afterCommit,
  assign,
  condition,
  decide,
  faultTo,
  filter,
  flag,
  flowXml,
  formula,
  packageWith,
  ref,
  set,
  text,
  to,
  validationRule,
} from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const start = afterCommit('Order__c', 'First');

const createLine = (name: string, fields: string, more = ''): string =>
  `<recordCreates><name>${name}</name>${more}${fields}<object>Line__c</object></recordCreates>`;

const lineForOrder = createLine(
  'First',
  set('Order__c', ref('$Record.Id')) + set('Note__c', text('{!$Record.Note__c} by {!$User.LastName}')),
);

function packageOfFlow(body: string, when = start, more: Readonly<Record<string, string>> = {}): ReturnType<typeof packageWith> {
  return packageWith({ Later: flowXml({ body, start: when }) }, more);
}

async function settle(org: TestOrg): Promise<void> {
  org.engine.start();
  await org.engine.idle();
}

function idOf(results: ReturnType<TestOrg['insert']>): string {
  const [first] = results;
  assert.ok(first?.success, JSON.stringify(first));
  return first.id;
}

function temporaryFile(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-async-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.sqlite');
}

describe('a path after the commit', () => {
  test('given saved records, then it runs once for each, later, with the record as it is then', async () => {
    const org = openTestOrg(packageOfFlow(lineForOrder, afterCommit('Order__c', 'First', 'Create')));
    const id = idOf(org.insert('Order__c', { Note__c: 'first' }, ...Array.from({ length: 449 }, () => ({ Note__c: 'other' }))));
    org.update('Order__c', { Id: id, Note__c: 'changed' });
    assert.equal(org.engine.pending(), 450);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 0);
    await settle(org);
    assert.equal(org.engine.pending(), 0);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 450);
    assert.deepEqual(org.rows(`SELECT Note__c FROM Line__c WHERE Order__c = '${id}'`), [{ Note__c: 'changed by Admin' }]);
  });

  test('given a record that is refused, then nothing waits for it', () => {
    const org = openTestOrg(packageOfFlow(lineForOrder, start, validationRule('Order__c', 'NotBad', 'Note__c = "bad"', 'Bad')));
    org.insert('Order__c', { Note__c: 'bad' }, { Note__c: 'good' });
    assert.equal(org.engine.pending(), 1);
  });

  test('given a request that is undone as a whole, then nothing waits', () => {
    const org = openTestOrg(packageOfFlow(lineForOrder, start, validationRule('Order__c', 'NotBad', 'Note__c = "bad"', 'Bad')));
    org.records.insert('Order__c', [{ Note__c: 'good' }, { Note__c: 'bad' }], { user: org.user, allOrNone: true });
    assert.equal(org.engine.pending(), 0);
  });

  test('given a process that ends before the work is done, then the next one does it, once', async (context) => {
    const file = temporaryFile(context);
    const source = packageOfFlow(lineForOrder);
    const first = openTestOrg(source, { file });
    first.insert('Order__c', { Note__c: 'a' }, { Note__c: 'b' });
    first.close();
    const second = openTestOrg(source, { file });
    await settle(second);
    second.close();
    const third = openTestOrg(source, { file });
    await settle(third);
    assert.equal(third.rows('SELECT Id FROM Line__c').length, 2);
    third.close();
  });

  test('given one interview that fails, then what it did is undone, the others live, and the log tells', async () => {
    const body =
      createLine('First', set('Note__c', text('kept')) + set('Order__c', ref('$Record.Id')), to('Second')) +
      createLine('Second', set('Note__c', ref('$Record.Note__c')));
    const org = openTestOrg(packageOfFlow(body, start, validationRule('Line__c', 'NotBad', 'Note__c = "bad"', 'This is bad')));
    const id = idOf(org.insert('Order__c', { Note__c: 'bad' }));
    org.insert('Order__c', { Note__c: 'good' }, { Note__c: 'fine' });
    await settle(org);
    assert.deepEqual(
      org.rows('SELECT Note__c FROM Line__c ORDER BY Note__c').map((row) => row['Note__c']),
      ['fine', 'good', 'kept', 'kept'],
    );
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 3);
    const failed = org.engine.runLog.latest().filter((entry) => entry.outcome === 'failed');
    assert.equal(failed.length, 1);
    assert.deepEqual(
      failed[0]?.steps.map((step) => step.element),
      ['First', 'Second'],
    );
    assert.equal(failed[0].recordId, id);
    assert.equal(failed[0].element, 'Second');
    assert.match(failed[0].error ?? '', /FIELD_CUSTOM_VALIDATION_EXCEPTION: This is bad/u);
  });

  test('given a fault path, then only the failing interview takes it', async () => {
    const body =
      createLine('First', set('Note__c', ref('$Record.Note__c')), faultTo('Log')) +
      createLine('Log', set('Note__c', text('logged')) + set('Key__c', ref('Short')));
    const org = openTestOrg(
      packageOfFlow(
        body + formula('Short', 'String', 'LEFT({!$Flow.FaultMessage}, 40)'),
        start,
        validationRule('Line__c', 'NotBad', 'Note__c = "bad"', 'This is bad'),
      ),
    );
    org.insert('Order__c', { Note__c: 'bad' }, { Note__c: 'good' });
    await settle(org);
    assert.deepEqual(org.rows('SELECT Note__c, Key__c FROM Line__c ORDER BY Note__c'), [
      { Note__c: 'good', Key__c: null },
      { Note__c: 'logged', Key__c: 'This error occurred when the flow tried' },
    ]);
  });

  test('given a record that is deleted meanwhile, then its path is skipped and the log says so', async () => {
    const org = openTestOrg(packageOfFlow(lineForOrder));
    const id = idOf(org.insert('Order__c', { Note__c: 'a' }));
    org.records.delete('Order__c', [id], { user: org.user, allOrNone: true });
    await settle(org);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 0);
    assert.equal(org.engine.runLog.latest(1)[0]?.outcome, 'record gone');
  });

  test('given a flow that reads the prior record, then it is the one before the save, not the one at run time', async () => {
    const body = createLine('First', set('Note__c', text('{!$Record__Prior.Note__c} -> {!$Record.Note__c}')));
    const when = filter('Note__c', 'IsChanged', flag(true)) + afterCommit('Order__c', 'First', 'Update');
    const org = openTestOrg(packageOfFlow(body, when));
    const id = idOf(org.insert('Order__c', { Note__c: 'one' }));
    org.update('Order__c', { Id: id, Note__c: 'two' });
    org.update('Order__c', { Id: id, Name: 'only the name' });
    await settle(org);
    assert.deepEqual(org.rows('SELECT Note__c FROM Line__c'), [{ Note__c: 'one -> two' }]);
  });

  test('given 200 records whose paths make one record each unless it is there, then it takes two queries and one save at most', async () => {
    const body =
      `<recordLookups><name>First</name>${to('Is_New')}${filter('Key__c', 'EqualTo', ref('$Record.Id'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Line__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
      decide('Is_New', condition('First', 'IsNull', flag(true)), 'Make') +
      createLine('Make', set('Key__c', ref('$Record.Id')));
    const org = openTestOrg(packageOfFlow(body));
    const results = org.insert('Order__c', ...Array.from({ length: 200 }, (_, index) => ({ Name: `o${index}` })));
    await settle(org);
    assert.equal(org.queries.count, 1);
    org.update('Order__c', ...results.map((result) => ({ Id: result.success ? result.id : '' })));
    await settle(org);
    assert.equal(org.queries.count, 2);
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 200);
  });

  test('given a value too long that holds what somebody wrote, then the run log does not repeat it', async () => {
    const body = createLine('First', set('Note__c', ref('$Record.Words__c')));
    const org = openTestOrg(packageOfFlow(body));
    org.insert('Order__c', { Words__c: `purple elephants ${'x'.repeat(300)}` });
    await settle(org);
    const [entry] = org.engine.runLog.latest(1);
    assert.equal(entry?.outcome, 'failed');
    assert.match(entry.error ?? '', /STRING_TOO_LONG on Note__c/u);
    assert.doesNotMatch(JSON.stringify(entry), /purple/u);
  });

  test('given a stopped engine, then idle resolves and the work stays', async () => {
    const org = openTestOrg(packageOfFlow(assign('First', [])));
    org.insert('Order__c', {});
    await org.engine.idle();
    assert.equal(org.engine.pending(), 1);
  });
});

describe('the run log', () => {
  test('given more runs than it keeps, then the newest remain', async () => {
    const org = openTestOrg(packageOfFlow(assign('First', [])));
    for (let batch = 0; batch < 15; batch += 1) {
      org.insert('Order__c', ...Array.from({ length: 200 }, () => ({})));
      await settle(org);
    }
    const entries = org.engine.runLog.latest();
    assert.equal(entries.length, 2000);
    const [newest] = entries;
    assert.deepEqual(
      { flow: newest?.flow, version: newest?.version, trigger: newest?.trigger, outcome: newest?.outcome, error: newest?.error },
      { flow: 'Later', version: 1, trigger: 'after commit', outcome: 'completed', error: null },
    );
    assert.deepEqual(newest?.steps, [{ element: 'First', type: 'assignments' }]);
  });
});
