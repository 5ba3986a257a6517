import { checkedMoment, MS_PER_DAY, modulo } from '../runtime/calendar.ts';
import { add, compare, divide, multiply, negate, power, roundTo, subtract, toCount, toDouble, type Num } from '../runtime/numbers.ts';
import { asMoment, asNumber, asText, type Evaluator, type Value } from '../runtime/values.ts';
import type { TypedNode } from '../typedTree.ts';
import type { FormulaType } from '../types.ts';
import { mathBinary, mathUnary, read } from './build.ts';
import { checkCount, checkType, commonType, wrongType, type CallSite, type FunctionDefinition } from './definition.ts';
import { FormulaRunError } from '../errors.ts';

const SECONDS_PER_DAY = 86_400;
const MOMENTS: ReadonlySet<FormulaType> = new Set(['date', 'datetime', 'time']);
const ORDERED = ['number', 'text', 'date', 'datetime', 'time'] as const;

const plus: FunctionDefinition = {
  name: '+',
  check(site) {
    const [left, right] = operands(site, 'number', 'date', 'datetime', 'time', 'text');
    if (isText(left) && isText(right)) return 'text';
    if (MOMENTS.has(left)) {
      checkType(site, 1, 'number');
      return left;
    }
    if (MOMENTS.has(right)) {
      checkType(site, 0, 'number');
      return right;
    }
    checkType(site, 0, isText(right) ? 'text' : 'number');
    checkType(site, 1, isText(left) ? 'text' : 'number');
    return left === 'null' && right !== 'null' ? right : 'number';
  },
  emit(args, nodes) {
    const [left, right] = types(nodes);
    if (isText(left) || isText(right)) return concatenation(args);
    if (MOMENTS.has(left)) return shift(left, args[0], args[1], 1);
    if (MOMENTS.has(right)) return shift(right, args[1], args[0], 1);
    return arithmetic(args, add);
  },
};

const minus: FunctionDefinition = {
  name: '-',
  check(site) {
    const [left, right] = operands(site, 'number', 'date', 'datetime', 'time');
    if (MOMENTS.has(right)) {
      checkType(site, 0, right);
      return 'number';
    }
    checkType(site, 1, 'number');
    return MOMENTS.has(left) ? left : 'number';
  },
  emit(args, nodes) {
    const [left, right] = types(nodes);
    if (MOMENTS.has(right)) return distance(right, args);
    if (MOMENTS.has(left)) return shift(left, args[0], args[1], -1);
    return arithmetic(args, subtract);
  },
};

const concatenate: FunctionDefinition = {
  name: '&',
  check(site) {
    checkCount(site, 2);
    checkType(site, 0, 'text');
    checkType(site, 1, 'text');
    return 'text';
  },
  emit: (args) => concatenation(args),
};

/** Blank texts are equal to each other and to `""`; another blank makes the answer blank, which counts as false. */
function equality(name: string, negated: boolean): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 2);
      commonType(site, site.args);
      return 'boolean';
    },
    emit(args, nodes) {
      const left = read('any', args[0]);
      const right = read('any', args[1]);
      const textual = nodes.some((node) => isText(node.type));
      return (values, context) => {
        const equal = areEqual(left(values, context), right(values, context), textual);
        return equal === null ? null : equal !== negated;
      };
    },
  };
}

/** @returns null when a side that is no text is blank: neither equal nor different */
export function areEqual(left: Value, right: Value, textual: boolean): boolean | null {
  if (textual) return asText(left) === asText(right);
  if (left === null || right === null) return null;
  const a = asNumber(left);
  const b = asNumber(right);
  return a !== null && b !== null ? compare(a, b) === 0 : left === right;
}

function comparison(name: string, holds: (order: number) => boolean): FunctionDefinition {
  return {
    name,
    check(site) {
      operands(site, ...ORDERED);
      commonType(site, site.args);
      return 'boolean';
    },
    emit(args) {
      const left = read('any', args[0]);
      const right = read('any', args[1]);
      return (values, context) => {
        const order = orderOf(left(values, context), right(values, context));
        return order === null ? null : holds(order);
      };
    },
  };
}

