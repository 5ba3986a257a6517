import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { nextRun } from './schedule/nextRun.ts';
import { assign, filter, flowXml, formula, packageWith, ref, schedule, set, text } from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const now = Date.parse('2026-03-01T09:00:00Z');
const day = 86_400_000;
const hour = 3_600_000;

const line = (fields: string): string => `<recordCreates><name>First</name>${fields}<object>Line__c</object></recordCreates>`;
const stampedLine = line(set('Note__c', text('{!$Flow.CurrentDateTime}')));
const touch = `<recordUpdates><name>First</name>${set('Note__c', text('{!$Record.Name} seen'))}<inputReference>$Record</inputReference></recordUpdates>`;
const overdue = formula('Today', 'Date', '{!$Flow.CurrentDate}');
const forOrders = (filters: string, when: string): string => `${filters}<object>Order__c</object>${when}`;

function orgWith(start: string, body = stampedLine, file?: string): TestOrg {
  const source = packageWith({ Nightly: flowXml({ body, start, first: 'First' }) });
  const org = openTestOrg(source, file === undefined ? { now } : { now, file });
  org.engine.start();
  return org;
}

const notes = (org: TestOrg): unknown[] => org.rows('SELECT Note__c FROM Line__c ORDER BY Note__c').map((row) => row['Note__c']);

