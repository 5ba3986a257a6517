import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CpuTime } from './cpuTime.ts';
import { TransactionLimits } from './limits.ts';
import {
  afterCommit,
  afterSave,
  assign,
  beforeSave,
  condition,
  decide,
  faultTo,
  filter,
  flowXml,
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

const start = afterSave('Order__c', 'Create');
const counter = variable('rounds', 'Number', number(0));
const countTo = (limit: number, again: string): string =>
  assign('Count', [['rounds', 'Add', number(1)]], to('More')) + decide('More', condition('rounds', 'LessThan', number(limit)), again);
const query = `<recordLookups><name>First</name>${to('Count')}${faultTo('Count')}${filter('Name', 'EqualTo', text('x'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
const create = `<recordCreates><name>First</name>${to('Count')}${faultTo('Count')}${set('Note__c', text('x'))}<object>Line__c</object></recordCreates>`;

function orgWith(body: string, when = start, rest = '', more: Readonly<Record<string, string>> = {}): TestOrg {
  return openTestOrg(packageWith({ Busy: flowXml({ body, start: when, first: 'First', rest }) }, more));
}

function refusal(org: TestOrg): string {
  const [result] = org.insert('Order__c', { Name: 'a' });
  return result === undefined || result.success ? '' : result.errors.map((error) => `${error.statusCode}: ${error.message}`).join();
}

describe('the limits of a transaction', () => {
  test('given 100 queries in a loop, then they pass; given 101, then the record fails in spite of the fault path, and all is undone', () => {
    assert.equal(refusal(orgWith(query + countTo(100, 'First') + counter)), '');
    const org = orgWith(query + countTo(101, 'First') + counter);
    assert.match(
      refusal(org),
      /^CANNOT_EXECUTE_FLOW_TRIGGER: We can't save this record because the “Test Flow” process failed\. .*System\.LimitException: Too many SOQL queries: 101$/u,
    );
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 0);
    const [run] = org.engine.runLog.latest(1);
    assert.deepEqual([run?.outcome, run?.element, run?.limits?.queries], ['failed', 'First', 101]);
  });

  test('given 151 saves, then the record fails', () => {
    assert.equal(refusal(orgWith(create + countTo(150, 'First') + counter)), '');
    assert.match(refusal(orgWith(create + countTo(151, 'First') + counter)), /Too many DML statements: 151$/u);
  });

  test('given flows before and after the save, then they share one count', () => {
    const flow = (when: string): string => flowXml({ body: query + countTo(60, 'First') + counter, start: when, first: 'First' });
    const org = openTestOrg(packageWith({ A: flow(beforeSave('Order__c', 'Create')), B: flow(start) }));
    assert.match(refusal(org), /Too many SOQL queries: 101/u);
  });

  test('given batches of one request, then each has its own limits', () => {
    const org = orgWith(query + countTo(60, 'First') + counter);
    const results = org.insert('Order__c', ...Array.from({ length: 600 }, () => ({})));
    assert.ok(results.every((result) => result.success));
  });

  test('given a batch that is tried again without its failed record, then it begins with fresh limits', () => {
    const bad = validationRule('Line__c', 'NotBad', 'Note__c = "bad"', 'Bad');
    const last = `<recordCreates><name>Last</name>${set('Note__c', ref('$Record.Name'))}<object>Line__c</object></recordCreates>`;
    const body =
      query +
      assign('Count', [['rounds', 'Add', number(1)]], to('More')) +
      decide('More', condition('rounds', 'LessThan', number(60)), 'First', 'Last') +
      last +
      counter;
    const org = orgWith(body, start, '', bad);
    assert.deepEqual(
      org.insert('Order__c', { Name: 'good' }, { Name: 'bad' }).map((result) => result.success),
      [true, false],
    );
    assert.equal(org.engine.runLog.latest(1)[0]?.limits?.queries, 60);
  });

  test('given 10,001 rows that are saved, then it is too many', () => {
    const limits = new TransactionLimits();
    limits.countSave(10_000);
    assert.throws(() => limits.countSave(1), /Too many DML rows: 10001/u);
    const reading = new TransactionLimits();
    reading.countQueryRows(50_000);
    assert.throws(() => reading.countQueryRows(1), /Too many query rows: 50001/u);
  });

  test('given a loop without an end, then it stops when its processor time is used up', (context) => {
    // Each look at the thread's time finds a tenth of a second more of it.
    let microseconds = 0;
    context.mock.method(process, 'threadCpuUsage', () => ({ user: (microseconds += 100_000), system: 0 }));
    const org = orgWith(
      assign('First', [['rounds', 'Add', number(1)]], to('Again')) +
        decide('Again', condition('rounds', 'LessThan', number(-1)), '', 'First') +
        counter,
    );
    assert.match(refusal(org), /System\.LimitException: Apex CPU time limit exceeded$/u);
  });

  test('given an older flow, then one interview runs 2,000 elements at most', () => {
    const body =
      assign('First', [['rounds', 'Add', number(1)]], to('Again')) +
      decide('Again', condition('rounds', 'LessThan', number(1001)), 'First') +
      counter;
    assert.equal(refusal(orgWith(body)), '');
    const older = flowXml({ body, start, first: 'First' }).replace('<apiVersion>66.0', '<apiVersion>56.0');
    assert.match(refusal(openTestOrg(packageWith({ Older: older }))), /Number of iterations exceeded/u);
  });

  test('given more than 12 updates of one record in a batch, then they fail as duplicates', () => {
    const body = `<recordUpdates><name>First</name>${filter('Name', 'EqualTo', text('parent'))}${set('Description', ref('$Record.Name'))}<object>Account</object></recordUpdates>`;
    const org = orgWith(body);
    org.insert('Account', { Name: 'parent' });
    const orders = (count: number): { Name: string }[] => Array.from({ length: count }, (_, index) => ({ Name: `o${index}` }));
    assert.ok(org.insert('Order__c', ...orders(12)).every((result) => result.success));
    const results = org.insert('Order__c', ...orders(20));
    const failed = results.find((result) => !result.success);
    assert.ok(failed !== undefined && !failed.success);
    assert.match(failed.errors[0]?.message ?? '', /Maximum number of duplicate updates in one batch \(12 allowed\)/u);
  });

  test('given flows that start each other for ever, then the depth ends it and nothing is saved', () => {
    const next = `<recordCreates><name>First</name>${set('Name', text('next'))}<object>Order__c</object></recordCreates>`;
    const org = orgWith(next);
    assert.match(refusal(org), /maximum trigger depth exceeded/u);
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 0);
  });

  test('given a limit that a path after the commit exceeds, then its work is undone and the log says so', async () => {
    const org = orgWith(create + countTo(200, 'First') + counter, afterCommit('Order__c', 'First', 'Create'));
    org.insert('Order__c', {});
    org.engine.start();
    await org.engine.idle();
    assert.equal(org.rows('SELECT Id FROM Line__c').length, 0);
    assert.match(org.engine.runLog.latest(1)[0]?.error ?? '', /^System\.LimitException: Too many DML statements: 151$/u);
  });
});

describe('processor time', () => {
  test('given work that is counted and a pause in it, then only the work counts', (context) => {
    let thread = 0;
    const spend = (milliseconds: number): void => {
      thread += milliseconds * 1000;
    };
    context.mock.method(process, 'threadCpuUsage', () => ({ user: thread, system: 0 }));
    const cpu = new CpuTime();
    cpu.counted(() => {
      spend(30);
      cpu.paused(() => spend(200));
    });
    spend(50);
    assert.equal(cpu.milliseconds, 30);
  });
});
