import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { call, collection, orgWithCalled, output } from './testing/calledFlow.ts';
import { assign, condition, decide, flag, formula, number, ref, text, to, variable } from './testing/flowXml.ts';

const date = (value: string): string => `<value><dateValue>${value}</dateValue></value>`;
const moment = (value: string): string => `<value><dateTimeValue>${value}</dateTimeValue></value>`;
const nothing = ref('$GlobalConstant.Null');
const blank = ref('$GlobalConstant.EmptyString');

/** What a variable `x` holds, the operator, the right side, whether the condition holds. */
const cases: readonly (readonly [string, string, string, string, boolean])[] = [
  ['String', text('Red'), 'EqualTo', text('Red'), true],
  ['String', text('Red'), 'EqualTo', text('red'), false],
  ['String', text('Red'), 'NotEqualTo', text('Blue'), true],
  ['String', '', 'EqualTo', nothing, true],
  ['String', '', 'EqualTo', '', true],
  ['String', '', 'NotEqualTo', text('Red'), true],
  ['String', text('Redwood'), 'StartsWith', text('Red'), true],
  ['String', text('Redwood'), 'StartsWith', text('wood'), false],
  ['String', text('Redwood'), 'EndsWith', text('wood'), true],
  ['String', text('Redwood'), 'Contains', text('dwo'), true],
  ['String', '', 'Contains', text('x'), false],
  ['String', text('b'), 'GreaterThan', text('a'), true],
  ['String', text('7'), 'EqualTo', number(7), true],
  ['String', text('true'), 'EqualTo', flag(true), true],
  ['String', '', 'IsNull', flag(true), true],
  ['String', text('x'), 'IsNull', flag(true), false],
  ['String', text('x'), 'IsNull', flag(false), true],
  ['String', text('x'), 'IsNull', ref('$GlobalConstant.False'), true],
  ['String', text('  '), 'IsBlank', flag(true), true],
  ['String', blank, 'IsBlank', flag(true), true],
  ['String', text('x'), 'IsBlank', flag(false), true],
  ['String', text('x'), 'WasSet', flag(true), true],
  ['String', '', 'WasSet', flag(true), false],
  ['Number', number(3), 'GreaterThan', number(2), true],
  ['Number', number(3), 'GreaterThanOrEqualTo', number(3), true],
  ['Number', number(3), 'LessThan', number(3), false],
  ['Number', number(3), 'LessThanOrEqualTo', number(3), true],
  ['Number', '', 'LessThan', number(3), false],
  ['Number', '', 'GreaterThan', number(-3), false],
  ['Number', '', 'EqualTo', number(0), false],
  ['Currency', number(2.5), 'EqualTo', number(2.5), true],
  ['Boolean', flag(false), 'EqualTo', flag(false), true],
  ['Boolean', '', 'EqualTo', flag(false), false],
  ['Date', date('2026-02-28'), 'LessThan', date('2026-03-01'), true],
  ['Date', date('2026-02-28'), 'EqualTo', date('2026-02-28'), true],
  ['Date', date('2026-02-28'), 'LessThan', moment('2026-02-28T12:00:00.000Z'), true],
  ['DateTime', moment('2026-02-28T12:00:00.000Z'), 'GreaterThan', date('2026-02-28'), true],
  ['DateTime', moment('2026-02-28T12:00:00.000Z'), 'GreaterThan', moment('2026-02-28T11:59:59.000Z'), true],
  ['Picklist', text('Hot'), 'EqualTo', text('Hot'), true],
  ['Multipicklist', text('A;B'), 'Contains', text('B'), true],
];

describe('the operators of a condition', () => {
  const flows = cases.map(([type, value, operator, right]) =>
    [
      decide('First', condition('x', operator, right), 'Yes'),
      assign('Yes', [['holds', 'Assign', flag(true)]]),
      variable('x', type, value),
      variable('holds', 'Boolean', `${output}${flag(false)}`),
    ].join(''),
  );
  const org = orgWithCalled(Object.fromEntries(flows.map((body, index) => [`Case${index}`, body])));
  after(() => org.close());
  cases.forEach(([type, value, operator, right, expected], index) => {
    const words = (xml: string): string => xml.replaceAll(/<[^>]*>/gu, '') || 'nothing';
    test(`given ${type} ${words(value)}, then ${operator} ${words(right)} is ${String(expected)}`, () => {
      assert.deepEqual(call(org, `Case${index}`), { holds: expected });
    });
  });
});

describe('conditions of a flow', () => {
  const decideOn = (conditions: string): string => decide('First', conditions, 'Yes') + assign('Yes', [['holds', 'Assign', flag(true)]]);
  const result = variable('holds', 'Boolean', `${output}${flag(false)}`);
  const colours = variable('colours', 'String', collection);

  const fill = (next: string): string =>
    assign(
      'First',
      [
        ['colours', 'Add', text('red')],
        ['colours', 'Add', text('green')],
      ],
      to(next),
    );

  function holds(body: string): unknown {
    const org = orgWithCalled({ Called: body });
    try {
      return call(org, 'Called')['holds'];
    } finally {
      org.close();
    }
  }

  test('given a collection, then Contains, In, NotIn, IsEmpty and IsNull look at its items', () => {
    const on = (one: string): unknown => {
      const assignments = fill('Check') + assign('Yes', [['holds', 'Assign', flag(true)]]);
      return holds(assignments + decide('Check', one, 'Yes') + colours + variable('one', 'String', text('green')) + result);
    };
    assert.equal(on(condition('colours', 'Contains', text('green'))), true);
    assert.equal(on(condition('colours', 'Contains', text('blue'))), false);
    assert.equal(on(condition('one', 'In', ref('colours'))), true);
    assert.equal(on(condition('one', 'NotIn', ref('colours'))), false);
    assert.equal(on(condition('colours', 'IsEmpty', flag(true))), false);
    assert.equal(on(condition('colours', 'IsEmpty', flag(false))), true);
    assert.equal(on(condition('colours', 'IsNull', flag(false))), true);
  });

  test('given custom logic, then it is followed, AND before OR', () => {
    const three = (logic: string): unknown =>
      holds(
        decideOn(
          `<conditionLogic>${logic}</conditionLogic>${condition('a', 'EqualTo', flag(true))}${condition('b', 'EqualTo', flag(true))}${condition('c', 'EqualTo', flag(true))}`,
        ) +
          variable('a', 'Boolean', flag(true)) +
          variable('b', 'Boolean', flag(false)) +
          variable('c', 'Boolean', flag(false)) +
          result,
      );
    assert.equal(three('1 AND (2 OR 3)'), false);
    assert.equal(three('1 AND NOT(2 OR 3)'), true);
    assert.equal(three('1 OR 2 AND 3'), true);
    assert.equal(three('(1 OR 2) AND 3'), false);
    assert.equal(three('or'), true);
    assert.equal(three('and'), false);
  });

  test('given a formula resource and an outcome as operands, then both are asked', () => {
    const body =
      decide('First', condition('Big', 'EqualTo', flag(true)), 'Second') +
      decide('Second', condition('First_Yes', 'EqualTo', flag(true)), 'Yes') +
      assign('Yes', [['holds', 'Assign', flag(true)]]) +
      formula('Big', 'Boolean', '{!size} > 3') +
      variable('size', 'Number', number(4)) +
      result;
    assert.equal(holds(body), true);
  });

  test('given an element that was not visited, then WasVisited tells', () => {
    const body =
      decide('First', condition('Yes', 'WasVisited', flag(false)), 'Yes') + assign('Yes', [['holds', 'Assign', flag(true)]]) + result;
    assert.equal(holds(body), true);
  });
});
