import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MetadataError, type MetadataProblem } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { loadFlows } from '../loadFlows.ts';
import { choice, choiceField, displayText, inputField, screen, screenFlowXml, shownWhen } from '../testing/screenXml.ts';
import {
  assign,
  beforeSave,
  condition,
  decide,
  faultTo,
  filter,
  flag,
  flowXml,
  formula,
  packageWith,
  ref,
  set,
  text,
  to,
  validationRule,
  variable,
} from '../testing/flowXml.ts';
import { openTestOrg, type TestOrg } from '../testing/testOrg.ts';
import type { InputModel, InterviewState, NavigationAction, ScreenFieldModel, ScreenModel, WireValue } from './screenModel.ts';

type Answers = Readonly<Record<string, WireValue>>;

function orgWith(body: string, more: Readonly<Record<string, string>> = {}, flows: Readonly<Record<string, string>> = {}): TestOrg {
  return openTestOrg(packageWith({ Ask: screenFlowXml(body), ...flows }, more));
}

function start(org: TestOrg, given: Answers = {}): InterviewState {
  const list = Object.entries(given).map(([name, value]) => ({ name, value }));
  return org.engine.screens.start('Ask', list, org.user);
}

function go(org: TestOrg, from: InterviewState, action: NavigationAction, answers: Answers = {}): InterviewState {
  const fields = Object.entries(answers).map(([field, value]) => ({ field, value }));
  return org.engine.screens.navigate({ interviewId: from.interviewId, step: from.step, action, fields }, org.user);
}

function shown(state: InterviewState): ScreenModel {
  assert.ok(state.screen, `no screen: ${state.status} ${state.error ?? ''}`);
  return state.screen;
}

function field(state: InterviewState, name: string): ScreenFieldModel {
  const inside = (list: readonly ScreenFieldModel[]): readonly ScreenFieldModel[] =>
    list.flatMap((one) => [one, ...(one.kind === 'section' ? one.columns.flatMap((column) => inside(column.fields)) : [])]);
  const found = inside(shown(state).fields).find((one) => one.name === name);
  assert.ok(found, `no field ${name}`);
  return found;
}

function input(state: InterviewState, name: string): InputModel {
  const found = field(state, name);
  assert.equal(found.kind, 'input');
  return found;
}

const createOrder = (next = '', more = ''): string =>
  `<recordCreates><name>Make</name>${next}${more}${set('Name', ref('Title'))}<object>Order__c</object></recordCreates>`;

const output = (name: string, dataType: string): string => variable(name, dataType, '<isOutput>true</isOutput>');
const inputVariable = (name: string): string => variable(name, 'String', '<isInput>true</isInput>');

