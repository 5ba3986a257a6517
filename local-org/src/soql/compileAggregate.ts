import type { Condition, FieldPath, FunctionCall, SelectItem, SelectStatement } from './ast.ts';
import { expressionOf, groupingMark, isAggregate, onlyArgument, resultExpression } from './calls.ts';
import type { CompileLeft } from './conditions.ts';
import { isDateFunction } from './dateFunctions.ts';
import { errorAt } from './errors.ts';
import type { Expression, SelectScope } from './expressions.ts';
import { isGroupable } from './fieldAbilities.ts';
import { formatValue } from './format.ts';
import { cannotGroup } from './messages.ts';
import type { OutputBuilder } from './output.ts';
import { isCall } from './parseExpression.ts';

/** Fields in one ROLLUP or CUBE. */
const MAX_SUBTOTALS = 3;

/** Whether a query answers with aggregates: it groups, or selects an aggregate function. */
export function isAggregateQuery(statement: SelectStatement): boolean {
  return statement.groupBy !== undefined || statement.having !== undefined || statement.select.some(isAggregateItem);
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'call' && (isAggregate(item.call) || isFormattedAggregate(item.call));
}

function isFormattedAggregate(call: FunctionCall): boolean {
  const [argument] = call.args;
  return call.name === 'FORMAT' && argument !== undefined && isCall(argument) && isAggregate(argument);
}

/** The parts of an aggregate statement. */
export interface AggregateParts {
  /** What is grouped by. */
  readonly groups: readonly Expression[];
  /** HAVING as SQL, with a leading space; empty without one. */
  readonly having: string;
  /** `SELECT COUNT() FROM ...` */
  readonly isCount: boolean;
}

/** The SELECT list, GROUP BY and HAVING of an aggregate query: adds to `output`. */
export function selectAggregates(
  scope: SelectScope,
  statement: SelectStatement,
  output: OutputBuilder,
  compileHaving: (condition: Condition, left: CompileLeft) => string,
): AggregateParts {
  checkShape(scope, statement);
  if (isPlainCount(statement)) return { groups: [], having: '', isCount: true };
  const groups = (statement.groupBy?.items ?? []).map((item) => groupExpression(scope, item));
  let unnamed = 0;
  for (const item of statement.select) {
    if (item.kind === 'subquery' || item.kind === 'typeof') {
      throw errorAt('MALFORMED_QUERY', 'Grouped query cannot use child relationships in the SELECT list', scope.query, item);
    }
    const formatted = item.kind === 'call' && item.call.name === 'FORMAT';
    const source = item.kind === 'field' ? item.path : formatted ? onlyArgument(scope, item.call) : item.call;
    const expression = resultExpression(scope, statement, source);
    const grouped = isGroup(groups, statement, expression.sql);
    if (!isAggregateItem(item) && !grouped) {
      throw errorAt('MALFORMED_QUERY', `Field must be grouped or aggregated: ${expression.name}`, scope.query, item);
    }
    const name = item.alias ?? (item.kind === 'field' ? expression.name : `expr${unnamed++}`);
    if (!output.value({ ...expression, chain: [] }, name, formatted ? formatValue(expression) : undefined)) {
      throw errorAt('MALFORMED_QUERY', `duplicate alias: ${name}`, scope.query, item);
    }
  }
  const having = statement.having === undefined ? '' : ` HAVING ${compileHaving(statement.having, havingLeft(scope, statement, groups))}`;
  return { groups, having, isCount: false };
}

/** Rules for the query as a whole. */
function checkShape(scope: SelectScope, statement: SelectStatement): void {
  const { select, groupBy, orderBy } = statement;
  const refuse = (message: string, part: object): never => {
    throw errorAt('MALFORMED_QUERY', message, scope.query, part);
  };
  const counts = select.find((item) => item.kind === 'call' && isPlainCountCall(item.call) && item.alias === undefined);
  if (counts !== undefined && select.length > 1) refuse('COUNT() must be the only element in the SELECT list', counts);
  if (isPlainCount(statement) && orderBy !== undefined) refuse('COUNT() cannot be used with an ORDER BY clause', statement);
  if (groupBy === undefined && !isPlainCount(statement) && (statement.limit !== undefined || statement.offset !== undefined)) {
    refuse('Non-grouped query that uses overall aggregate functions cannot also use LIMIT', statement);
  }
  const fields = select.find((item) => item.kind === 'call' && item.call.name === 'FIELDS');
  if (fields !== undefined) refuse('The SOQL FIELDS function is not supported in an aggregate query', fields);
  if (groupBy !== undefined && groupBy.kind !== 'plain' && groupBy.items.length > MAX_SUBTOTALS) {
    refuse(`GROUP BY ${groupBy.kind.toUpperCase()} takes at most ${MAX_SUBTOTALS} fields`, groupBy);
  }
}

function isPlainCountCall(call: FunctionCall): boolean {
  return call.name === 'COUNT' && call.args.length === 0;
}

/** HAVING compares aggregates and what is grouped by. */
function havingLeft(scope: SelectScope, statement: SelectStatement, groups: readonly Expression[]): CompileLeft {
  return (left) => {
    const expression = resultExpression(scope, statement, left);
    const aggregated = isCall(left) && isAggregate(left);
    if (aggregated || isGroup(groups, statement, expression.sql)) return expression;
    throw errorAt('MALFORMED_QUERY', `Field must be grouped or aggregated: ${expression.name}`, scope.query, left);
  };
}

/** Whether this is what the statement groups by, or in ROLLUP and CUBE tells whether it is summed up. */
export function isGroup(groups: readonly { readonly sql: string }[], { groupBy }: SelectStatement, sql: string): boolean {
  const marks = groupBy !== undefined && groupBy.kind !== 'plain';
  return groups.some((group) => group.sql === sql || (marks && groupingMark(group.sql) === sql));
}

function isPlainCount({ select, groupBy }: SelectStatement): boolean {
  const [only] = select;
  const counts = select.length === 1 && only?.kind === 'call' && isPlainCountCall(only.call);
  return counts && only.alias === undefined && groupBy === undefined;
}

function groupExpression(scope: SelectScope, item: FieldPath | FunctionCall): Expression {
  const expression = expressionOf(scope, item);
  if (!(isCall(item) && isDateFunction(item.name)) && !isGroupable(expression)) {
    throw errorAt('MALFORMED_QUERY', cannotGroup(expression.name), scope.query, item);
  }
  return expression;
}
