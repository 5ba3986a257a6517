import type { TypedNode } from '../typedTree.ts';
import type { FormulaOptions, FormulaType } from '../types.ts';
import { matchedBranches } from './branches.ts';
import { certain, emitCondition } from './conditions.ts';
import { emitDate, emitMoment } from './dates.ts';
import { foldConstants } from './foldConstants.ts';
import { emitNumber, power, rounded, sizeSql } from './numbers.ts';
import { emitRatio, type SqlRatio } from './ratios.ts';
import { argument, LARGEST, NotExact, SqlEmitter, type SqlBinding, type SqlNames, type SqlNumber } from './sqlEmitter.ts';
import { emitText } from './texts.ts';

/** How large stored numbers may be, in their smallest unit: the first that leaves room for the arithmetic is taken. */
const LEAF_BOUNDS = [1e15, 1e12, 1e9, 1e7, 1e6];
/** Whole numbers that SQLite counts with. */
const LARGEST_IN_SQLITE = 4e18;

/** A formula as one SQL expression. */
export interface FormulaSql {
  readonly sql: string;
  /** Conditions under which it is exact; where one fails, the formula must be evaluated. Empty: always. */
  readonly guards: readonly string[];
}

/** The formula's type, where it is expected to be another one than its tree's. */
export interface SqlFormula {
  readonly tree: TypedNode;
  readonly type: FormulaType;
}

/**
 * A formula as SQL that gives what its evaluator gives, in the form in which
 * values are stored. Undefined where SQL cannot do so exactly.
 */
export function emitSql(formula: SqlFormula, options: FormulaOptions, names: SqlNames, binding: SqlBinding): FormulaSql | undefined {
  const tree = foldConstants(formula.tree, options);
  for (const leafBound of LEAF_BOUNDS) {
    const emitter = new SqlEmitter(options, names, binding, leafBound);
    try {
      const sql = rootSql(emitter, tree, formula.type);
      return { sql, guards: [...emitter.guards] };
    } catch (error) {
      if (!(error instanceof NotExact)) throw error;
      if (!error.message.includes('too large')) return undefined;
    }
  }
  return undefined;
}

function rootSql(emitter: SqlEmitter, tree: TypedNode, type: FormulaType): string {
  switch (type) {
    case 'number':
      return numberRoot(emitter, tree);
    case 'boolean':
      return certain(emitCondition(emitter, tree));
    case 'date':
      return emitDate(emitter, tree);
    case 'datetime':
    case 'time':
      return emitMoment(emitter, tree);
    case 'text':
    case 'id':
      return emitText(emitter, tree);
    default:
      throw new NotExact(type);
  }
}

/**
 * The number that a formula gives, in the field's decimals. At its end, and in what IF and CASE choose
 * there, a division can be exact, because its result is only rounded; and its error makes the result blank.
 */
function numberRoot(emitter: SqlEmitter, node: TypedNode): string {
  if (node.kind === 'call' && (node.definition.name === 'IF' || node.definition.name === 'CASE')) {
    const { cases, otherwise } = matchedBranches(emitter, node);
    const whens = cases.map(({ when, then }) => `WHEN ${when} THEN ${numberRoot(emitter, then)}`);
    return emitter.made(`CASE ${whens.join(' ')} ELSE ${numberRoot(emitter, otherwise)} END`);
  }
  const { scale, percent } = emitter.options;
  if (node.kind === 'call' && node.definition.name === '/' && scale !== undefined) {
    const ratio = { top: emitNumber(emitter, argument(node, 0)), bottom: emitNumber(emitter, argument(node, 1)) };
    return emitter.made(quotient(emitter, ratio, scale));
  }
  const ratio = scale === undefined ? undefined : emitRatio(emitter, node);
  if (ratio !== undefined && scale !== undefined) return emitter.made(quotient(emitter, ratio, scale));
  const number = emitNumber(emitter, node);
  const scaled: SqlNumber = percent === true ? timesHundred(number) : number;
  return emitter.made(decimalSql(scale === undefined ? scaled : rounded('ROUND', scaled, scale)));
}

function timesHundred({ sql, scale, bound }: SqlNumber): SqlNumber {
  if (scale >= 2) return { sql, scale: scale - 2, bound };
  const factor = power(2 - scale);
  if (bound * factor > LARGEST) throw new NotExact('a number can become too large');
  return { sql: `(${sql} * ${factor})`, scale: 0, bound: bound * factor };
}

/** A whole number of units as the number that it means: the nearest double, as for the decimal's text. */
function decimalSql({ sql, scale }: SqlNumber): string {
  return scale === 0 ? sql : `(${sql} / ${power(scale)}.0)`;
}

/** `a / b` rounded to the field's decimals, half away from zero. */
function quotient(emitter: SqlEmitter, { top: dividend, bottom: divisor }: SqlRatio, decimals: number): string {
  const shift = divisor.scale + decimals + (emitter.options.percent === true ? 2 : 0) - dividend.scale;
  const above = shift > 0 ? power(shift) : 1;
  const below = shift < 0 ? power(-shift) : 1;
  if (dividend.bound * above * 2 + divisor.bound * below > LARGEST_IN_SQLITE || divisor.bound * below * 2 > LARGEST_IN_SQLITE) {
    throw new NotExact('a quotient can become too large');
  }
  const top = sizeSql(`${dividend.sql} * ${above}`);
  const bottom = sizeSql(`${divisor.sql} * ${below}`);
  const size = `((${top} * 2 + ${bottom}) / (${bottom} * 2))`;
  const signed = `(${size} * CASE WHEN (${dividend.sql} < 0) <> (${divisor.sql} < 0) THEN -1 ELSE 1 END)`;
  const bound = (dividend.bound * above) / Math.max(1, below);
  if (bound > LARGEST) throw new NotExact('a quotient can become too large');
  // SQLite gives null for a division by zero.
  return decimalSql({ sql: signed, scale: decimals, bound });
}
