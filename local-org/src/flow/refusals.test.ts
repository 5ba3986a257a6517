import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeProblem, MetadataError } from '../errors.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import { loadFlows } from './loadFlows.ts';
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
  number,
  packageWith,
  ref,
  set,
  text,
  to,
  variable,
} from './testing/flowXml.ts';

function problemsOf(xml: string): string[] {
  const source = packageWith({ Bad: xml });
  try {
    loadFlows(source, buildSchema(source));
    return [];
  } catch (error) {
    assert.ok(error instanceof MetadataError, String(error));
    return error.problems.map(describeProblem);
  }
}

const flowWith = (body: string, start = beforeSave('Order__c')): string => flowXml({ body, start, first: 'First' });

/** What is wrong with the flow, and the words in which it must be told. */
const refusals: readonly (readonly [string, string, RegExp])[] = [
  [
    'a connector to nowhere',
    flowWith(assign('First', [], to('Nowhere'))),
    /assignments First\): a connector leads to Nowhere, which does not exist/u,
  ],
  [
    'a start that leads nowhere',
    flowXml({ body: '', start: beforeSave('Order__c'), first: 'Gone' }),
    /start\): a connector leads to Gone/u,
  ],
  ['an unknown object', flowWith(assign('First', []), beforeSave('Nothing__c')), /start\): the org has no object Nothing__c/u],
  ['an unknown field', flowWith(assign('First', [['$Record.Nope__c', 'Assign', text('x')]])), /Order__c has no field Nope__c/u],
  [
    'an unknown field of a parent',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Record.Account__r.Nope')]])),
    /Account has no field Nope/u,
  ],
  [
    'an unknown relationship',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Record.Shop__r.Name')]])),
    /Order__c has no relationship Shop__r/u,
  ],
  ['an unknown variable', flowWith(assign('First', [['total', 'Assign', number(1)]])), /total cannot be assigned/u],
  [
    'an unknown resource in a text',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', text('Hi {!who}')]])),
    /there is no resource named who/u,
  ],
  [
    'a text in a number',
    flowWith(assign('First', [['$Record.Amount__c', 'Assign', text('seven')]])),
    /a value of type text cannot stand where number is wanted/u,
  ],
  [
    'a computed field that is set',
    flowWith(assign('First', [['$Record.Double__c', 'Assign', number(1)]])),
    /\$Record\.Double__c is computed and cannot be assigned/u,
  ],
  [
    'an unknown operator',
    flowWith(decide('First', condition('$Record.Note__c', 'Resembles', text('x')), '')),
    /operator Resembles is not run by local-org/u,
  ],
  [
    'a comparison of different types',
    flowWith(decide('First', condition('$Record.Amount__c', 'EqualTo', text('1')), '')),
    /\$Record\.Amount__c \(number\) cannot be compared with text/u,
  ],
  [
    'a logic that names no condition',
    flowWith(decide('First', `<conditionLogic>1 AND 3</conditionLogic>${condition('$Record.Note__c', 'EqualTo', text('x'))}`, '')),
    /there is no condition 3/u,
  ],
  [
    'a logic that mixes',
    flowWith(
      decide('First', `<conditionLogic>1 AND 2 OR 3</conditionLogic>${condition('$Record.Note__c', 'EqualTo', text('x')).repeat(3)}`, ''),
    ),
    /AND and OR need brackets/u,
  ],
  [
    'a formula that does not parse',
    flowWith(assign('First', []) + formula('Broken', 'Number', '1 + (')),
    /formulas Broken\): formula: Syntax error/u,
  ],
  ['a formula of the wrong type', flowWith(assign('First', []) + formula('Wrong', 'Number', '"text"')), /formulas Wrong\): formula: /u],
  [
    'a formula with an unknown field',
    flowWith(assign('First', []) + formula('Lost', 'String', '{!$Record.Nope__c}')),
    /Order__c has no field Nope__c/u,
  ],
  [
    'formulas that refer to each other',
    flowWith(assign('First', []) + formula('A', 'Number', '{!B}') + formula('B', 'Number', '{!A}')),
    /refers to itself/u,
  ],
  [
    'a global that is not run',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Api.Session_ID')]])),
    /\$Api\.Session_ID is not run by local-org/u,
  ],
  ['an unknown label', flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Label.Nope')]])), /the org has no custom label Nope/u],
  [
    'an action',
    flowWith(
      `<actionCalls><name>First</name><label>x</label><actionName>emailSimple</actionName><actionType>emailSimple</actionType></actionCalls>`,
    ),
    /<actionCalls> is not run by local-org/u,
  ],
  ['a screen', flowWith(`${assign('First', [])}<screens><name>S</name></screens>`), /<screens> is not run by local-org/u],
  ['an element that nobody knows', flowWith(`${assign('First', [])}<wishes><name>S</name></wishes>`), /<wishes> is not known here/u],
  [
    'a setting that nobody knows',
    flowWith('<assignments><name>First</name><speed>fast</speed></assignments>'),
    /assignments First\): <speed> is not known here/u,
  ],
  [
    'siblings that are scattered',
    flowWith(assign('First', []) + decide('D', condition('$Record.Note__c', 'IsNull', flag(true)), '') + assign('Second', [])),
    /Element assignments is duplicated at this location/u,
  ],
  ['two elements of one name', flowWith(assign('First', []) + assign('First', [])), /two elements are named First/u],
  [
    'a screen flow',
    flowWith(assign('First', [])).replace('AutoLaunchedFlow', 'Flow'),
    /<processType> says "Flow", which is not run by local-org/u,
  ],
  [
    'a schedule',
    flowWith(assign('First', []), '<schedule><frequency>Daily</frequency></schedule><triggerType>Scheduled</triggerType>'),
    /trigger type Scheduled is not run by local-org/u,
  ],
  [
    'a path at a time',
    flowWith(
      assign('First', []),
      `<object>Order__c</object><recordTriggerType>Create</recordTriggerType><scheduledPaths><name>Later</name>${to('First')}<offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit></scheduledPaths><triggerType>RecordAfterSave</triggerType>`,
    ),
    /scheduled paths are not run by local-org, other than pathType AsyncAfterCommit/u,
  ],
  ['a delete trigger', flowWith(assign('First', []), afterSave('Order__c', 'Delete')), /recordTriggerType Delete is not run by local-org/u],
  [
    'a subflow that does not exist',
    flowWith(`<subflows><name>First</name><flowName>Other</flowName></subflows>`, afterSave('Order__c')),
    /there is no active flow named Other/u,
  ],
  [
    'a filter on a long text',
    flowWith(
      `<recordLookups><name>First</name>${filter('Words__c', 'EqualTo', text('x'))}<object>Order__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`,
    ),
    /Order__c\.Words__c is a long text and cannot be filtered on/u,
  ],
  [
    'a lookup that stores nothing',
    flowWith(`<recordLookups><name>First</name><object>Account</object></recordLookups>`),
    /must say one place where what it finds is stored/u,
  ],
  [
    'a field that was not queried',
    flowWith(
      `<recordLookups><name>First</name>${to('Use')}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><queriedFields>Id</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>${assign('Use', [['$Record.Note__c', 'Assign', ref('First.Name')]])}`,
    ),
    /First\.Name is read, but First does not name it in <queriedFields>/u,
  ],
  [
    'an upsert on what is no external id',
    flowWith(
      `<recordCreates><name>First</name><doesUpsert>true</doesUpsert>${set('Note__c', text('x'))}<object>Line__c</object><upsertExternalIdField>Note__c</upsertExternalIdField></recordCreates>`,
      afterSave('Order__c'),
    ),
    /Line__c\.Note__c is not an external id/u,
  ],
  [
    'a matching rule of Create Records',
    flowWith(
      `<recordCreates><name>First</name>${set('Note__c', text('x'))}<object>Line__c</object><operationOneMatchingRecord>x</operationOneMatchingRecord></recordCreates>`,
      afterSave('Order__c'),
    ),
    /<operationOneMatchingRecord> is not run by local-org/u,
  ],
  [
    'a loop over what is no collection',
    flowWith('<loops><name>First</name><collectionReference>one</collectionReference></loops>' + variable('one', 'String')),
    /one is not a collection/u,
  ],
  [
    'a parent that can be of several objects',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Record.Owner.Name')]])),
    /write Owner:User|Order__c\.Owner can point at/u,
  ],
];

describe('a flow that cannot run', () => {
  for (const [what, xml, message] of refusals) {
    test(`given ${what}, then it is refused with file, element and reason`, () => {
      const problems = problemsOf(xml);
      assert.ok(
        problems.some((problem) => message.test(problem)),
        problems.join('\n') || 'it was accepted',
      );
      for (const problem of problems) assert.match(problem, /^flows\/Bad\.flow-meta\.xml/u);
    });
  }

  test('given several faults, then all are told at once', () => {
    const xml = flowWith(assign('First', [['$Record.Nope__c', 'Assign', text('x')]], to('Gone')) + formula('Broken', 'Number', '1 +'));
    assert.ok(problemsOf(xml).length >= 2);
  });

  test('given a draft, then it is stored and not checked', () => {
    const source = packageWith({ Draft: flowXml({ body: '<screens><name>S</name></screens>', status: 'Draft', first: 'S' }) });
    assert.deepEqual(loadFlows(source, buildSchema(source)), { active: [], inactive: ['Draft'] });
  });
});