describe('a flow with a schedule', () => {
  test('given no object, then one interview runs each night, each at its own time', async () => {
    const org = orgWith(schedule('Daily', '2026-03-01', '02:30:00'));
    const report = await org.engine.advanceTo(now + 3 * day);
    assert.deepEqual(report, { scheduledPaths: 0, scheduledFlows: 3, scheduledFlowInterviews: 3, failed: 0 });
    assert.deepEqual(
      notes(org),
      [2, 3, 4].map((date) => `2026-03-0${date}T02:30:00.000Z`),
    );
    assert.deepEqual(org.engine.runLog.latest(1)[0]?.trigger, 'schedule');
    org.close();
  });

  test('given an object and filters, then one interview runs for each record that fits them at that time', async () => {
    const start = forOrders(filter('Due__c', 'LessThan', ref('Today')), schedule('Daily', '2026-03-01', '01:00:00'));
    const org = orgWith(start, touch + overdue);
    org.insert('Order__c', { Name: 'a', Due__c: '2026-02-01' }, { Name: 'b', Due__c: '2026-03-02' }, { Name: 'c', Due__c: '2026-03-09' });
    assert.equal((await org.engine.advanceTo(now + day)).scheduledFlowInterviews, 1);
    assert.equal((await org.engine.advanceTo(now + 2 * day)).scheduledFlowInterviews, 2);
    assert.deepEqual(
      org.rows('SELECT Note__c FROM Order__c ORDER BY Name').map((row) => row['Note__c']),
      ['a seen', 'b seen', null],
    );
    org.close();
  });

  test('given 450 records, then they run in batches of 200', async () => {
    const lookup = `<recordLookups><name>First</name>${filter('Name', 'EqualTo', ref('$Record.Name'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
    const org = orgWith(forOrders('', schedule('Daily', '2026-03-01', '01:00:00')), lookup);
    org.insert('Order__c', ...Array.from({ length: 450 }, (_, index) => ({ Name: `o${index}` })));
    const report = await org.engine.advanceTo(now + day);
    assert.equal(report.scheduledFlowInterviews, 450);
    assert.equal(org.queries.count, 3);
    org.close();
  });

  test('given one interview that fails, then the others live and it is not tried again', async () => {
    const org = orgWith(forOrders('', schedule('Daily', '2026-03-01', '01:00:00')), line(set('Key__c', ref('$Record.Note__c'))));
    org.insert('Line__c', { Key__c: 'taken' });
    org.insert('Order__c', { Note__c: 'taken' }, { Note__c: 'free' });
    const report = await org.engine.advanceTo(now + day - 1);
    assert.deepEqual([report.scheduledFlowInterviews, report.failed], [1, 1]);
    assert.equal(org.rows("SELECT Id FROM Line__c WHERE Key__c = 'free'").length, 1);
    org.close();
  });

  test('given a single time that has passed when the flow is activated, then it never runs', async () => {
    const org = orgWith(schedule('Once', '2026-02-28', '02:00:00'));
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given a single time to come, then it runs once', async () => {
    const org = orgWith(schedule('Once', '2026-03-01', '10:00:00'));
    assert.equal((await org.engine.advanceTo(now + 30 * day)).scheduledFlows, 1);
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });

  test('given a process that ends, then a run that was missed runs once at the next start', async (context) => {
    const file = temporaryFile(context);
    const start = schedule('Daily', '2026-03-01', '10:00:00');
    orgWith(start, stampedLine, file).close();
    const second = openTestOrg(packageWith({ Nightly: flowXml({ body: stampedLine, start, first: 'First' }) }), {
      now: now + 3 * day,
      file,
    });
    second.engine.start();
    await second.engine.idle();
    assert.equal(notes(second).length, 1);
    assert.equal(second.engine.nextDue(), now + 3 * day + hour);
    second.close();
  });

  test('given a clock that is set back, then the schedule is counted from there', async () => {
    const org = orgWith(schedule('Daily', '2020-01-01', '10:00:00'));
    await org.engine.advanceTo(Date.parse('2025-06-01T00:00:00Z'));
    assert.equal(org.engine.nextDue(), Date.parse('2025-06-01T09:00:00Z'));
    org.close();
  });

  test('given flows and paths that are due on the way, then they run in the order of their times', async () => {
    const flow = (time: string, note: string): string =>
      flowXml({ body: line(set('Note__c', text(note))), start: schedule('Daily', '2026-03-01', time), first: 'First' });
    const org = openTestOrg(packageWith({ A: flow('23:00:00', 'third'), B: flow('11:00:00', 'first'), C: flow('12:00:00', 'second') }), {
      now,
    });
    org.engine.start();
    await org.engine.advanceTo(now + day - 1);
    assert.deepEqual(
      org.engine.runLog.latest().map((run) => run.flow),
      ['A', 'C', 'B'],
    );
    org.close();
  });

  test('given two moves of the clock at once, then one comes after the other', async () => {
    const org = orgWith(schedule('Daily', '2026-03-01', '10:00:00'));
    const reports = await Promise.all([org.engine.advanceTo(now + 2 * day), org.engine.advanceTo(now + 4 * day)]);
    assert.deepEqual(
      reports.map((report) => report.scheduledFlows),
      [2, 2],
    );
    org.close();
  });

  test('given a draft of a schedule, then nothing is due', () => {
    const start = schedule('Daily', '2026-03-01', '10:00:00');
    const source = packageWith({ Draft: flowXml({ body: assign('First', []), start, first: 'First', status: 'Draft' }) });
    const org = openTestOrg(source, { now });
    org.engine.start();
    assert.equal(org.engine.nextDue(), undefined);
    org.close();
  });
});

describe('the next run', () => {
  for (const [frequency, startDate, after, zone, expected] of [
    ['Daily', '2026-03-28', '2026-03-28T02:00:00Z', 'Europe/London', '2026-03-29T01:00:00Z'],
    ['Daily', '2026-10-24', '2026-10-24T12:00:00Z', 'Europe/London', '2026-10-25T02:00:00Z'],
    ['Weekly', '2026-03-02', '2026-03-25T12:00:00Z', 'Europe/London', '2026-03-30T01:00:00Z'],
    ['Weekly', '2026-03-02', '2026-03-02T02:00:00Z', 'GMT', '2026-03-09T02:00:00Z'],
    ['Daily', '2030-01-01', '2026-03-02T02:00:00Z', 'America/New_York', '2030-01-01T07:00:00Z'],
  ] as const) {
    test(`given ${frequency} from ${startDate} at two in ${zone}, then after ${after} comes ${expected}`, () => {
      const run = nextRun({ frequency, startDate, startTime: '02:00:00' }, Date.parse(after), zone);
      assert.equal(new Date(run ?? 0).toISOString(), new Date(expected).toISOString());
    });
  }
});

function temporaryFile(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-schedule-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.sqlite');
}