function orderOf(left: Value, right: Value): number | null {
  if (typeof left === 'string' || typeof right === 'string') {
    const a = asText(left);
    const b = asText(right);
    if (a === null || b === null) return null;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const a = asNumber(left);
  const b = asNumber(right);
  return a === null || b === null ? null : compare(a, b);
}

/** All operators by symbol; `NOT` stands with the functions. */
export const operators: readonly FunctionDefinition[] = [
  plus,
  minus,
  concatenate,
  mathBinary('*', multiply),
  mathBinary('/', divide),
  mathBinary('^', power),
  mathUnary('negate', negate),
  mathUnary('plus', (a) => a),
  equality('=', false),
  equality('!=', true),
  comparison('<', (order) => order < 0),
  comparison('<=', (order) => order <= 0),
  comparison('>', (order) => order > 0),
  comparison('>=', (order) => order >= 0),
];

function operands(site: CallSite, ...allowed: readonly FormulaType[]): readonly [FormulaType, FormulaType] {
  checkCount(site, 2);
  const [left, right] = site.args;
  if (left === undefined || right === undefined) throw new Error('An operator has two operands');
  for (const arg of [left, right]) {
    if (!allowed.some((type) => type === arg.type) && arg.type !== 'null' && !(arg.type === 'id' && allowed.includes('text'))) {
      throw wrongType(site, arg, allowed);
    }
  }
  return [left.type, right.type];
}

function types(nodes: readonly TypedNode[]): readonly [FormulaType, FormulaType] {
  return [nodes[0]?.type ?? 'null', nodes[1]?.type ?? 'null'];
}

function isText(type: FormulaType): boolean {
  return type === 'text' || type === 'id' || type === 'picklist';
}

function arithmetic(args: readonly Evaluator[], run: (a: Num, b: Num) => Num): Evaluator {
  const left = read('number', args[0]);
  const right = read('number', args[1]);
  return (values, context) => {
    const a = left(values, context);
    const b = right(values, context);
    return a === null || b === null ? null : run(a, b);
  };
}

function concatenation(args: readonly Evaluator[]): Evaluator {
  const left = read('text', args[0]);
  const right = read('text', args[1]);
  return (values, context) => {
    const a = left(values, context);
    const b = right(values, context);
    if (a === null) return b;
    return b === null ? a : a + b;
  };
}

/** A date or date-time plus days (a date drops their fraction, a date-time rounds to seconds), or a time plus milliseconds. */
function shift(type: FormulaType, moment: Evaluator | undefined, by: Evaluator | undefined, sign: 1 | -1): Evaluator {
  const at = read('any', moment);
  const amount = read('number', by);
  return (values, context) => {
    const from = asMoment(at(values, context));
    const distance = amount(values, context);
    if (from === null || distance === null) return null;
    if (type === 'date') return checkedMoment((from + sign * toCount(distance)) * MS_PER_DAY) / MS_PER_DAY;
    if (type === 'time') return timeOfDay(from + sign * toCount(distance));
    return checkedMoment(from + sign * toDouble(roundTo(multiply(distance, SECONDS_PER_DAY), 0, 'halfUp')) * 1000);
  };
}

/** Going on, the clock wraps around midnight; going back beyond it is an error, says the platform's own engine. */
function timeOfDay(millisecond: number): number {
  if (millisecond < 0) throw new FormulaRunError('Invalid time');
  return modulo(millisecond, MS_PER_DAY);
}

/** Days between dates or date-times; milliseconds from one time on to the other, across midnight when need be. */
function distance(type: FormulaType, args: readonly Evaluator[]): Evaluator {
  const left = read('any', args[0]);
  const right = read('any', args[1]);
  return (values, context) => {
    const a = asMoment(left(values, context));
    const b = asMoment(right(values, context));
    if (a === null || b === null) return null;
    if (type === 'date') return a - b;
    return type === 'time' ? modulo(a - b, MS_PER_DAY) : divide(a - b, MS_PER_DAY);
  };
}
