import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { call, callAll, collection, faultOf, input, ofObject, orgWithCalled, output } from '../testing/calledFlow.ts';
import { assign, number, ref, text, variable } from '../testing/flowXml.ts';

const date = (value: string): string => `<value><dateValue>${value}</dateValue></value>`;

type Lines = readonly (readonly [string, string, string])[];

/** What is declared, the lines, and what `x` holds after them. */
const values: readonly (readonly [string, string, Lines, unknown])[] = [
  ['a number and a sum', variable('x', 'Number', output + number(0.1)), [['x', 'Add', number(0.2)]], 0.3],
  ['a number that holds nothing', variable('x', 'Number', output), [['x', 'Add', number(2)]], 2],
  ['a currency and a difference', variable('x', 'Currency', output + number(5)), [['x', 'Subtract', number(7.5)]], -2.5],
  ['a text that grows', variable('x', 'String', output + text('a')), [['x', 'Add', text('b')]], 'ab'],
  ['a text and a number', variable('x', 'String', output + text('a')), [['x', 'Add', number(1)]], 'a1'],
  ['a number in a text', variable('x', 'String', output), [['x', 'Assign', number(12)]], '12'],
  ['a date and days', variable('x', 'Date', output + date('2024-02-28')), [['x', 'Add', number(2)]], '2024-03-01'],
  ['a date and days back', variable('x', 'Date', output + date('2024-03-01')), [['x', 'Subtract', number(1)]], '2024-02-29'],
  ['a date that holds nothing', variable('x', 'Date', output), [['x', 'Add', number(1)]], null],
  ['items of a multi-select picklist', variable('x', 'Multipicklist', output + text('A')), [['x', 'AddItem', text('B')]], 'A;B'],
  ['a blank that empties', variable('x', 'Number', output + number(3)), [['x', 'Assign', ref('$GlobalConstant.Null')]], null],
];

const red = text('red');
const green = text('green');
const blue = text('blue');
const three: Lines = [
  ['list', 'Add', red],
  ['list', 'Add', green],
  ['list', 'Add', blue],
];

/** Lines after three colours were added, and what is left. */
const lists: readonly (readonly [string, Lines, readonly string[]])[] = [
  ['AddAtStart', [['list', 'AddAtStart', text('white')]], ['white', 'red', 'green', 'blue']],
  ['AddAtStart of a collection', [['list', 'AddAtStart', ref('other')]], ['green', 'red', 'green', 'blue']],
  ['Add of a collection', [['list', 'Add', ref('other')]], ['red', 'green', 'blue', 'green']],
  ['RemoveFirst', [['list', 'RemoveFirst', green]], ['red', 'blue']],
  ['RemoveFirst of what is not there', [['list', 'RemoveFirst', text('white')]], ['red', 'green', 'blue']],
  ['RemoveBeforeFirst', [['list', 'RemoveBeforeFirst', green]], ['green', 'blue']],
  ['RemoveAfterFirst', [['list', 'RemoveAfterFirst', green]], ['red', 'green']],
  [
    'RemoveAll',
    [
      ['list', 'Add', green],
      ['list', 'RemoveAll', green],
    ],
    ['red', 'blue'],
  ],
  ['RemoveAll of a collection', [['list', 'RemoveAll', ref('other')]], ['red', 'blue']],
  ['RemoveUncommon', [['list', 'RemoveUncommon', ref('other')]], ['green']],
  ['RemovePosition, counted from one', [['list', 'RemovePosition', number(2)]], ['red', 'blue']],
  ['Assign of a collection', [['list', 'Assign', ref('other')]], ['green']],
];

describe('an assignment', () => {
  const bodies = {
    ...Object.fromEntries(values.map(([, declared, lines], index) => [`Value${index}`, assign('First', lines) + declared])),
    ...Object.fromEntries(
      lists.map(([, lines], index) => [
        `List${index}`,
        assign('First', [...three, ['other', 'Add', green], ...lines]) +
          variable('list', 'String', output + collection) +
          variable('other', 'String', collection),
      ]),
    ),
    Count:
      assign('First', [...three, ['x', 'AssignCount', ref('list')]]) +
      variable('list', 'String', collection) +
      variable('x', 'Number', output),
    OutOfRange:
      assign('First', [...three, ['list', 'RemovePosition', ref('place')]]) +
      variable('list', 'String', output + collection) +
      variable('place', 'Number', input),
    Copies:
      assign('First', [
        ['one.Name', 'Assign', text('first')],
        ['all', 'Add', ref('one')],
        ['one.Name', 'Assign', text('second')],
        ['all', 'Add', ref('one')],
        ['x', 'AssignCount', ref('all')],
      ]) +
      variable('one', 'SObject', ofObject('Account')) +
      variable('all', 'SObject', output + collection + ofObject('Account')) +
      variable('x', 'Number', output),
  };
  const org = orgWithCalled(bodies);
  after(() => org.close());

  values.forEach(([what, , , expected], index) => {
    test(`given ${what}, then it holds ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(call(org, `Value${index}`), { x: expected });
    });
  });

  lists.forEach(([what, , expected], index) => {
    test(`given three colours and ${what}, then ${expected.join(', ')} are left`, () => {
      assert.deepEqual(call(org, `List${index}`), { list: expected });
    });
  });

  test('given a collection, then AssignCount tells how many it holds', () => {
    assert.deepEqual(call(org, 'Count'), { x: 3 });
  });

  test('given a position that is not there, then that interview fails and the others go on', () => {
    const outcomes = callAll(org, 'OutOfRange', [{ place: 1 }, { place: 9 }, { place: 3 }]);
    assert.deepEqual(outcomes[0], { list: ['green', 'blue'] });
    assert.match(faultOf(outcomes[1]), /There is no item at the position 9 of the collection/u);
    assert.deepEqual(outcomes[2], { list: ['red', 'green'] });
  });

  test('given a record variable that is added twice, then the collection holds copies', () => {
    const outputs = call(org, 'Copies');
    const { all } = outputs;
    assert.ok(Array.isArray(all));
    assert.deepEqual(JSON.stringify(all.map((one) => (one as { fields: { Name: string } }).fields.Name)), '["first","second"]');
    assert.equal(outputs['x'], 2);
  });
});