describe('a screen flow', () => {
  it('given two screens, when its user goes through them, then what they wrote is saved by the elements between and behind', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String') + inputField('Sum', 'Number', '<scale>1</scale>'), to('Make')) +
        screen('Last', displayText('Done', 'Order {!Title} over {!Sum} of {!who}')) +
        inputVariable('who') +
        createOrder(to('Last')),
    );
    const first = start(org, { who: 'me' });
    assert.deepEqual([first.status, shown(first).actions], ['STARTED', ['PAUSE', 'NEXT']]);
    const last = go(org, first, 'NEXT', { Title: 'Desk', Sum: '10.26' });
    assert.deepEqual(field(last, 'Done'), { kind: 'text', name: 'Done', html: 'Order Desk over 10.3 of me' });
    assert.deepEqual(shown(last).actions, ['BACK', 'PAUSE', 'FINISH']);
    assert.deepEqual(org.rows('SELECT Name FROM Order__c'), [{ Name: 'Desk' }]);
    assert.equal(go(org, last, 'FINISH').status, 'FINISHED_SCREEN');
    org.close();
  });

  it('given every kind of input, then each is taken in its type, and what cannot be read is told at its field', () => {
    const org = orgWith(
      screen(
        'First',
        ['String', 'Number', 'Currency', 'Date', 'DateTime', 'Boolean'].map((type) => inputField(`A_${type}`, type)).join('') +
          '<fields><name>Words</name><fieldText>W</fieldText><fieldType>LargeTextArea</fieldType></fields>',
        to('Last'),
      ) + screen('Last', displayText('Out', '{!A_String}|{!A_Number}|{!A_Currency}|{!A_Date}|{!A_DateTime}|{!A_Boolean}|{!Words}')),
    );
    const first = start(org);
    const bad = go(org, first, 'NEXT', { A_Number: 'ten', A_Date: '2026-02-40' });
    assert.deepEqual([input(bad, 'A_Number').error, input(bad, 'A_Date').error], ['Enter a valid number.', 'Enter a valid date.']);
    const answers = { A_String: 'x', A_Number: 3, A_Currency: '4.5', A_Date: '2026-02-03', A_DateTime: '2026-02-03T10:00:00.000Z' };
    const last = go(org, first, 'NEXT', { ...answers, A_Boolean: true, Words: 'long' });
    const out = field(last, 'Out');
    assert.equal(out.kind === 'text' && out.html, 'x|3|4.5|2026-02-03|2026-02-03T10:00:00.000Z|true|long');
    org.close();
  });

  it('given required fields and a validation rule, when they are not met, then the screen stays with the errors at the fields', () => {
    const rule =
      '<validationRule><errorMessage>&lt;p&gt;Too short&lt;/p&gt;</errorMessage><formulaExpression>LEN({!Title}) &gt; 3</formulaExpression></validationRule>';
    const org = orgWith(screen('First', inputField('Title', 'String', `<isRequired>true</isRequired>${rule}`), to('Make')) + createOrder());
    const first = start(org);
    assert.equal(input(go(org, first, 'NEXT', { Title: '' }), 'Title').error, 'Complete this field.');
    assert.equal(input(go(org, first, 'NEXT', { Title: 'abc' }), 'Title').error, '<p>Too short</p>');
    assert.equal(go(org, first, 'NEXT', { Title: 'abcd' }).status, 'FINISHED');
    org.close();
  });

  it('given a field shown by another, when that changes, then the page is told, and what is hidden counts as blank', () => {
    const org = orgWith(
      screen(
        'First',
        inputField('More', 'Boolean') +
          inputField('Title', 'String', `<isRequired>true</isRequired>${shownWhen(condition('More', 'EqualTo', flag(true)))}`),
        to('Last'),
      ) + screen('Last', displayText('Out', '[{!Title}]')),
    );
    const first = start(org);
    assert.equal(shown(first).isReactive, true);
    assert.deepEqual(
      shown(first).fields.map((one) => one.name),
      ['More'],
    );
    const changed = go(org, first, 'CHANGE', { More: true });
    assert.deepEqual([changed.step, shown(changed).fields.map((one) => one.name)], [first.step, ['More', 'Title']]);
    const out = field(go(org, first, 'NEXT', { More: false, Title: 'x' }), 'Out');
    assert.equal(out.kind === 'text' && out.html, '[]');
    org.close();
  });

  it('given a step back, then answers stay, variables keep what they hold, and the elements between run again', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String', '<defaultValue><stringValue>Start</stringValue></defaultValue>'), to('Make')) +
        screen('Last', displayText('Out', '{!Title}')) +
        createOrder(to('Last')),
    );
    const first = start(org);
    assert.equal(input(first, 'Title').value, 'Start');
    const back = go(org, go(org, first, 'NEXT', { Title: 'One' }), 'BACK');
    assert.deepEqual([input(back, 'Title').value, shown(back).actions], ['One', ['PAUSE', 'NEXT']]);
    go(org, back, 'NEXT', { Title: 'Two' });
    assert.deepEqual(org.rows('SELECT Name FROM Order__c ORDER BY Name'), [{ Name: 'One' }, { Name: 'Two' }]);
    org.close();
  });

  it('given a second click, then nothing is done twice', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String'), to('Make')) + screen('Last', displayText('Out', 'x')) + createOrder(to('Last')),
    );
    const first = start(org);
    go(org, first, 'NEXT', { Title: 'One' });
    assert.equal(shown(go(org, first, 'NEXT', { Title: 'One' })).name, 'Last');
    assert.equal(org.rows('SELECT Id FROM Order__c').length, 1);
    org.close();
  });

  it('given another user, then the interview is not theirs to go on with', () => {
    const org = orgWith(screen('First', inputField('Title', 'String')));
    const first = start(org);
    const stranger = { ...org.user, id: '005000000000000AAA' };
    const navigation = { interviewId: first.interviewId, step: first.step, action: 'NEXT' as const, fields: [] };
    assert.throws(() => org.engine.screens.navigate(navigation, stranger), /belongs to somebody else/u);
    org.close();
  });

  it('given a flow without screens, then it is over at once and gives what it found; one that a record starts is not started so', () => {
    const io = '<isInput>true</isInput><isOutput>true</isOutput>';
    const body = `${assign('Greet', [['greeting', 'Add', text('!')]])}${variable('greeting', 'String', io)}`;
    const triggered = flowXml({ body, first: 'Greet', start: beforeSave('Account') });
    const org = orgWith(screen('First', ''), {}, { Greet: flowXml({ body, first: 'Greet' }), Triggered: triggered });
    const state = org.engine.screens.start('Greet', [{ name: 'greeting', value: 'Hello' }], org.user);
    assert.deepEqual([state.status, state.interviewId, state.outputVariables[0]?.value], ['FINISHED_SCREEN', '', 'Hello!']);
    assert.throws(() => org.engine.screens.start('Triggered', [], org.user), /started by something else/u);
    org.close();
  });

  it('given a pause, then it goes on where it was; left lying for a day, an interview is forgotten', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String'), to('Last'), '<allowPause>true</allowPause><pausedText>Kept: {!Title}</pausedText>') +
        screen('Last', displayText('Out', '{!Title}')),
    );
    const lying = start(org);
    const paused = go(org, start(org), 'PAUSE', { Title: 'Half' });
    assert.deepEqual([paused.status, paused.pausedText], ['PAUSED', 'Kept: Half']);
    org.clock.set(org.clock.now() + 25 * 3_600_000);
    start(org);
    assert.throws(() => go(org, lying, 'NEXT'), /has ended/u);
    const again = org.engine.screens.resume(paused.interviewId, org.user);
    assert.equal(input(again, 'Title').value, 'Half');
    org.close();
  });

  it('given choices of every source, then each can be chosen, and only what stood there', () => {
    const recordSet = `<dynamicChoiceSets><name>Orders</name><dataType>String</dataType><displayField>Name</displayField>
      ${filter('Open__c', 'EqualTo', flag(true))}<object>Order__c</object>
      <outputAssignments><assignToReference>note</assignToReference><field>Note__c</field></outputAssignments>
      <sortField>Name</sortField><sortOrder>Desc</sortOrder><valueField>Id</valueField></dynamicChoiceSets>`;
    const picklist = `<dynamicChoiceSets><name>Industries</name><dataType>Picklist</dataType><picklistField>Industry</picklistField>
      <picklistObject>Account</picklistObject></dynamicChoiceSets>`;
    const org = orgWith(
      screen(
        'First',
        choiceField('Color', 'RadioButtons', ['Red', 'Blue'], '<defaultSelectedChoiceReference>Blue</defaultSelectedChoiceReference>') +
          choiceField('Sizes', 'MultiSelectCheckboxes', ['Red', 'Blue']) +
          choiceField('Order', 'DropdownBox', ['Orders'], '<isRequired>true</isRequired>') +
          choiceField('Industry', 'DropdownBox', ['Industries']),
        to('Last'),
      ) +
        screen('Last', displayText('Out', '{!Color}|{!Sizes}|{!Industry}|{!note}|{!isRed}')) +
        choice('Red', 'r') +
        choice('Blue', 'b') +
        recordSet +
        picklist +
        formula('isRed', 'Boolean', '{!Color} = {!Red}') +
        variable('note', 'String'),
    );
    org.insert('Order__c', { Name: 'A', Open__c: true, Note__c: 'of A' }, { Name: 'B', Open__c: true }, { Name: 'C', Open__c: false });
    const first = start(org);
    assert.equal(input(first, 'Color').value, 'Blue');
    const orders = input(first, 'Order').options ?? [];
    assert.deepEqual(
      orders.map((option) => option.label),
      ['B', 'A'],
    );
    assert.equal(input(go(org, first, 'NEXT', { Order: 'Orders.a0000000000000AAA' }), 'Order').error, 'Please select a choice.');
    const industry = input(first, 'Industry').options?.[0]?.value ?? '';
    const last = go(org, first, 'NEXT', { Color: 'Red', Sizes: ['Red', 'Blue'], Order: orders[1]?.value ?? '', Industry: industry });
    const out = field(last, 'Out');
    assert.equal(out.kind === 'text' && out.html, `r|r;b|${industry.split('.')[1] ?? ''}|of A|true`);
    org.close();
  });

  it('given sections, then columns stand side by side with the widths of the file', () => {
    const column = (name: string, width: number, inside: string): string =>
      `<fields><name>${name}</name><fieldType>Region</fieldType>${inside}<inputParameters><name>width</name><value><stringValue>${width}</stringValue></value></inputParameters></fields>`;
    const org = orgWith(
      screen(
        'First',
        `<fields><name>Both</name><fieldText>Who</fieldText><fieldType>RegionContainer</fieldType>${column('Left', 4, inputField('Title', 'String'))}${column('Right', 8, displayText('Hint', 'Hi'))}<regionContainerType>SectionWithHeader</regionContainerType></fields>`,
      ),
    );
    const section = field(start(org), 'Both');
    assert.ok(section.kind === 'section');
    assert.deepEqual(
      [section.header, section.columns.map(({ width, fields }) => [width, fields.map((one) => one.name)])],
      [
        'Who',
        [
          [4, ['Title']],
          [8, ['Hint']],
        ],
      ],
    );
    org.close();
  });

  it('given a fault that nothing takes, then what was saved since the last screen is undone and the interview ends', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String'), to('Make')) +
        createOrder(to('Again')) +
        `<recordCreates><name>Again</name>${set('Name', text('bad'))}<object>Order__c</object></recordCreates>`,
      validationRule('Order__c', 'NoBad', 'Name = "bad"', 'Not this name'),
    );
    const failed = go(org, start(org), 'NEXT', { Title: 'One' });
    assert.equal(failed.status, 'ERROR');
    assert.match(failed.error ?? '', /Not this name/u);
    assert.deepEqual(org.rows('SELECT Id FROM Order__c'), []);
    org.close();
  });

  it('given Roll Back Records on a fault path, then the stretch is undone and its user sees the next screen', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String'), to('Make')) +
        createOrder(to('Again')) +
        `<recordCreates><name>Again</name>${faultTo('Undo')}${set('Name', text('bad'))}<object>Order__c</object></recordCreates>
         <recordRollbacks><name>Undo</name>${to('Sorry')}</recordRollbacks>` +
        screen('Sorry', displayText('Out', '{!$Flow.FaultMessage}')),
      validationRule('Order__c', 'NoBad', 'Name = "bad"', 'Not this name'),
    );
    const sorry = field(go(org, start(org), 'NEXT', { Title: 'One' }), 'Out');
    assert.match(sorry.kind === 'text' ? sorry.html : '', /Not this name/u);
    assert.deepEqual(org.rows('SELECT Id FROM Order__c'), []);
    org.close();
  });

  it('given a subflow with screens, then its screens are part of the way, forth and back', () => {
    const org = orgWith(
      screen('First', inputField('Title', 'String'), to('Call')) +
        `<subflows><name>Call</name>${to('Last')}<flowName>Inner</flowName><inputAssignments><name>given</name>${ref('Title')}</inputAssignments><storeOutputAutomatically>true</storeOutputAutomatically></subflows>` +
        screen('Last', displayText('Out', '{!Title} {!Call.answer}')) +
        output('unused', 'String'),
      {},
      {
        Inner: screenFlowXml(
          screen('First', displayText('Hello', 'Hello {!given}') + inputField('Reply', 'String'), to('Keep')) +
            `<assignments><name>Keep</name><assignmentItems><assignToReference>answer</assignToReference><operator>Assign</operator>${ref('Reply')}</assignmentItems></assignments>` +
            inputVariable('given') +
            output('answer', 'String'),
        ),
      },
    );
    const inner = go(org, start(org), 'NEXT', { Title: 'T' });
    const hello = field(inner, 'Hello');
    assert.equal(hello.kind === 'text' && hello.html, 'Hello T');
    const last = go(org, inner, 'NEXT', { Reply: 'R' });
    const out = field(last, 'Out');
    assert.equal(out.kind === 'text' && out.html, 'T R');
    const again = go(org, last, 'BACK');
    assert.equal(input(again, 'Reply').value, 'R');
    const first = go(org, again, 'BACK');
    assert.equal(input(first, 'Title').value, 'T');
    org.close();
  });

  it('given outputs, then each state tells them; a decision by what was selected takes its path', () => {
    const org = orgWith(
      screen('First', choiceField('Color', 'RadioButtons', ['Red', 'Blue']), to('Which')) +
        decide('Which', condition('Red', 'WasSelected', flag(true)), 'Yes') +
        `<assignments><name>Yes</name><assignmentItems><assignToReference>out</assignToReference><operator>Assign</operator>${ref('Color')}</assignmentItems></assignments>` +
        choice('Red', 'r') +
        choice('Blue', 'b') +
        output('out', 'String'),
    );
    const ended = go(org, start(org), 'NEXT', { Color: 'Red' });
    assert.deepEqual(ended.outputVariables, [
      { flowName: 'Ask', name: 'out', dataType: 'STRING', objectType: null, isCollection: false, value: 'r' },
    ]);
    assert.equal(go(org, start(org), 'NEXT', { Color: 'Blue' }).outputVariables[0]?.value, null);
    org.close();
  });

  it('given a field of a record on a screen, then it looks like the field and writes into the record', () => {
    const org = orgWith(
      screen(
        'First',
        '<fields><fieldType>ObjectProvided</fieldType><objectFieldReference>order.Note__c</objectFieldReference></fields>',
        to('Save'),
      ) +
        `<recordUpdates><name>Save</name><inputReference>order</inputReference></recordUpdates>` +
        variable('order', 'SObject', '<isInput>true</isInput><objectType>Order__c</objectType>'),
    );
    const [made] = org.insert('Order__c', { Name: 'A', Note__c: 'before' });
    const id = made?.success === true ? made.id : '';
    const first = start(org, { order: id });
    assert.deepEqual([input(first, 'order.Note__c').label, input(first, 'order.Note__c').value], ['Note__c', 'before']);
    assert.equal(go(org, first, 'NEXT', { 'order.Note__c': 'after' }).status, 'FINISHED');
    assert.deepEqual(org.rows('SELECT Note__c FROM Order__c'), [{ Note__c: 'after' }]);
    org.close();
  });

  it('given a standard screen component, then its value is read by component and attribute', () => {
    const org = orgWith(
      screen(
        'First',
        `<fields><name>Mail</name><extensionName>flowruntime:email</extensionName><fieldType>ComponentInstance</fieldType>
         <inputParameters><name>label</name>${text('E-mail')}</inputParameters><inputParameters><name>required</name>${flag(true)}</inputParameters>
         <storeOutputAutomatically>true</storeOutputAutomatically></fields>`,
        to('Last'),
      ) + screen('Last', displayText('Out', '{!Mail.value}')),
    );
    const first = start(org);
    const missing = field(go(org, first, 'NEXT'), 'Mail');
    assert.equal(missing.kind === 'component' && missing.error, 'Complete this field.');
    const out = field(go(org, first, 'NEXT', { 'Mail.value': 'a@b.example' }), 'Out');
    assert.equal(out.kind === 'text' && out.html, 'a@b.example');
    org.close();
  });
});

