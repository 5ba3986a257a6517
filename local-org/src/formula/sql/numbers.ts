import { Decimal, toDecimal, toDouble, type Num } from '../runtime/numbers.ts';
import { asNumber } from '../runtime/values.ts';
import type { ReferenceNode, TypedCallNode, TypedNode } from '../typedTree.ts';
import { datePart, daysBetween } from './dates.ts';
import { matchedBranches } from './branches.ts';
import { argument, LARGEST, NotExact, wholeLiteral, type SqlEmitter, type SqlNumber } from './sqlEmitter.ts';
import { textLength, textPosition } from './texts.ts';

/** Decimals that a number may have on the way. */
const MOST_DECIMALS = 12;

/** A part of a formula that is a number. @throws NotExact */
export function emitNumber(emitter: SqlEmitter, node: TypedNode): SqlNumber {
  return emitter.deeper(() => {
    switch (node.kind) {
      case 'literal':
        return literalNumber(asNumber(node.value));
      case 'reference':
        return referenceNumber(emitter, node);
      case 'call':
        return checked(emitter, callNumber(emitter, node));
    }
  });
}

function checked(emitter: SqlEmitter, number: SqlNumber): SqlNumber {
  if (number.bound > LARGEST) throw new NotExact('a number can become too large');
  if (number.scale > MOST_DECIMALS) throw new NotExact('a number can have too many decimals');
  emitter.made(number.sql);
  return number;
}

/** A constant as a whole number of its smallest decimal. @throws NotExact when that is no whole number of a double */
export function literalNumber(value: Num | null): SqlNumber {
  if (value === null) return { sql: 'NULL', scale: 0, bound: 0 };
  const decimal = toDecimal(value);
  const scale = decimal.decimalPlaces();
  const units = decimal.times(new Decimal(10).pow(scale)).toNumber();
  if (scale > MOST_DECIMALS || !Number.isSafeInteger(units)) throw new NotExact('a constant has too many digits');
  return { sql: units < 0 ? `(${units})` : String(units), scale, bound: Math.abs(units) };
}

function referenceNumber(emitter: SqlEmitter, node: ReferenceNode): SqlNumber {
  const source = emitter.source(node);
  const { blanksAs } = emitter.options;
  if (source.kind === 'formula') {
    const inner = emitter.inside(source, () => emitNumber(emitter, source.tree));
    // What the other formula gives is kept as a double before it is read here.
    if (inner.bound > LARGEST / 10) throw new NotExact('a formula can give too large a number');
    return blanksAs === 'zero' ? { ...inner, sql: `coalesce(${inner.sql}, 0)` } : inner;
  }
  const { sql, scale } = source;
  const units = scale === 0 ? `CAST(${sql} AS INTEGER)` : `CAST(round(${sql} * ${power(scale)}.0) AS INTEGER)`;
  const value = scale === 0 ? units : `${units} / ${power(scale)}.0`;
  const exact = `abs(${sql}) <= ${emitter.leafBound / power(scale)} AND ${value} = ${sql}`;
  emitter.guard(`(${sql} IS NULL OR (${exact}))`);
  const decimals = node.fieldType === 'percent' ? scale + 2 : scale;
  return { sql: blanksAs === 'zero' ? `coalesce(${units}, 0)` : units, scale: decimals, bound: emitter.leafBound };
}

function callNumber(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  const at = (index: number): SqlNumber => emitNumber(emitter, argument(node, index));
  const { name } = node.definition;
  switch (name) {
    case '+':
      return sum('+', at(0), at(1));
    case '-':
      return difference(emitter, node);
    case '*':
      return product(at(0), at(1));
    case 'negate':
      return { ...at(0), sql: `(- ${at(0).sql})` };
    case 'plus':
      return at(0);
    case 'ABS':
      return { ...at(0), sql: sizeSql(at(0).sql) };
    case 'MAX':
    case 'MIN':
      return extreme(
        name,
        node.args.map((_, index) => at(index)),
      );
    case 'MOD':
      return remainder(node, at(0), at(1));
    case 'ROUND':
    case 'TRUNC':
      return rounded(name, at(0), wholeLiteral(node.args[1]));
    case 'FLOOR':
      return rounded('TRUNC', at(0), 0);
    case 'IF':
    case 'CASE':
      return chosen(emitter, node);
    case 'BLANKVALUE':
    case 'NULLVALUE': {
      const [first, second] = aligned([at(0), at(1)]);
      return { ...widest([first, second]), sql: `coalesce(${first?.sql ?? ''}, ${second?.sql ?? ''})` };
    }
    case 'YEAR':
    case 'MONTH':
    case 'DAY':
    case 'WEEKDAY':
      return datePart(emitter, node);
    case 'LEN':
      return textLength(emitter, node);
    case 'FIND':
      return textPosition(emitter, node);
    default:
      throw new NotExact(name);
  }
}

