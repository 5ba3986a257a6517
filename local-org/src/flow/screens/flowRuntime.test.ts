import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOrder, field, go, input, inputVariable, orgWith, output, shown, start } from '../testing/askFlow.ts';
import {
  assign,
  beforeSave,
  condition,
  decide,
  faultTo,
  flag,
  flowXml,
  ref,
  set,
  text,
  to,
  validationRule,
  variable,
} from '../testing/flowXml.ts';
import { choice, choiceField, displayText, inputField, screen, screenFlowXml } from '../testing/screenXml.ts';

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
});
