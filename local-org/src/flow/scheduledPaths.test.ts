import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import {
  afterSave,
  assign,
  condition,
  decide,
  faultTo,
  filter,
  flowXml,
  packageWith,
  ref,
  scheduledPath,
  set,
  text,
  to,
  validationRule,
} from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const now = Date.parse('2026-03-01T09:00:00Z');
const hour = 3_600_000;
const at = (moment: string): number => Date.parse(moment);

const line = (name: string, fields: string, more = ''): string =>
  `<recordCreates><name>${name}</name>${more}${fields}<object>Line__c</object></recordCreates>`;

const lineForOrder = line(
  'First',
  set('Note__c', text('{!$Record.Note__c} at {!$Flow.CurrentDateTime}')) + set('Order__c', ref('$Record.Id')),
);

const onCreate = afterSave('Order__c', 'Create');
const changed = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const isOpen = filter('Note__c', 'EqualTo', text('open'));
const whenOpen = changed + isOpen + afterSave('Order__c', 'CreateAndUpdate');
const dueAt = (offset: number, unit: string, field: string): string =>
  scheduledPath('First', `<offsetNumber>${offset}</offsetNumber><offsetUnit>${unit}</offsetUnit>`, field);

function orgWith(start: string, body = lineForOrder, more: Readonly<Record<string, string>> = {}, file?: string): TestOrg {
  const source = packageWith({ Timed: flowXml({ body, start }) }, more);
  const org = openTestOrg(source, file === undefined ? { now } : { now, file });
  org.engine.start();
  return org;
}

function idOf(results: ReturnType<TestOrg['insert']>): string {
  const [first] = results;
  assert.ok(first?.success, JSON.stringify(first));
  return first.id;
}

const notes = (org: TestOrg): unknown[] => org.rows('SELECT Note__c FROM Line__c ORDER BY Note__c').map((row) => row['Note__c']);

