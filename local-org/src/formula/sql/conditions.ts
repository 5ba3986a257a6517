import type { ReferenceNode, TypedCallNode, TypedNode } from '../typedTree.ts';
import { matchedBranches } from './branches.ts';
import { emitDate, emitMoment } from './dates.ts';
import { aligned, comparableNumber, emitNumber } from './numbers.ts';
import { blankRatio, emitRatio, ratioOperands } from './ratios.ts';
import { argument, NotExact, type SqlEmitter } from './sqlEmitter.ts';
import { beginsWith, contains, emitText, includesValue } from './texts.ts';

/** A condition in SQL: 1, 0, or null where the evaluator has a blank. */
export interface SqlCondition {
  readonly sql: string;
  readonly nullable: boolean;
}

const TEXTUAL = new Set(['text', 'id', 'picklist', 'multipicklist']);
const COMPARISONS: Readonly<Record<string, string>> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

/** A part of a formula that is true, false or blank. @throws NotExact */
export function emitCondition(emitter: SqlEmitter, node: TypedNode): SqlCondition {
  return emitter.deeper(() => {
    switch (node.kind) {
      case 'literal':
        return { sql: node.value === null ? 'NULL' : node.value === true ? '1' : '0', nullable: node.value === null };
      case 'reference':
        return referenceCondition(emitter, node);
      case 'call': {
        const condition = callCondition(emitter, node);
        emitter.made(condition.sql);
        return condition;
      }
    }
  });
}

/** As AND, OR and the root of a formula take it: a blank counts as false. */
export function certain({ sql, nullable }: SqlCondition): string {
  return nullable ? `coalesce(${sql}, 0)` : sql;
}

function referenceCondition(emitter: SqlEmitter, node: ReferenceNode): SqlCondition {
  const source = emitter.source(node);
  if (source.kind === 'column') return { sql: `(${source.sql} <> 0)`, nullable: true };
  const inner = emitter.inside(source, () => emitCondition(emitter, source.tree));
  return { sql: certain(inner), nullable: false };
}