describe('screen flows that are deployed', () => {
  const load = (flows: Readonly<Record<string, string>>): { active: readonly string[]; warnings: readonly MetadataProblem[] } => {
    const source = packageWith(flows);
    const warnings: MetadataProblem[] = [];
    const { active } = loadFlows(source, buildSchema(source), (problem) => warnings.push(problem));
    return { active: active.map((flow) => flow.name), warnings };
  };

  it('given a part that is not run here, then the flow is stored, and the warning names the part', () => {
    const lookup = `<fields><name>Find</name><extensionName>flowruntime:lookup</extensionName><fieldType>ComponentInstance</fieldType></fields>`;
    const { active, warnings } = load({ Ask: screenFlowXml(screen('First', lookup)) });
    assert.deepEqual(active, []);
    assert.match(warnings[0]?.message ?? '', /screens First is not run here \(the screen component flowruntime:lookup is not run/u);
  });

  it('given a mistake, then it is refused', () => {
    assert.throws(() => load({ Ask: screenFlowXml(screen('First', displayText('Out', '{!nothing}'))) }), MetadataError);
    assert.throws(() => load({ Ask: screenFlowXml(screen('First', choiceField('C', 'RadioButtons', ['None_Such']))) }), MetadataError);
  });

  it('given an autolaunched flow that calls a screen flow, then it is refused', () => {
    const caller = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><label>X</label><processType>AutoLaunchedFlow</processType>
      <subflows><name>First</name><flowName>Ask</flowName></subflows><start>${to('First')}</start><status>Active</status></Flow>`;
    assert.throws(
      () => load({ Ask: screenFlowXml(screen('First', displayText('Out', 'x'))), Caller: caller }),
      /only a screen flow can call it/u,
    );
  });
});
