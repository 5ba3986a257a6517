import type { DateTime } from 'luxon';
import type { SqlValue } from '../storage/columns.ts';
import { fold, foldSql } from '../storage/fold.ts';
import type { ComparisonOperator, Condition, FieldPath, FunctionCall, Literal, SelectStatement } from './ast.ts';
import { dateLiteralRange } from './dateLiterals.ts';
import { checkDisjunction } from './disjunctions.ts';
import { errorAt } from './errors.ts';
import { comparable, isFoldedText, kindOf, type Expression, type SelectScope } from './expressions.ts';
import { filterValue, mismatch, type FilterTarget } from './filterValues.ts';
import { isFilterable } from './fieldAbilities.ts';
import { cannotFilter } from './messages.ts';
import { isCall } from './parseExpression.ts';
import type { Parameter } from './sqlBuilder.ts';

/** Compiles the select of a semi-join to SQL; given by the statement compiler. */
export type CompileSemiJoin = (scope: SelectScope, target: Expression, inner: SelectStatement, condition: object) => string;

/** Compiles the left side of a comparison: in WHERE a record's value, in HAVING also an aggregate. */
export type CompileLeft = (left: FieldPath | FunctionCall) => Expression;

/** Where a condition stands: joined to the whole by AND only, below an OR, deeper, or in a sub-select. */
type Place = 'top' | 'or' | 'deep' | 'nested';

const NOT_THERE: Readonly<Record<Exclude<Place, 'top'>, string>> = {
  or: "Semi join sub-selects are not allowed with the 'OR' operator",
  deep: 'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
  nested: 'Nesting of semi join sub-selects is not supported',
};

/** How a call of the folding function begins. */
const FOLDED = foldSql('').slice(0, -1);

/** More values than this are bound as one JSON list: fewer placeholders, one statement for any number. */
const LIST_AS_JSON = 20;
/** Semi-joins and anti-joins that the platform takes in one WHERE clause. */
const MAX_SEMI_JOINS = 2;

/** A WHERE or HAVING condition as SQL that is 0 or 1, or null for "not true". */
export class ConditionCompiler {
  readonly #scope: SelectScope;
  readonly #semiJoin: CompileSemiJoin;
  readonly #left: CompileLeft;
  readonly #allowed: boolean;
  #semiJoins = 0;

  /** @param semiJoins whether `IN (SELECT ...)` may stand in the clause at all */
  constructor(scope: SelectScope, semiJoin: CompileSemiJoin, left: CompileLeft, semiJoins: boolean) {
    this.#scope = scope;
    this.#left = left;
    this.#semiJoin = semiJoin;
    this.#allowed = semiJoins;
  }

  compile(condition: Condition, where: Place = 'top'): string {
    return this.#compile(condition, where);
  }

