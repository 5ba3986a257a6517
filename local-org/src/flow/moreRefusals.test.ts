import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeProblem, MetadataError, type MetadataProblem } from '../errors.ts';
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

interface Loaded {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly active: readonly string[];
}

function load(flows: Readonly<Record<string, string>>): Loaded {
  const source = packageWith(flows);
  const warnings: MetadataProblem[] = [];
  try {
    const { active } = loadFlows(source, buildSchema(source), (problem) => warnings.push(problem));
    return { errors: [], warnings: warnings.map(describeProblem), active: active.map((flow) => flow.name) };
  } catch (error) {
    assert.ok(error instanceof MetadataError, String(error));
    const errors = error.problems.filter((problem) => problem.warning !== true);
    return { errors: errors.map(describeProblem), warnings: [], active: [] };
  }
}

const called = (body: string): string => flowXml({ body, first: 'First' });
const lookup = (inside: string): string =>
  `<recordLookups><name>First</name>${inside}<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;

/** What is wrong with the flow, and the words in which it must be told. */
const refusals: readonly (readonly [string, string, RegExp])[] = [
  [
    'a roll-back',
    called(`${assign('First', [])}<recordRollbacks><name>Back</name></recordRollbacks>`),
    /Roll Back Records is available only in screen flows/u,
  ],
  ['a wait', called(`${assign('First', [])}<waits><name>W</name></waits>`), /<waits> is not run by local-org/u],
  [
    'an Apex plug-in',
    called(`${assign('First', [])}<apexPluginCalls><name>P</name></apexPluginCalls>`),
    /<apexPluginCalls> is not run by local-org/u,
  ],
  [
    'an Apex-defined variable',
    called(assign('First', []) + variable('x', 'Apex', '<apexClass>Thing</apexClass>')),
    /a resource of an Apex-defined type is not run by local-org/u,
  ],
  [
    'a name with a space',
    called(assign('First', []) + variable('my total', 'Number')),
    /The API name "my total" can only contain underscores and alphanumeric characters/u,
  ],
  [
    'a name that ends in an underscore',
    called(assign('First', []) + variable('total_', 'Number')),
    /The API name "total_" can only contain/u,
  ],
  ['a long name', called(assign('First', []) + variable('x'.repeat(81), 'Number')), /is longer than 80 characters/u],
  [
    'one name for a variable and an element',
    called(assign('First', []) + variable('First', 'Number')),
    /The API name "First" is used more than once/u,
  ],
  [
    'a limit out of range',
    called(lookup(`<object>Account</object><limit><numberValue>1</numberValue></limit>`)),
    /The limit of Get Records must be between 2 and 20000/u,
  ],
  [
    'a collection in a field',
    called(
      `<recordCreates><name>First</name>${set('Note__c', ref('many'))}<object>Line__c</object></recordCreates>${variable('many', 'String', '<isCollection>true</isCollection>')}`,
    ),
    /The inputAssignments field can't use a collection variable/u,
  ],
  [
    'a field of a parent among the queried ones',
    called(lookup('<object>Contact</object><queriedFields>Account.Name</queriedFields>')),
    /The field "Account\.Name" for the object "Contact" doesn't exist/u,
  ],
  [
    '$Record without a record',
    called(decide('First', condition('$Record.Name', 'EqualTo', text('x')), '')),
    /"\$Record\.Name" is available only in flows that a record starts/u,
  ],
  [
    'an incomplete condition',
    called(decide('First', condition('x', 'None', text('x')), '') + variable('x', 'String')),
    /incomplete: it has no operator/u,
  ],
  [
    'an operator that is not run',
    called(decide('First', condition('x', 'HasError', flag(true)), '') + variable('x', 'String')),
    /the operator HasError is not run by local-org/u,
  ],
  [
    'a stage in a text',
    called(
      `${assign('First', [['x', 'Assign', text('{!S}')]])}<stages><name>S</name><isActive>false</isActive><label>S</label><stageOrder>1</stageOrder></stages>${variable('x', 'String')}`,
    ),
    /"S", a stage, is not run by local-org/u,
  ],
  [
    'a formula of another type',
    called(assign('First', []) + formula('Wrong', 'Date', '1 + 1')),
    /The formula expression is invalid: Formula result is data type/u,
  ],
  [
    'a date-time and days',
    called(assign('First', [['x', 'Add', number(1)]]) + variable('x', 'DateTime')),
    /The operator Add isn't supported for "x" \(datetime\) with a value of data type number/u,
  ],
  [
    'a transform that goes through two collections',
    called(
      `<transforms><name>First</name><dataType>SObject</dataType><isCollection>true</isCollection><objectType>Line__c</objectType><transformValues><transformValueActions><outputFieldApiName>Name</outputFieldApiName><transformType>Map</transformType>${ref('a[$EachItem]')}</transformValueActions><transformValueActions><outputFieldApiName>Note__c</outputFieldApiName><transformType>Map</transformType>${ref('b[$EachItem]')}</transformValueActions></transformValues></transforms>` +
        variable('a', 'String', '<isCollection>true</isCollection>') +
        variable('b', 'String', '<isCollection>true</isCollection>'),
    ),
    /goes through more than one collection/u,
  ],
  [
    'a join',
    called(
      '<transforms><name>First</name><dataType>SObject</dataType><objectType>Line__c</objectType><transformValues><transformValueActions><transformType>InnerJoin</transformType></transformValueActions></transformValues></transforms>',
    ),
    /<transformType> says "InnerJoin", which is not run by local-org/u,
  ],
  [
    'an action before the save',
    flowXml({
      first: 'First',
      start: beforeSave('Order__c'),
      body: '<actionCalls><name>First</name><actionName>emailSimple</actionName><actionType>emailSimple</actionType></actionCalls>',
    }),
    /"First" isn't available in a flow that runs before the record is saved/u,
  ],
  [
    'an upsert that also matches',
    called(
      `<recordCreates><name>First</name><doesUpsert>true</doesUpsert>${filter('Key__c', 'EqualTo', text('x'))}${set('Key__c', text('x'))}<object>Line__c</object><upsertExternalIdField>Key__c</upsertExternalIdField></recordCreates>`,
    ),
    /cannot both upsert and check for matching records/u,
  ],
];

describe('a flow that cannot run, by its elements and resources', () => {
  for (const [what, xml, message] of refusals) {
    test(`given ${what}, then it is refused by name`, () => {
      const { errors } = load({ Bad: xml });
      assert.ok(
        errors.some((problem) => message.test(problem)),
        errors.join('\n') || 'it was accepted',
      );
    });
  }
});

describe('flows that are stored and not run', () => {
  const screen = called(assign('First', [])).replace('AutoLaunchedFlow', 'Flow');
  const calls = (name: string): string =>
    flowXml({ first: 'First', start: afterSave('Order__c'), body: `<subflows><name>First</name><flowName>${name}</flowName></subflows>` });

  test('given processes, orchestrations and drafts, then each is told of in a warning', () => {
    const { warnings, active } = load({
      Process: screen.replace('<processType>Flow', '<processType>Workflow'),
      Orchestration: screen.replace('<processType>Flow', '<processType>Orchestrator'),
      Good: called(assign('First', [])),
    });
    assert.deepEqual(active, ['Good']);
    assert.deepEqual(
      warnings.map((warning) => warning.replace(/^flows\/(\w+)\.flow-meta\.xml:\d+: /u, '$1: ')),
      [
        'Process: this flow is a process of Process Builder: stored, not run',
        'Orchestration: this flow is of the type Orchestrator: stored, not run',
      ],
    );
  });

  test('given a flow that calls one of them, then it is refused by its name', () => {
    assert.match(
      load({ Process: screen.replace('<processType>Flow', '<processType>Workflow'), Caller: calls('Process') }).errors.join(),
      /the subflow "Process", which is a process of Process Builder, is not run by local-org/u,
    );
    assert.match(load({ Caller: calls('Gone') }).errors.join(), /The flow "Gone" doesn't exist/u);
    const triggered = flowXml({ first: 'First', start: afterSave('Line__c'), body: assign('First', []) });
    assert.match(
      load({ Triggered: triggered, Caller: calls('Triggered') }).errors.join(),
      /has a trigger, so it can't be called as a subflow/u,
    );
  });
});

describe('a flow that runs with a word of warning or none', () => {
  test('given an element that no path leads to, then a warning says so', () => {
    const { warnings, active } = load({ Good: called(assign('First', []) + assign('Lonely', [])) });
    assert.deepEqual(active, ['Good']);
    assert.match(warnings.join(), /assignments Lonely\): The element "Lonely" isn't connected to the flow/u);
  });

  test('given End elements, groups, choices and layout, then they do no harm', () => {
    const body =
      assign('First', [], to('Over')) +
      '<choices><name>Red</name><choiceText>Red</choiceText><dataType>String</dataType></choices><customProperties><name>X</name></customProperties>' +
      '<ends><name>Over</name><locationX>1</locationX></ends><environments>Default</environments><runInMode>SystemModeWithSharing</runInMode>' +
      '<stages><name>S</name><isActive>false</isActive><label>S</label><stageOrder>1</stageOrder></stages>';
    assert.deepEqual(load({ Good: called(body) }), { errors: [], warnings: [], active: ['Good'] });
  });
});
