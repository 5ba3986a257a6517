import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataFile, problemsOf } from '../testing';

const FIELD = 'Rating__c.field-meta.xml';
const field = (...lines: readonly string[]): string =>
  metadataFile(
    'CustomField',
    '<fullName>Rating__c</fullName>',
    '<description>d</description>',
    '<inlineHelpText>h</inlineHelpText>',
    '<label>Rating</label>',
    ...lines,
  );
const NUMBER = ['<precision>2</precision>', '<scale>0</scale>', '<type>Number</type>'];

describe('the schema check', () => {
  it('passes a field that is in order', async (test) => {
    assert.deepEqual(await problemsOf(test, { [FIELD]: field(...NUMBER) }), []);
  });

  it('finds a misspelt element and names the right one', async (test) => {
    assert.deepEqual(await problemsOf(test, { [FIELD]: field(...NUMBER, '<requierd>false</requierd>') }), [
      `${FIELD}:10: <requierd> is not an element of CustomField`,
    ]);
    assert.deepEqual(await problemsOf(test, { [FIELD]: field(...NUMBER, '<requird>false</requird>') }), [
      `${FIELD}:10: <requird> is not an element of CustomField; <required> is`,
    ]);
  });

  it('finds a word that the platform does not know', async (test) => {
    const [problem] = await problemsOf(test, { [FIELD]: field('<type>Numeric</type>') });
    assert.match(problem ?? '', /^Rating__c\.field-meta\.xml:7: <type> is 'Numeric', but FieldType is one of AutoNumber, Lookup, /u);
  });

  it('finds a number and a true or false that are none', async (test) => {
    assert.deepEqual(
      await problemsOf(test, { [FIELD]: field('<precision>two</precision>', '<required>no</required>', '<type>Number</type>') }),
      [`${FIELD}:7: <precision> is 'two', but must be a number`, `${FIELD}:8: <required> is 'no', but must be true or false`],
    );
  });

  it('finds an element that stands twice, and equal ones that stand apart', async (test) => {
    assert.deepEqual(await problemsOf(test, { [FIELD]: field(...NUMBER, '<type>Number</type>') }), [
      `${FIELD}:10: <type> may stand only once in <CustomField>`,
    ]);
    const view = [
      '<fullName>All</fullName>',
      '<columns>NAME</columns>',
      '<filterScope>Everything</filterScope>',
      '<columns>Rating__c</columns>',
    ];
    assert.deepEqual(await problemsOf(test, { 'All.listView-meta.xml': metadataFile('ListView', ...view, '<label>All</label>') }), [
      'All.listView-meta.xml:6: <columns> stands apart from the other <columns> of <ListView>',
    ]);
  });

  it('finds a missing part, text among elements, and elements inside a value', async (test) => {
    const view = (...lines: readonly string[]): string =>
      metadataFile('ListView', '<fullName>All</fullName>', '<filterScope>Everything</filterScope>', ...lines, '<label>All</label>');
    assert.deepEqual(await problemsOf(test, { 'All.listView-meta.xml': view('<filters><operation>equals</operation></filters>') }), [
      'All.listView-meta.xml:5: <filters> lacks <field>, which ListViewFilter needs',
    ]);
    assert.deepEqual(await problemsOf(test, { 'All.listView-meta.xml': view('words') }), [
      'All.listView-meta.xml:2: <ListView> holds text between its elements',
    ]);
    assert.deepEqual(await problemsOf(test, { 'All.listView-meta.xml': view('<queue><name>Q</name></queue>') }), [
      'All.listView-meta.xml:5: <name> stands inside <queue>, which holds a value',
    ]);
  });

  it('finds errors deep inside a flow', async (test) => {
    const flow = metadataFile('Flow', '<start>', '<locationX>0</locationX>', '<triggerTyp>RecordAfterSave</triggerTyp>', '</start>');
    const problems = await problemsOf(test, { 'A_B.flow-meta.xml': flow });
    assert.ok(problems.includes('A_B.flow-meta.xml:5: <triggerTyp> is not an element of FlowStart; <triggerType> is'), problems.join('\n'));
  });

  it('finds a file that is cut off, of another type, of an unknown kind, or named otherwise', async (test) => {
    const [cutOff] = await problemsOf(test, { [FIELD]: field(...NUMBER).slice(0, -20) });
    assert.match(cutOff ?? '', /:9: is not well-formed XML: /u);
    assert.deepEqual(await problemsOf(test, { 'Rating__c.tab-meta.xml': field(...NUMBER) }), [
      'Rating__c.tab-meta.xml:2: holds <CustomField>, but a file of this name holds <CustomTab>',
    ]);
    const [unknown] = await problemsOf(test, { 'Rating__c.thing-meta.xml': field(...NUMBER) });
    assert.match(unknown ?? '', /is of a kind that the check does not know/u);
    assert.deepEqual(await problemsOf(test, { 'Score__c.field-meta.xml': field(...NUMBER) }), [
      'Score__c.field-meta.xml:3: calls itself Rating__c, but its file is named Score__c',
    ]);
  });
});
