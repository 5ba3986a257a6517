import type { TypedNode } from '../typedTree.ts';
import { matchedBranches } from './branches.ts';
import { aligned, emitNumber, sizeSql } from './numbers.ts';
import { argument, NotExact, type SqlEmitter, type SqlNumber } from './sqlEmitter.ts';

/** A quotient of two whole numbers that is not worked out: null where a part is null or `bottom` is 0. */
export interface SqlRatio {
  readonly top: SqlNumber;
  readonly bottom: SqlNumber;
}

/**
 * What a double tells apart for certain: another formula's quotient is kept as a double before it is
 * compared, and two quotients that differ must then still do so.
 */
const DISTINCT = 4e15;
const ONE: SqlNumber = { sql: '1', scale: 0, bound: 1 };

/**
 * A reference to another formula that divides at its end. Its division by zero is its own error, which
 * makes it blank here. Undefined for anything else.
 */
export function emitRatio(emitter: SqlEmitter, node: TypedNode): SqlRatio | undefined {
  if (node.kind !== 'reference') return undefined;
  const source = emitter.source(node);
  if (source.kind !== 'formula' || !divides(source.tree)) return undefined;
  const ratio = emitter.inside(source, () => ratioOf(emitter, source.tree));
  if (emitter.options.blanksAs === 'blank') return ratio;
  const blank = blankRatio(ratio);
  return {
    top: { ...ratio.top, sql: `CASE WHEN ${blank} THEN 0 ELSE ${ratio.top.sql} END` },
    bottom: { ...ratio.bottom, sql: `CASE WHEN ${blank} THEN 1 ELSE ${ratio.bottom.sql} END` },
  };
}

function divides(node: TypedNode): boolean {
  if (node.kind !== 'call') return false;
  const { name } = node.definition;
  if (name === '/') return true;
  if (name === 'IF') return node.args.slice(1).some(divides);
  return (
    name === 'CASE' && node.args.some((arg, index) => index > 0 && (index % 2 === 0 || index === node.args.length - 1) && divides(arg))
  );
}

function ratioOf(emitter: SqlEmitter, node: TypedNode): SqlRatio {
  if (node.kind === 'call' && node.definition.name === '/') {
    return { top: emitNumber(emitter, argument(node, 0)), bottom: emitNumber(emitter, argument(node, 1)) };
  }
  if (node.kind !== 'call' || !divides(node)) return { top: emitNumber(emitter, node), bottom: ONE };
  const { cases, otherwise } = matchedBranches(emitter, node);
  const ratios = [...cases.map(({ then }) => ratioOf(emitter, then)), ratioOf(emitter, otherwise)];
  const choose = (numbers: readonly SqlNumber[]): SqlNumber => {
    const same = aligned(numbers);
    const whens = cases.map(({ when }, index) => `WHEN ${when} THEN ${same[index]?.sql ?? 'NULL'}`);
    const sql = emitter.made(`CASE ${whens.join(' ')} ELSE ${same.at(-1)?.sql ?? 'NULL'} END`);
    return { sql, scale: same[0]?.scale ?? 0, bound: Math.max(...same.map(({ bound }) => bound)) };
  };
  return { top: choose(ratios.map(({ top }) => top)), bottom: choose(ratios.map(({ bottom }) => bottom)) };
}

/** Whether a quotient is blank. */
export function blankRatio({ top, bottom }: SqlRatio): string {
  return `(${top.sql} IS NULL OR nullif(${bottom.sql}, 0) IS NULL)`;
}

/** Two sides that compare as a quotient and a number do: both multiplied by the size of the divisor. */
export function ratioOperands({ top, bottom }: SqlRatio, other: SqlNumber): readonly [string, string] {
  const divisor = `nullif(${bottom.sql}, 0)`;
  const signed: SqlNumber = { ...top, sql: `(CASE WHEN ${divisor} < 0 THEN -(${top.sql}) WHEN ${divisor} > 0 THEN ${top.sql} END)` };
  const times: SqlNumber = {
    sql: `(${other.sql} * ${sizeSql(divisor)})`,
    scale: other.scale + bottom.scale,
    bound: other.bound * bottom.bound,
  };
  const [one, two] = aligned([signed, times]);
  if (one === undefined || two === undefined) throw new NotExact('operands are missing');
  if (one.bound > DISTINCT || two.bound > DISTINCT) throw new NotExact('a quotient can become too large');
  return [one.sql, two.sql];
}
