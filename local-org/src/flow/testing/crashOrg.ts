import { afterSave, flowXml, packageWith, ref, schedule, scheduledPath, set, text, to } from './flowXml.ts';
import { openTestOrg, type TestOrg } from './testOrg.ts';

export const crashStart = Date.parse('2026-03-01T09:00:00Z');
export const crashEnd = crashStart + 2 * 86_400_000;

const line = (name: string, note: string, more = ''): string =>
  `<recordCreates><name>${name}</name>${more}${set('Note__c', text(note))}${set('Order__c', ref('$Record.Id'))}<object>Line__c</object></recordCreates>`;

const tenAtATime = '<maxBatchSize>10</maxBatchSize><offsetNumber>1</offsetNumber><offsetUnit>Hours</offsetUnit>';

/** An org in a file whose records have work at a time: a path in small batches, and a flow on two nights. */
export function openCrashOrg(file: string, now: number): TestOrg {
  const timed = flowXml({
    body: line('First', 'path 1', to('Second')) + line('Second', 'path 2'),
    start: afterSave('Order__c', 'Create') + scheduledPath('First', tenAtATime),
  });
  const nightly = flowXml({
    body: line('First', 'night {!$Flow.CurrentDate}'),
    start: `<object>Order__c</object>${schedule('Daily', '2026-03-01', '02:00:00')}`,
    first: 'First',
  });
  return openTestOrg(packageWith({ Timed: timed, Nightly: nightly }), { file, now });
}
