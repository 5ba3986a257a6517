import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOrder, field, go, input, orgWith, shown, start } from '../testing/askFlow.ts';
import { condition, filter, flag, formula, text, to, variable } from '../testing/flowXml.ts';
import { choice, choiceField, displayText, inputField, screen, shownWhen } from '../testing/screenXml.ts';

describe('the fields of a screen', () => {
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