  #compile(condition: Condition, place: Place): string {
    switch (condition.kind) {
      case 'and':
        return joined(cheapFirst(condition.conditions.map((part) => this.#compile(part, place))), 'AND');
      case 'or': {
        checkDisjunction(this.#scope.tables.root.object, condition, this.#scope.query);
        const inside = place === 'top' ? 'or' : place;
        return joined(
          condition.conditions.map((part) => this.#compile(part, inside)),
          'OR',
        );
      }
      case 'not':
        // SOQL knows two answers: what is not true is false, also when a value is missing.
        return `NOT coalesce(${this.#compile(condition.condition, place === 'nested' ? place : 'deep')}, 0)`;
      case 'compare':
        return this.#compare(condition, place);
      case 'in':
        return this.#in(condition, place);
      case 'includes':
        return this.#includes(condition, place);
    }
  }

  #compare(condition: Extract<Condition, { kind: 'compare' }>, place: Place): string {
    const target = this.#target(condition);
    const { left: source, operator, right } = condition;
    if (place === 'top' && operator !== '!=' && right.kind !== 'null' && !isEmpty(right)) requireParent(target);
    if (isCall(source) && source.name === 'DISTANCE' && operator !== '<' && operator !== '>') throw invalidOperator(target);
    if (operator === 'LIKE') return this.#like(target, right);
    if (right.kind === 'dateLiteral') return this.#compareRange(target, operator, right);
    const value = filterValue(target, right);
    const { sql } = target.expression;
    if (value === null) return nullComparison(sql, operator);
    if (kindOf(target.expression.type) === 'boolean') return this.#boolean(target, operator, value);
    const left = comparable(target.expression);
    const bound = this.#scope.tables.builder.bind(value);
    return operator === '!=' ? `${left} IS NOT ${bound}` : `${left} ${operator} ${bound}`;
  }

  /** A checkbox of a parent that is not there counts as unchecked. */
  #boolean(target: FilterTarget, operator: ComparisonOperator, value: SqlValue): string {
    if (operator !== '=' && operator !== '!=') throw invalidOperator(target);
    const { sql, chain } = target.expression;
    const left = chain.length === 0 ? sql : `coalesce(${sql}, 0)`;
    return `${left} ${operator === '=' ? '=' : '<>'} ${value === 1 ? '1' : '0'}`;
  }

  #like(target: FilterTarget, right: Literal): string {
    const { expression } = target;
    if (kindOf(expression.type) !== 'text' || expression.type === 'multipicklist') throw invalidOperator(target);
    if (right.kind !== 'string') throw mismatch(target, 'string');
    const pattern = right.pattern ?? right.value.replaceAll('\\', '\\\\');
    const bound = this.#scope.tables.builder.bind(isFoldedText(expression) ? fold(pattern) : pattern);
    return `${comparable(expression)} LIKE ${bound} ESCAPE '\\'`;
  }

  /** `= THIS_WEEK` is a range; `<` is before its start, `>` after its end. */
  #compareRange(target: FilterTarget, operator: ComparisonOperator, literal: Extract<Literal, { kind: 'dateLiteral' }>): string {
    const { sql, type } = target.expression;
    const kind = kindOf(type);
    if (kind !== 'date' && kind !== 'datetime') throw mismatch(target, type);
    const { builder } = this.#scope.tables;
    const edge = (side: 'start' | 'end'): string => {
      const parameter: Parameter = (context) => moment(dateLiteralRange(literal.name, literal.n, context)[side], kind);
      return builder.bind(parameter);
    };
    switch (operator) {
      case '=':
        return `(${sql} >= ${edge('start')} AND ${sql} < ${edge('end')})`;
      case '!=':
        return `(${sql} IS NULL OR ${sql} < ${edge('start')} OR ${sql} >= ${edge('end')})`;
      case '<':
        return `${sql} < ${edge('start')}`;
      case '<=':
        return `${sql} < ${edge('end')}`;
      case '>':
        return `${sql} >= ${edge('end')}`;
      default:
        return `${sql} >= ${edge('start')}`;
    }
  }