describe('a scheduled path', () => {
  test('given an hour after the save, then it runs once, at its own time, with the record as it is then', async () => {
    const org = orgWith(onCreate + scheduledPath('First'));
    const id = idOf(org.insert('Order__c', { Note__c: 'first' }));
    org.update('Order__c', { Id: id, Note__c: 'later' });
    assert.deepEqual(await org.engine.advanceTo(now + hour - 1000), {
      scheduledPaths: 0,
      scheduledFlows: 0,
      scheduledFlowInterviews: 0,
      failed: 0,
    });
    assert.deepEqual(notes(org), []);
    assert.equal((await org.engine.advanceTo(now + 48 * hour)).scheduledPaths, 1);
    assert.deepEqual(notes(org), ['later at 2026-03-01T10:00:00.000Z']);
    assert.deepEqual(
      org.rows('SELECT CreatedDate FROM Line__c').map((row) => row['CreatedDate']),
      [now + hour],
    );
    assert.equal((await org.engine.advanceTo(now + 96 * hour)).scheduledPaths, 0);
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  for (const [offset, unit, field, value, due] of [
    [30, 'Minutes', 'Placed__c', at('2026-03-05T12:00:00Z'), '2026-03-05T12:30:00Z'],
    [-2, 'Days', 'Placed__c', at('2026-03-05T12:00:00Z'), '2026-03-03T12:00:00Z'],
    [1, 'Months', 'Placed__c', at('2026-03-31T12:00:00Z'), '2026-04-30T12:00:00Z'],
    // A day begins at midnight where the organization is (London, summer time from 29 March).
    [0, 'Days', 'Due__c', '2026-03-20', '2026-03-20T00:00:00Z'],
    [1, 'Days', 'Due__c', '2026-04-01', '2026-04-01T23:00:00Z'],
    [9, 'Hours', 'Due__c', '2026-04-02', '2026-04-02T08:00:00Z'],
  ] as const) {
    test(`given ${offset} ${unit} from ${field} ${value}, then it is due at ${due}`, () => {
      const org = orgWith(onCreate + dueAt(offset, unit, field));
      idOf(org.insert('Order__c', { Note__c: 'a', [field]: value }));
      assert.equal(org.engine.nextDue(), at(due));
      org.close();
    });
  }

  test('given a time that has passed, then it runs at once', async () => {
    const org = orgWith(onCreate + dueAt(-7, 'Days', 'Due__c'));
    org.insert('Order__c', { Note__c: 'late', Due__c: '2026-03-04' });
    await org.engine.idle();
    assert.equal(notes(org).length, 1);
    org.close();
  });

  test('given a record that no longer meets the entry conditions, then its path is unscheduled, and scheduled anew when it meets them again', async () => {
    const org = orgWith(whenOpen + scheduledPath('First'));
    const id = idOf(org.insert('Order__c', { Note__c: 'open' }));
    org.update('Order__c', { Id: id, Note__c: 'closed' });
    assert.equal(org.engine.nextDue(), undefined);
    await org.engine.advanceTo(now + 2 * hour);
    org.update('Order__c', { Id: id, Note__c: 'open' });
    assert.equal(Math.round(((org.engine.nextDue() ?? 0) - now) / hour), 3);
    await org.engine.advanceTo(now + 4 * hour);
    assert.equal(notes(org).length, 1);
    org.close();
  });

  test('given another change of a record that still meets the conditions, then the time of its path stays', async () => {
    const org = orgWith(whenOpen + scheduledPath('First'));
    const id = idOf(org.insert('Order__c', { Note__c: 'open' }));
    const due = org.engine.nextDue();
    await org.engine.advanceTo(now + hour / 2);
    org.update('Order__c', { Id: id, Name: 'renamed' });
    assert.equal(org.engine.nextDue(), due);
    org.close();
  });

  test('given a field that moves, is emptied and is filled again, then the path moves, waits and is due again', async () => {
    const org = orgWith(whenOpen + dueAt(0, 'Days', 'Due__c'));
    const id = idOf(org.insert('Order__c', { Note__c: 'open', Due__c: '2026-03-10' }));
    org.update('Order__c', { Id: id, Due__c: '2026-03-12' });
    assert.equal(org.engine.nextDue(), at('2026-03-12T00:00:00Z'));
    org.update('Order__c', { Id: id, Due__c: null });
    assert.equal(org.engine.nextDue(), undefined);
    org.update('Order__c', { Id: id, Due__c: '2026-03-15' });
    assert.equal(org.engine.nextDue(), at('2026-03-15T00:00:00Z'));
    await org.engine.advanceTo(at('2026-03-16T00:00:00Z'));
    org.update('Order__c', { Id: id, Due__c: '2026-03-20' });
    await org.engine.advanceTo(at('2026-03-21T00:00:00Z'));
    assert.equal(notes(org).length, 1);
    org.close();
  });

  test('given a record that is deleted, then its path does not run', async () => {
    const org = orgWith(onCreate + scheduledPath('First'));
    const id = idOf(org.insert('Order__c', { Note__c: 'a' }));
    org.records.delete('Order__c', [id], { user: org.user, allOrNone: true });
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given a save that is refused, then nothing is scheduled', () => {
    const org = orgWith(onCreate + scheduledPath('First'), lineForOrder, validationRule('Order__c', 'NotBad', 'Note__c = "bad"', 'Bad'));
    org.insert('Order__c', { Note__c: 'bad' });
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given more records than one batch holds, then each batch is one transaction and one query an element', async () => {
    const lookup = `<recordLookups><name>First</name>${to('Make')}${filter('Name', 'EqualTo', ref('$Record.Name'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
    const time = '<maxBatchSize>50</maxBatchSize><offsetNumber>1</offsetNumber><offsetUnit>Hours</offsetUnit>';
    const org = orgWith(onCreate + scheduledPath('First', time), line('Make', set('Note__c', ref('$Record.Name'))) + lookup);
    org.insert('Order__c', ...Array.from({ length: 200 }, (_, index) => ({ Name: `o${index}` })));
    const report = await org.engine.advanceTo(now + 2 * hour);
    assert.equal(report.scheduledPaths, 200);
    assert.equal(org.queries.count, 4);
    assert.equal(notes(org).length, 200);
    org.close();
  });

  test('given a path that fails, then it is tried five times more, the others live, and the log tells of each', async () => {
    const rule = validationRule('Line__c', 'NotBad', 'LEFT(Note__c, 3) = "bad"', 'This is bad');
    const org = orgWith(onCreate + scheduledPath('First'), lineForOrder, rule);
    org.insert('Order__c', { Note__c: 'bad' }, { Note__c: 'good' });
    const report = await org.engine.advanceTo(now + 24 * hour);
    assert.deepEqual([report.scheduledPaths, report.failed], [1, 6]);
    assert.deepEqual(notes(org), ['good at 2026-03-01T10:00:00.000Z']);
    const failed = org.engine.runLog.find({ outcome: 'failed' });
    assert.deepEqual(
      failed.map(({ trigger, element, at: moment }) => [trigger, element, Math.round((moment - now - hour) / 60_000)]),
      [31, 15, 7, 3, 1, 0].map((minutes) => ['scheduled path Later', 'First', minutes]),
    );
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given a path that fails once, then the next try does its work', async () => {
    const body =
      line('First', set('Key__c', ref('$Record.Note__c')), faultTo('Other')) +
      line('Other', set('Key__c', text('taken')) + set('Note__c', text('x')));
    const org = orgWith(onCreate + scheduledPath('First'), body);
    const taken = idOf(org.insert('Line__c', { Key__c: 'taken' }));
    org.insert('Order__c', { Note__c: 'taken' });
    assert.equal((await org.engine.advanceTo(now + hour)).failed, 1);
    org.records.delete('Line__c', [taken], { user: org.user, allOrNone: true });
    assert.equal((await org.engine.advanceTo(now + hour + 90_000)).scheduledPaths, 1);
    org.close();
  });

  test('given a process that ends, then the next one runs the path, once', async (context) => {
    const file = temporaryFile(context);
    const first = orgWith(onCreate + scheduledPath('First'), lineForOrder, {}, file);
    first.insert('Order__c', { Note__c: 'a' });
    first.close();
    const second = orgWith(onCreate + scheduledPath('First'), lineForOrder, {}, file);
    assert.equal((await second.engine.advanceTo(now + 2 * hour)).scheduledPaths, 1);
    assert.equal(notes(second).length, 1);
    second.close();
  });

  test('given a flow that is not active any more, then its work is dropped and the log says so', async (context) => {
    const file = temporaryFile(context);
    const first = orgWith(onCreate + scheduledPath('First'), lineForOrder, {}, file);
    first.insert('Order__c', { Note__c: 'a' });
    first.close();
    const second = openTestOrg(packageWith({}), { now, file });
    await second.engine.advanceTo(now + 2 * hour);
    assert.equal(second.engine.runLog.latest(1)[0]?.outcome, 'dropped');
    assert.equal(second.engine.nextDue(), undefined);
    second.close();
  });

  test('given an update of the flow that changes its own record back, then what it does itself changes the plan', () => {
    const body =
      decide('Start', condition('$Record.Name', 'EqualTo', text('no')), 'Close') +
      `<recordUpdates><name>Close</name>${set('Note__c', text('closed'))}<inputReference>$Record</inputReference></recordUpdates>` +
      assign('First', []);
    const source = packageWith({ Timed: flowXml({ body, start: whenOpen + scheduledPath('First'), first: 'Start' }) });
    const org = openTestOrg(source, { now });
    org.insert('Order__c', { Name: 'no', Note__c: 'open' });
    assert.equal(org.engine.nextDue(), undefined);
    org.insert('Order__c', { Name: 'yes', Note__c: 'open' });
    assert.notEqual(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given the real pace of the clock, then the path runs when its time comes', async () => {
    const org = orgWith(onCreate + scheduledPath('First', '<offsetNumber>1</offsetNumber><offsetUnit>Minutes</offsetUnit>'));
    org.insert('Order__c', { Note__c: 'a' });
    org.clock.set(now + 59_990);
    // The engine looks again when work is planned: this record is due later than the first.
    org.insert('Order__c', { Note__c: 'b' });
    await until(() => notes(org).length === 1);
    org.close();
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function temporaryFile(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-timed-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.sqlite');
}
