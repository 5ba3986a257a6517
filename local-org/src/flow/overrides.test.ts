import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MetadataError } from '../errors.ts';
import { call, output } from './testing/calledFlow.ts';
import { afterSave, assign, flowXml, packageWith, set, text, variable } from './testing/flowXml.ts';
import { openTestOrg, type TestOrg } from './testing/testOrg.ts';

const says = (words: string): string => assign('First', [['said', 'Assign', text(words)]]) + variable('said', 'String', output);
const slot = (more: string, words = 'nothing'): string => flowXml({ body: says(words), first: 'First', rest: more });
const overridable = '<isOverridable>true</isOverridable>';
const instead = '<overriddenFlow>Slot</overriddenFlow>';
const caller = flowXml({
  body:
    '<subflows><name>First</name><flowName>Slot</flowName><outputAssignments><assignToReference>heard</assignToReference><name>said</name></outputAssignments></subflows>' +
    variable('heard', 'String', output),
  first: 'First',
});

const orgWith = (flows: Readonly<Record<string, string>>): TestOrg => openTestOrg(packageWith(flows));

function refusal(flows: Readonly<Record<string, string>>): string {
  try {
    orgWith(flows).close();
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.message;
  }
  return 'accepted';
}

describe('a flow that overrides another', () => {
  test('given an overridable flow, when it is called, then the override runs in its place', () => {
    const org = orgWith({ Caller: caller, Slot: slot(overridable), Mine: slot(instead, 'mine') });
    assert.equal(call(org, 'Caller')['heard'], 'mine');
    org.close();
  });

  test('given a draft of an override, then the flow itself runs', () => {
    const draft = flowXml({ body: says('mine'), first: 'First', status: 'Draft', rest: instead });
    const org = orgWith({ Caller: caller, Slot: slot(overridable), Mine: draft });
    assert.equal(call(org, 'Caller')['heard'], 'nothing');
    org.close();
  });

  test('given a triggered flow, then the override alone is triggered', () => {
    const line = (note: string): string =>
      `<recordCreates><name>First</name>${set('Note__c', text(note))}<object>Line__c</object></recordCreates>`;
    const start = afterSave('Order__c', 'Create');
    const triggered = (note: string, rest: string): string => flowXml({ body: line(note), start, first: 'First', rest });
    const org = orgWith({ Slot: triggered('theirs', overridable), Mine: triggered('mine', instead) });
    org.insert('Order__c', { Note__c: 'x' });
    assert.deepEqual(org.rows('SELECT Note__c FROM Line__c'), [{ Note__c: 'mine' }]);
    org.close();
  });

  for (const [what, flows, message] of [
    ['that is not overridable', { Slot: slot(''), Mine: slot(instead) }, /can't be overridden/u],
    ['that is not there', { Mine: slot(instead) }, /doesn't exist or isn't active/u],
    ['that is overridden already', { Slot: slot(overridable), Mine: slot(instead), Other: slot(instead) }, /overridden by "Mine" already/u],
    [
      'of another kind',
      { Slot: flowXml({ body: says('x'), start: afterSave('Order__c'), first: 'First', rest: overridable }), Mine: slot(instead) },
      /another type or trigger/u,
    ],
  ] as const) {
    test(`given a flow ${what}, then the override is refused`, () => {
      assert.match(refusal(flows), message);
    });
  }
});
