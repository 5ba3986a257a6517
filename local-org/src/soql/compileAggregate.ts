import type { FieldType } from '../schema/types.ts';
import type { Condition, FieldPath, FunctionCall, SelectItem, SelectStatement } from './ast.ts';
import { expressionOf, groupingMark, isAggregate, resultExpression } from './calls.ts';
import type { CompileLeft } from './conditions.ts';
import { errorAt } from './errors.ts';
import type { Expression, SelectScope } from './expressions.ts';
import { cannotGroup } from './messages.ts';
import type { OutputBuilder } from './output.ts';
import { isCall } from './parseExpression.ts';

/** Types whose fields describe as not groupable; date functions make date-times groupable. */
const NOT_GROUPABLE: readonly FieldType[] = ['longtextarea', 'multipicklist', 'datetime', 'time', 'double', 'currency', 'percent'];

/** Whether a query answers with aggregates: it groups, or selects an aggregate function. */
export function isAggregateQuery(statement: SelectStatement): boolean {
  return statement.groupBy !== undefined || statement.having !== undefined || statement.select.some(isAggregateItem);
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'call' && isAggregate(item.call);
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
  if (isPlainCount(statement)) return { groups: [], having: '', isCount: true };
  const groups = (statement.groupBy?.items ?? []).map((item) => groupExpression(scope, item));
  let unnamed = 0;
  for (const item of statement.select) {
    if (item.kind === 'subquery') {
      throw errorAt('MALFORMED_QUERY', 'Grouped query cannot use child relationships in the SELECT list', scope.query, item);
    }
    const expression = resultExpression(scope, statement, item.kind === 'field' ? item.path : item.call);
    const grouped = isGroup(groups, statement, expression.sql);
    if (!isAggregateItem(item) && !grouped) {
      throw errorAt('MALFORMED_QUERY', `Field must be grouped or aggregated: ${expression.name}`, scope.query, item);
    }
    const name = item.alias ?? (item.kind === 'field' ? expression.name : `expr${unnamed++}`);
    if (!output.value({ ...expression, chain: [] }, name)) {
      throw errorAt('MALFORMED_QUERY', `duplicate alias: ${name}`, scope.query, item);
    }
  }
  const having = statement.having === undefined ? '' : ` HAVING ${compileHaving(statement.having, havingLeft(scope, statement, groups))}`;
  return { groups, having, isCount: false };
}

/** HAVING compares aggregates and what is grouped by. */
function havingLeft(scope: SelectScope, statement: SelectStatement, groups: readonly Expression[]): CompileLeft {
  return (left) => {
    const expression = resultExpression(scope, statement, left);
    const aggregated = isCall(left) && isAggregate(left);
    if (aggregated || groups.some((group) => group.sql === expression.sql)) return expression;
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
  const counts = select.length === 1 && only?.kind === 'call' && only.call.name === 'COUNT' && only.call.args.length === 0;
  return counts && only.alias === undefined && groupBy === undefined;
}

function groupExpression(scope: SelectScope, item: FieldPath | FunctionCall): Expression {
  const expression = expressionOf(scope, item);
  if (!isCall(item) && NOT_GROUPABLE.includes(expression.type)) {
    throw errorAt('MALFORMED_QUERY', cannotGroup(expression.name), scope.query, item);
  }
  return expression;
}
