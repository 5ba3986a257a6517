import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeProblem, MetadataError } from '../errors.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import { loadFlows } from './loadFlows.ts';
import { afterSave, filter, flowXml, packageWith, ref, set, text, validationRule } from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const ping = {
  'objects/Ping__e/Ping__e.object-meta.xml':
    '<CustomObject><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
  'objects/Ping__e/fields/Word__c.field-meta.xml':
    '<CustomField><fullName>Word__c</fullName><label>Word</label><length>80</length><type>Text</type></CustomField>',
};
const onPing = '<object>Ping__e</object><triggerType>PlatformEvent</triggerType>';
const line = (fields: string): string => `<recordCreates><name>First</name>${fields}<object>Line__c</object></recordCreates>`;
const listening = flowXml({
  body: line(set('Note__c', ref('$Record.Word__c')) + set('Name', text('{!$Record.ReplayId}'))),
  start: onPing,
  first: 'First',
});

function orgWith(flows: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): TestOrg {
  const org = openTestOrg(packageWith(flows, { ...ping, ...more }));
  org.engine.start();
  return org;
}

const notes = (org: TestOrg): unknown[] => org.rows('SELECT Note__c FROM Line__c ORDER BY Id').map((row) => row['Note__c']);

describe('a flow that listens to a platform event', () => {
  test('given events that are published, then it runs for each, in order, after the commit, and none is kept', async () => {
    const org = orgWith({ Listening: listening });
    org.insert('Ping__e', { Word__c: 'one' }, { Word__c: 'two' });
    assert.deepEqual(notes(org), []);
    await org.engine.idle();
    assert.deepEqual(notes(org), ['one', 'two']);
    assert.equal(org.database.prepare('SELECT COUNT(*) AS kept FROM "Ping__e"').get()?.['kept'], 0);
    assert.deepEqual(
      org.rows('SELECT Name FROM Line__c ORDER BY Id').map((row) => row['Name']),
      ['1', '2'],
    );
    assert.equal(org.engine.runLog.latest(1)[0]?.trigger, 'platform event');
    org.close();
  });

  test('given entry conditions, then it runs for the events that meet them', async () => {
    const start = filter('Word__c', 'EqualTo', text('two')) + onPing;
    const org = orgWith({ Listening: flowXml({ body: line(set('Note__c', ref('$Record.Word__c'))), start, first: 'First' }) });
    org.insert('Ping__e', { Word__c: 'one' }, { Word__c: 'two' });
    await org.engine.idle();
    assert.deepEqual(notes(org), ['two']);
    org.close();
  });

  test('given a flow that publishes an event in a save that is undone, then nobody hears of it', async () => {
    const speaking = flowXml({
      body: `<recordCreates><name>First</name>${set('Word__c', ref('$Record.Note__c'))}<object>Ping__e</object></recordCreates>`,
      start: afterSave('Order__c', 'Create'),
      first: 'First',
    });
    const failing = flowXml({ body: line(set('Note__c', ref('$Record.Note__c'))), start: afterSave('Order__c', 'Create'), first: 'First' });
    const org = orgWith(
      { A_Speaking: speaking, B_Failing: failing, Listening: listening },
      validationRule('Line__c', 'NotBad', 'Note__c = "bad"', 'Bad'),
    );
    org.insert('Order__c', { Note__c: 'good' }, { Note__c: 'bad' });
    await org.engine.idle();
    assert.deepEqual(notes(org), ['good', 'good']);
    org.close();
  });

  for (const [what, start, message] of [
    ['an object that is no event', onPing.replace('Ping__e', 'Order__c'), /Order__c is not a platform event/u],
    ['a record trigger on an event', afterSave('Ping__e', 'Create'), /Ping__e is a platform event/u],
  ] as const) {
    test(`given ${what}, then the flow is refused`, () => {
      const source = packageWith({ Bad: flowXml({ body: line(set('Note__c', text('x'))), start, first: 'First' }) }, ping);
      assert.throws(
        () => loadFlows(source, buildSchema(source)),
        (error) => error instanceof MetadataError && message.test(error.problems.map(describeProblem).join('\n')),
      );
    });
  }
});
