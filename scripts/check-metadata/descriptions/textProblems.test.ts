import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataFile, problemsOf } from '../testing';

const RATING = [
  '<fullName>Rating__c</fullName>',
  '<label>Rating</label>',
  '<precision>2</precision>',
  '<scale>0</scale>',
  '<type>Number</type>',
];

describe('the check of texts', () => {
  it('asks for a description of a field, and for help where a person types', async (test) => {
    assert.deepEqual(await problemsOf(test, { 'Rating__c.field-meta.xml': metadataFile('CustomField', ...RATING) }), [
      'Rating__c.field-meta.xml:2: Rating__c has no description',
      'Rating__c.field-meta.xml:2: Rating__c has no inlineHelpText, and a person types there',
    ]);
  });

  it('asks for no help on a formula or a roll-up', async (test) => {
    const formula = metadataFile(
      'CustomField',
      '<fullName>Score__c</fullName>',
      '<description>d</description>',
      '<formula>1</formula>',
      '<label>Score</label>',
      '<type>Number</type>',
    );
    assert.deepEqual(await problemsOf(test, { 'Score__c.field-meta.xml': formula }), []);
    const rollUp = metadataFile(
      'CustomField',
      '<fullName>Sum__c</fullName>',
      '<description>d</description>',
      '<label>Sum</label>',
      '<type>Summary</type>',
    );
    assert.deepEqual(await problemsOf(test, { 'Sum__c.field-meta.xml': rollUp }), []);
  });

  it('takes a description of blanks for none, and finds one that is too long for the platform', async (test) => {
    const set = (description: string): string =>
      metadataFile('PermissionSet', `<description>${description}</description>`, '<label>Set</label>');
    assert.deepEqual(await problemsOf(test, { 'Set.permissionset-meta.xml': set('  ') }), [
      'Set.permissionset-meta.xml:2: PermissionSet has no description',
    ]);
    assert.deepEqual(await problemsOf(test, { 'Set.permissionset-meta.xml': set('x'.repeat(256)) }), [
      'Set.permissionset-meta.xml:2: the description of PermissionSet is longer than 255 characters',
    ]);
  });

  it('asks for description and label of every element of a flow, and for a description of its resources', async (test) => {
    const flow = metadataFile(
      'Flow',
      '<assignments><name>Set</name><locationX>0</locationX><locationY>0</locationY></assignments>',
      '<variables><name>count</name><dataType>Number</dataType></variables>',
    );
    const problems = await problemsOf(test, { 'A_B.flow-meta.xml': flow });
    for (const expected of [
      'A_B.flow-meta.xml:2: Flow has no description',
      'A_B.flow-meta.xml:3: assignments Set has no description',
      'A_B.flow-meta.xml:3: assignments Set has no label',
      'A_B.flow-meta.xml:4: variables count has no description',
    ]) {
      assert.ok(problems.includes(expected), `${expected}\nnot in\n${problems.join('\n')}`);
    }
  });

  it('asks for a name of a component that admins can pick', async (test) => {
    const bundle = (exposed: boolean): string =>
      metadataFile('LightningComponentBundle', '<description>d</description>', `<isExposed>${String(exposed)}</isExposed>`);
    assert.deepEqual(await problemsOf(test, { 'lwc/one/one.js-meta.xml': bundle(false) }), []);
    assert.deepEqual(await problemsOf(test, { 'lwc/one/one.js-meta.xml': bundle(true) }), [
      'lwc/one/one.js-meta.xml:2: an exposed component has no masterLabel',
    ]);
  });
});