  #in(condition: Extract<Condition, { kind: 'in' }>, place: Place): string {
    const target = this.#target(condition);
    const { values, negated } = condition;
    const left = comparable(target.expression);
    const nulls = isLiterals(values) && values.some((value) => value.kind === 'null' || isEmpty(value));
    if (place === 'top' && !negated && !nulls) requireParent(target);
    if (!isLiterals(values)) {
      this.#checkSemiJoin(condition, place);
      const inner = this.#semiJoin(this.#scope, target.expression, values, condition);
      return negated ? `(${left} IS NULL OR ${left} NOT IN (${inner}))` : `${left} IN (${inner})`;
    }
    const { builder } = this.#scope.tables;
    const plain = values.map((literal) => (literal.kind === 'dateLiteral' ? undefined : filterValue(target, literal)));
    if (plain.includes(undefined)) return this.#inRanges(target, values, negated);
    const present = plain.filter((value): value is string | number => value !== null && value !== undefined);
    const hasNull = present.length < plain.length;
    const list =
      present.length > LIST_AS_JSON
        ? `SELECT value FROM json_each(${builder.bind(JSON.stringify(present))})`
        : present.map((value) => builder.bind(value)).join(', ');
    if (negated) return hasNull ? `(${left} IS NOT NULL AND ${left} NOT IN (${list}))` : `(${left} IS NULL OR ${left} NOT IN (${list}))`;
    return hasNull ? `(${left} IS NULL OR ${left} IN (${list}))` : `${left} IN (${list})`;
  }

  #checkSemiJoin(condition: object, place: Place): void {
    const { query } = this.#scope;
    const reason = place === 'top' ? (this.#allowed ? undefined : NOT_THERE.deep) : NOT_THERE[place];
    if (reason !== undefined) throw errorAt('MALFORMED_QUERY', reason, query, condition);
    this.#semiJoins += 1;
    if (this.#semiJoins > MAX_SEMI_JOINS) {
      throw errorAt('MALFORMED_QUERY', `maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`, query, condition);
    }
  }

  /** `IN (TODAY, LAST_WEEK)`: any of the ranges. */
  #inRanges(target: FilterTarget, values: readonly Literal[], negated: boolean): string {
    const parts = values.map((literal) =>
      literal.kind === 'dateLiteral' ? this.#compareRange(target, '=', literal) : this.#equals(target, literal),
    );
    const any = `(${parts.join(' OR ')})`;
    return negated ? `NOT coalesce(${any}, 0)` : any;
  }

  #equals(target: FilterTarget, literal: Literal): string {
    const value = filterValue(target, literal);
    return value === null
      ? `${target.expression.sql} IS NULL`
      : `${comparable(target.expression)} = ${this.#scope.tables.builder.bind(value)}`;
  }

  /** `INCLUDES ('a;b', 'c')`: all of a and b, or c. Values lie joined by semicolons. */
  #includes(condition: Extract<Condition, { kind: 'includes' }>, place: Place): string {
    const target = this.#target(condition);
    if (place === 'top' && !condition.negated) requireParent(target);
    if (target.expression.type !== 'multipicklist') throw invalidOperator(target);
    const { builder } = this.#scope.tables;
    const list = `(';' || ${comparable(target.expression)} || ';')`;
    const has = (value: string): string => `instr(${list}, ${builder.bind(`;${fold(value)};`)}) > 0`;
    const alternatives = condition.values.map((value) => `(${value.split(';').map(has).join(' AND ')})`);
    const any = `(${alternatives.join(' OR ')})`;
    return condition.negated ? `NOT coalesce(${any}, 0)` : any;
  }

  #target(condition: Extract<Condition, { kind: 'compare' | 'in' | 'includes' }>): FilterTarget {
    const expression = this.#left(condition.left);
    const { query } = this.#scope;
    if (!isFilterable(expression)) throw errorAt('INVALID_FIELD', cannotFilter(expression.name), query, condition);
    return { expression, query, condition };
  }
}

/** A condition that no null meets: rows without the parent that it asks of are none of the result. */
function requireParent({ expression }: FilterTarget): void {
  if (kindOf(expression.type) !== 'boolean') expression.table?.require();
}

/** An empty text is null. */
function isEmpty(literal: Literal): boolean {
  return literal.kind === 'string' && literal.value === '';
}

/**
 * Conditions that fold text come last: SQLite looks at them in this order where no index answers them, and folding calls out of
 * SQLite for every row, ten times as long as comparing a number or a moment.
 */
function cheapFirst(parts: readonly string[]): string[] {
  const folds = (part: string): boolean => part.includes(FOLDED);
  return [...parts.filter((part) => !folds(part)), ...parts.filter(folds)];
}

/** Joins in halves: SQLite refuses expressions nested deeper than 1,000, and a chain is a nest. */
function joined(parts: readonly string[], operator: 'AND' | 'OR'): string {
  const [first = '1'] = parts;
  if (parts.length < 2) return first;
  const middle = Math.ceil(parts.length / 2);
  return `(${joined(parts.slice(0, middle), operator)} ${operator} ${joined(parts.slice(middle), operator)})`;
}

function isLiterals(values: readonly Literal[] | SelectStatement): values is readonly Literal[] {
  return Array.isArray(values);
}

function nullComparison(sql: string, operator: ComparisonOperator): string {
  if (operator === '=') return `${sql} IS NULL`;
  return operator === '!=' ? `${sql} IS NOT NULL` : '0';
}

function moment(value: DateTime, kind: 'date' | 'datetime'): SqlValue {
  return kind === 'date' ? value.toISODate() : value.toMillis();
}

function invalidOperator({ expression, query, condition }: FilterTarget): Error {
  const kind = expression.type === 'reference' ? 'id' : expression.type;
  return errorAt('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${kind} field`, query, condition);
}
