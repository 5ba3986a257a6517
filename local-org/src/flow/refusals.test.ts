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
    /assignments First\): .*A connector leads to the element "Nowhere", which doesn't exist\./u,
  ],
  [
    'a start that leads nowhere',
    flowXml({ body: '', start: beforeSave('Order__c'), first: 'Gone' }),
    /start\): .*A connector leads to the element "Gone", which doesn't exist/u,
  ],
  ['an unknown object', flowWith(assign('First', []), beforeSave('Nothing__c')), /start\): .*The object "Nothing__c" doesn't exist/u],
  [
    'an unknown field',
    flowWith(assign('First', [['$Record.Nope__c', 'Assign', text('x')]])),
    /The field "Nope__c" for the object "Order__c" doesn't exist\./u,
  ],
  [
    'an unknown field of a parent',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Record.Account__r.Nope')]])),
    /The field "Nope" for the object "Account" doesn't exist\./u,
  ],
  [
    'an unknown relationship',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Record.Shop__r.Name')]])),
    /The relationship "Shop__r" for the object "Order__c" doesn't exist/u,
  ],
  ['an unknown variable', flowWith(assign('First', [['total', 'Assign', number(1)]])), /The resource "total" doesn't exist/u],
  [
    'an unknown resource in a text',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', text('Hi {!who}')]])),
    /The resource "who" doesn't exist/u,
  ],
  [
    'a text in a number',
    flowWith(assign('First', [['$Record.Amount__c', 'Assign', text('seven')]])),
    /A value of data type text can't be used where number is expected/u,
  ],
  [
    'a computed field that is set',
    flowWith(assign('First', [['$Record.Double__c', 'Assign', number(1)]])),
    /"\$Record\.Double__c" is computed and can't be assigned/u,
  ],
  [
    'an unknown operator',
    flowWith(decide('First', condition('$Record.Note__c', 'Resembles', text('x')), '')),
    /the operator Resembles is not run by local-org/u,
  ],
  [
    'a comparison of different types',
    flowWith(decide('First', condition('$Record.Amount__c', 'EqualTo', text('1')), '')),
    /"\$Record\.Amount__c" \(number\) can't be compared by EqualTo with a value of data type text/u,
  ],
  [
    'a logic that names no condition',
    flowWith(decide('First', `<conditionLogic>1 AND 3</conditionLogic>${condition('$Record.Note__c', 'EqualTo', text('x'))}`, '')),
    /there is no condition 3/u,
  ],
  [
    'a formula that does not parse',
    flowWith(assign('First', []) + formula('Broken', 'Number', '1 + (')),
    /formulas Broken\): .*The formula expression is invalid: Syntax error/u,
  ],
  [
    'a formula of the wrong type',
    flowWith(assign('First', []) + formula('Wrong', 'Number', '"text"')),
    /formulas Wrong\): .*The formula expression is invalid: /u,
  ],
  [
    'a formula with an unknown field',
    flowWith(assign('First', []) + formula('Lost', 'String', '{!$Record.Nope__c}')),
    /The field "Nope__c" for the object "Order__c" doesn't exist\./u,
  ],
  [
    'formulas that refer to each other',
    flowWith(assign('First', []) + formula('A', 'Number', '{!B}') + formula('B', 'Number', '{!A}')),
    /" refers to itself/u,
  ],
  [
    'a global that is not run',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Api.Session_ID')]])),
    /\$Api\.Session_ID is not run by local-org/u,
  ],
  [
    'an unknown label',
    flowWith(assign('First', [['$Record.Note__c', 'Assign', ref('$Label.Nope')]])),
    /The custom label "Nope" doesn't exist/u,
  ],
  [
    'a screen',
    flowWith(`${assign('First', [])}<screens><name>S</name></screens>`),
    /Screens can't be in a flow of the type AutoLaunchedFlow/u,
  ],
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
    'a subflow that does not exist',
    flowWith(`<subflows><name>First</name><flowName>Other</flowName></subflows>`, afterSave('Order__c')),
    /The flow "Other" doesn't exist/u,
  ],
  [
    'a filter on a long text',
    flowWith(
      `<recordLookups><name>First</name>${filter('Words__c', 'EqualTo', text('x'))}<object>Order__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`,
    ),
    /The field "Words__c" for the object "Order__c" can't be filtered on/u,
  ],
  [
    'a lookup that stores nothing',
    flowWith(`<recordLookups><name>First</name><object>Account</object></recordLookups>`),
    /must store what it finds in exactly one place/u,
  ],
  [
    'a field that was not queried',
    flowWith(
      `<recordLookups><name>First</name>${to('Use')}<getFirstRecordOnly>true</getFirstRecordOnly><object>Account</object><queriedFields>Id</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>${assign('Use', [['$Record.Note__c', 'Assign', ref('First.Name')]])}`,
    ),
    /"First\.Name" is read, but the element "First" doesn't store that field/u,
  ],
  [
    'an upsert on what is no external id',
    flowWith(
      `<recordCreates><name>First</name><doesUpsert>true</doesUpsert>${set('Note__c', text('x'))}<object>Line__c</object><upsertExternalIdField>Note__c</upsertExternalIdField></recordCreates>`,
      afterSave('Order__c'),
    ),
    /The field "Note__c" for the object "Line__c" isn't an external ID/u,
  ],
  [
    'a loop over what is no collection',
    flowWith('<loops><name>First</name><collectionReference>one</collectionReference></loops>' + variable('one', 'String')),
    /"one" isn't a collection/u,
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
    const warnings: string[] = [];
    const { active, inactive } = loadFlows(source, buildSchema(source), (problem) => warnings.push(describeProblem(problem)));
    assert.deepEqual([active, inactive], [[], ['Draft']]);
    assert.match(warnings.join(), /^flows\/Draft\.flow-meta\.xml:1: this flow is not active \(Draft\): stored, not run$/u);
  });
});