function difference(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  const [left, right] = [argument(node, 0), argument(node, 1)];
  const types = [left.type, right.type];
  // A column of either is milliseconds: a difference of date-times is days, one of times goes round midnight.
  if (types.includes('datetime') || types.includes('time')) throw new NotExact('a difference of date-times or times');
  return types.includes('date') ? daysBetween(emitter, node) : sum('-', emitNumber(emitter, left), emitNumber(emitter, right));
}

function sum(operator: '+' | '-', left: SqlNumber, right: SqlNumber): SqlNumber {
  const [a, b] = aligned([left, right]);
  if (a === undefined || b === undefined) throw new NotExact('operands are missing');
  return { sql: `(${a.sql} ${operator} ${b.sql})`, scale: a.scale, bound: a.bound + b.bound };
}

function product(a: SqlNumber, b: SqlNumber): SqlNumber {
  return { sql: `(${a.sql} * ${b.sql})`, scale: a.scale + b.scale, bound: a.bound * b.bound };
}

function extreme(name: 'MAX' | 'MIN', numbers: readonly SqlNumber[]): SqlNumber {
  const same = aligned(numbers);
  const [only] = same;
  // With one argument SQLite's function is the aggregate.
  if (only !== undefined && same.length === 1) return only;
  return { ...widest(same), sql: `${name.toLowerCase()}(${same.map(({ sql }) => sql).join(', ')})` };
}

/** The divisor must be a constant: division by zero is an error of the whole formula. */
function remainder(node: TypedCallNode, left: SqlNumber, right: SqlNumber): SqlNumber {
  const divisor = argument(node, 1);
  if (divisor.kind !== 'literal' || right.bound === 0) throw new NotExact('MOD');
  const [a, b] = aligned([left, right]);
  if (a === undefined || b === undefined) throw new NotExact('operands are missing');
  return { sql: `(${a.sql} % ${b.sql})`, scale: a.scale, bound: a.bound };
}

/** To decimals that are known: half away from zero, or cut off. */
export function rounded(mode: 'ROUND' | 'TRUNC', number: SqlNumber, decimals: number | undefined): SqlNumber {
  if (decimals === undefined || decimals < 0) throw new NotExact(mode);
  const { sql, scale, bound } = number;
  if (decimals >= scale) return number;
  const unit = power(scale - decimals);
  const half = unit / 2;
  const nudged = mode === 'TRUNC' ? sql : `(${sql} + CASE WHEN ${sql} < 0 THEN -${half} ELSE ${half} END)`;
  return { sql: `(${nudged} / ${unit})`, scale: decimals, bound: bound / unit + 1 };
}

function chosen(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  const branches = matchedBranches(emitter, node);
  const numbers = aligned([...branches.cases.map(({ then }) => emitNumber(emitter, then)), emitNumber(emitter, branches.otherwise)]);
  const whens = branches.cases.map(({ when }, index) => `WHEN ${when} THEN ${numbers[index]?.sql ?? 'NULL'}`);
  return { ...widest(numbers), sql: `CASE ${whens.join(' ')} ELSE ${numbers.at(-1)?.sql ?? 'NULL'} END` };
}

/** The same numbers, all in the smallest of their units. */
export function aligned(numbers: readonly SqlNumber[]): readonly SqlNumber[] {
  const scale = Math.max(...numbers.map((number) => number.scale));
  return numbers.map((number) => {
    if (number.scale === scale) return number;
    const factor = power(scale - number.scale);
    return { sql: `(${number.sql} * ${factor})`, scale, bound: number.bound * factor };
  });
}

function widest(numbers: readonly (SqlNumber | undefined)[]): SqlNumber {
  const known = numbers.flatMap((number) => number ?? []);
  return { sql: '', scale: known[0]?.scale ?? 0, bound: Math.max(0, ...known.map(({ bound }) => bound)) };
}

/** Without its sign. SQLite's abs() fails on the least whole number, which a guard may yet have to refuse. */
export function sizeSql(sql: string): string {
  return `max(${sql}, -(${sql}))`;
}

export function power(exponent: number): number {
  return 10 ** exponent;
}

/**
 * A number that SQL can compare as it is stored, without counting its decimals: a plain column or a constant.
 * Undefined: it must be compared as a whole number of units.
 * @param percent whether the other side holds percents, which a formula reads as hundredths
 */
export function comparableNumber(emitter: SqlEmitter, node: TypedNode, percent: boolean): string | undefined {
  if (node.kind === 'literal') {
    const value = asNumber(node.value);
    if (value === null) return 'NULL';
    const meant = percent ? toDecimal(value).times(100) : toDecimal(value);
    const double = toDouble(meant);
    return Number.isFinite(double) && new Decimal(double).equals(meant) ? (double < 0 ? `(${double})` : String(double)) : undefined;
  }
  if (node.kind !== 'reference' || (node.fieldType === 'percent') !== percent) return undefined;
  const source = emitter.source(node);
  if (source.kind !== 'column') return undefined;
  return emitter.options.blanksAs === 'zero' ? `coalesce(${source.sql}, 0)` : source.sql;
}