function callCondition(emitter: SqlEmitter, node: TypedCallNode): SqlCondition {
  const { name } = node.definition;
  switch (name) {
    case 'AND':
    case '&&':
      return junction(emitter, node, 'AND');
    case 'OR':
    case '||':
      return junction(emitter, node, 'OR');
    case 'NOT': {
      const { sql, nullable } = emitCondition(emitter, argument(node, 0));
      return { sql: `(NOT ${sql})`, nullable };
    }
    case '=':
      return equalitySql(emitter, argument(node, 0), argument(node, 1), isTextual(node));
    case '!=': {
      const { sql, nullable } = equalitySql(emitter, argument(node, 0), argument(node, 1), isTextual(node));
      return { sql: `(NOT ${sql})`, nullable };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return orderSql(emitter, node, COMPARISONS[name] ?? name);
    case 'ISBLANK':
    case 'ISNULL':
      return blankSql(emitter, node);
    case 'ISPICKVAL':
      return { sql: `(${emitText(emitter, argument(node, 0))} IS ${emitText(emitter, argument(node, 1))})`, nullable: false };
    case 'INCLUDES':
      return { sql: includesValue(emitter, node), nullable: false };
    case 'CONTAINS':
      return { sql: contains(emitter, node), nullable: false };
    case 'BEGINS':
      return { sql: beginsWith(emitter, node), nullable: false };
    case 'IF': {
      const { cases, otherwise } = matchedBranches(emitter, node);
      const whens = cases.map(({ when, then }) => `WHEN ${when} THEN ${emitCondition(emitter, then).sql}`);
      return { sql: `CASE ${whens.join(' ')} ELSE ${emitCondition(emitter, otherwise).sql} END`, nullable: true };
    }
    default:
      throw new NotExact(name);
  }
}

function junction(emitter: SqlEmitter, node: TypedCallNode, operator: 'AND' | 'OR'): SqlCondition {
  const parts = node.args.map((arg) => certain(emitCondition(emitter, arg)));
  return { sql: `(${parts.join(` ${operator} `)})`, nullable: false };
}

/** `a = b`: texts know two answers, all else is blank when a side is. @param textual whether it is compared as text */
export function equalitySql(emitter: SqlEmitter, left: TypedNode, right: TypedNode, textual: boolean): SqlCondition {
  if (textual) return { sql: `(${emitText(emitter, left)} IS ${emitText(emitter, right)})`, nullable: false };
  const [a, b] = operands(emitter, left, right);
  return { sql: `(${a} = ${b})`, nullable: true };
}

function orderSql(emitter: SqlEmitter, node: TypedCallNode, operator: string): SqlCondition {
  // Texts are ordered by UTF-16 in formulas and by UTF-8 in SQLite.
  if (isTextual(node)) throw new NotExact('the order of texts');
  const [a, b] = operands(emitter, argument(node, 0), argument(node, 1));
  return { sql: `(${a} ${operator} ${b})`, nullable: true };
}

/** Two sides that SQL compares as the evaluator does. */
function operands(emitter: SqlEmitter, left: TypedNode, right: TypedNode): readonly [string, string] {
  const type = left.type === 'null' ? right.type : left.type;
  switch (type) {
    case 'number':
      return numbers(emitter, left, right);
    case 'date':
      return [emitDate(emitter, left), emitDate(emitter, right)];
    case 'datetime':
    case 'time':
      return [emitMoment(emitter, left), emitMoment(emitter, right)];
    case 'boolean':
      return [emitCondition(emitter, left).sql, emitCondition(emitter, right).sql];
    case 'null':
      return ['NULL', 'NULL'];
    default:
      throw new NotExact(type);
  }
}

function numbers(emitter: SqlEmitter, left: TypedNode, right: TypedNode): readonly [string, string] {
  const percent = [left, right].some((node) => node.kind === 'reference' && node.fieldType === 'percent');
  const a = comparableNumber(emitter, left, percent);
  const b = comparableNumber(emitter, right, percent);
  if (a !== undefined && b !== undefined) return [a, b];
  const ratio = emitRatio(emitter, left);
  if (ratio !== undefined) return ratioOperands(ratio, emitNumber(emitter, right));
  const divided = emitRatio(emitter, right);
  if (divided !== undefined) {
    const [second, first] = ratioOperands(divided, emitNumber(emitter, left));
    return [first, second];
  }
  const [one, other] = aligned([emitNumber(emitter, left), emitNumber(emitter, right)]);
  return [one?.sql ?? 'NULL', other?.sql ?? 'NULL'];
}

/** ISBLANK, and ISNULL, for which a text is never null. */
function blankSql(emitter: SqlEmitter, node: TypedCallNode): SqlCondition {
  const value = argument(node, 0);
  const ratio = value.type === 'number' ? emitRatio(emitter, value) : undefined;
  if (ratio !== undefined) return { sql: blankRatio(ratio), nullable: false };
  // Also where the answer is known, the value must be one that cannot fail.
  const sql = valueSql(emitter, value);
  const neverNull = node.definition.name === 'ISNULL' && TEXTUAL.has(value.type);
  return { sql: neverNull ? `(0 AND ${sql} IS NULL)` : `(${sql} IS NULL)`, nullable: false };
}

function valueSql(emitter: SqlEmitter, node: TypedNode): string {
  switch (node.type) {
    case 'number':
      return comparableNumber(emitter, node, node.kind === 'reference' && node.fieldType === 'percent') ?? emitNumber(emitter, node).sql;
    case 'date':
      return emitDate(emitter, node);
    case 'datetime':
    case 'time':
      return emitMoment(emitter, node);
    case 'boolean':
      return emitCondition(emitter, node).sql;
    case 'null':
      return 'NULL';
    case 'location':
      throw new NotExact('location');
    default:
      return emitText(emitter, node);
  }
}

function isTextual(node: TypedCallNode): boolean {
  return node.args.some(({ type }) => type === 'text' || type === 'id' || type === 'picklist');
}
