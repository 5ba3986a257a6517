import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeProblem, MetadataError } from '../errors.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import { loadFlows } from './loadFlows.ts';
import { afterSave, assign, filter, flowXml, formula, packageWith, ref, schedule, scheduledPath, text } from './testing/flowXml.ts';

function problemsOf(start: string, body = assign('First', []), first = 'First', rest = ''): string {
  const source = packageWith({ Bad: flowXml({ body, start, first, rest }) });
  try {
    loadFlows(source, buildSchema(source));
    return '';
  } catch (error) {
    assert.ok(error instanceof MetadataError, String(error));
    return error.problems.map(describeProblem).join('\n');
  }
}

const changed = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const open = filter('Note__c', 'EqualTo', text('x'));
const daily = schedule('Daily', '2026-03-01', '02:00:00');

const refusals: readonly (readonly [string, string, RegExp])[] = [
  [
    'scheduled paths of updates that need no change',
    open + afterSave('Order__c', 'Update') + scheduledPath('First'),
    /scheduled paths of records that are updated need <doesRequireRecordChangedToMeetCriteria>/u,
  ],
  ['a scheduled path to nowhere', afterSave('Order__c', 'Create') + scheduledPath('Gone'), /scheduledPaths Later\): .*Gone/u],
  [
    'a scheduled path before the event itself',
    afterSave('Order__c', 'Create') + scheduledPath('First', '<offsetNumber>-1</offsetNumber><offsetUnit>Days</offsetUnit>'),
    /a path cannot run before the event that triggers it/u,
  ],
  [
    'a time that is counted from a text',
    afterSave('Order__c', 'Create') + scheduledPath('First', undefined, 'Note__c'),
    /scheduledPaths Later\): .*Note__c is not a date or a date and time/u,
  ],
  [
    'a time that is counted from a field that is not there',
    afterSave('Order__c', 'Create') + scheduledPath('First', undefined, 'Nope__c'),
    /scheduledPaths Later\): .*Nope__c/u,
  ],
  [
    'a batch that is too large',
    afterSave('Order__c', 'Create') + scheduledPath('First', '<maxBatchSize>201</maxBatchSize>'),
    /<maxBatchSize> must be from 1 to 200/u,
  ],
  [
    'two paths of one name',
    afterSave('Order__c', 'Create') + scheduledPath('First') + scheduledPath('First'),
    /two scheduled paths are named Later/u,
  ],
  [
    'an offset on a path after the commit',
    afterSave('Order__c', 'Create') + scheduledPath('First').replace('<name>', '<pathType>AsyncAfterCommit</pathType><name>'),
    /<offsetNumber> cannot stand beside the path type AsyncAfterCommit/u,
  ],
  [
    'a scheduled path before the save',
    '<object>Order__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType>' +
      scheduledPath('First'),
    /needs the trigger type RecordAfterSave/u,
  ],
  ['a delete trigger after the save', afterSave('Order__c', 'Delete'), /RecordBeforeDelete need each other/u],
  ['a schedule without its times', '<triggerType>Scheduled</triggerType>', /<schedule> is missing/u],
  ['a schedule every hour', daily.replace('Daily', 'Hourly'), /<frequency> says "Hourly", which is not run by local-org/u],
  ['a schedule on a day that is none', daily.replace('2026-03-01', '2026-02-30'), /<startDate> is not a date: 2026-02-30/u],
  ['a schedule at a time that is none', daily.replace('02:00', '25:00'), /<startTime> is not a time/u],
  ['a schedule that finds its records by formula', `<filterFormula>true</filterFormula><object>Order__c</object>${daily}`, /by <filters>/u],
  ['a schedule with filters and no object', open + daily, /entry conditions have a meaning only with an object/u],
  ['a filter of a schedule on an unknown field', `${filter('Nope__c', 'EqualTo', text('x'))}<object>Order__c</object>${daily}`, /Nope__c/u],
  ['conditions that only a change can meet, and none', afterSave('Order__c', 'Update') + changed, /needs entry conditions/u],
];

describe('a start that cannot run', () => {
  for (const [what, start, message] of refusals) {
    test(`given ${what}, then it is refused with the reason`, () => {
      // Siblings of one kind stand side by side in a file.
      assert.match(problemsOf(start), message);
    });
  }

  test('given an order among the triggers, then it is from 1 to 2000, and of a flow that a record triggers', () => {
    const ordered = (start: string, order: string): string =>
      problemsOf(start, undefined, undefined, `<triggerOrder>${order}</triggerOrder>`);
    assert.equal(ordered(afterSave('Order__c'), '2000'), '');
    assert.match(ordered(afterSave('Order__c'), '2001'), /<triggerOrder> must be a whole number from 1 to 2000/u);
    assert.match(ordered(afterSave('Order__c'), '0'), /<triggerOrder> must be a whole number from 1 to 2000/u);
    assert.match(ordered(daily, '500'), /<triggerOrder> has a meaning only in a flow that a record triggers/u);
  });

  test('given a schedule, a filter that counts days and a flow that reads $Record, then it is accepted', () => {
    const start = `${filter('Due__c', 'LessThan', ref('Yesterday'))}<object>Order__c</object>${daily}`;
    const body = assign('First', [['$Record.Note__c', 'Assign', text('late')]]) + formula('Yesterday', 'Date', '{!$Flow.CurrentDate} - 1');
    assert.equal(problemsOf(start, body), '');
  });
});
