import type { Condition, FieldPath, FunctionCall, SelectItem, SelectStatement } from './ast.ts';
import { expressionOf, isAggregate } from './calls.ts';
import { errorAt, notRun } from './errors.ts';
import { comparable, type Expression, type SelectScope } from './expressions.ts';
import { cannotGroup } from './messages.ts';
import type { OutputBuilder } from './output.ts';
import { isCall } from './parseExpression.ts';

/** Whether a query answers with aggregates: it groups, or selects an aggregate function. */
export function isAggregateQuery(statement: SelectStatement): boolean {
  return statement.groupBy !== undefined || statement.having !== undefined || statement.select.some(isAggregateItem);
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'call' && isAggregate(item.call);
}

/** The parts of an aggregate statement. */
export interface AggregateParts {
  readonly groupBy: string;
  readonly having: string;
  /** `SELECT COUNT() FROM ...` */
  readonly isCount: boolean;
}

/** The SELECT list, GROUP BY and HAVING of an aggregate query: adds to `output`. */
export function selectAggregates(
  scope: SelectScope,
  statement: SelectStatement,
  output: OutputBuilder,
  compileHaving: (condition: Condition) => string,
): AggregateParts {
  if (isPlainCount(statement)) return { groupBy: '', having: '', isCount: true };
  if (statement.groupBy !== undefined && statement.groupBy.kind !== 'plain') {
    throw notRun(`GROUP BY ${statement.groupBy.kind.toUpperCase()}`, scope.query, statement.groupBy);
  }
  const groups = (statement.groupBy?.items ?? []).map((item) => groupExpression(scope, item));
  let unnamed = 0;
  for (const item of statement.select) {
    if (item.kind === 'subquery') {
      throw errorAt('MALFORMED_QUERY', 'Grouped query cannot use child relationships in the SELECT list', scope.query, item);
    }
    const expression = item.kind === 'field' ? expressionOf(scope, item.path) : expressionOf(scope, item.call);
    const grouped = groups.some((group) => group.sql === expression.sql);
    if (!isAggregateItem(item) && !grouped) {
      throw errorAt('MALFORMED_QUERY', `Field must be grouped or aggregated: ${expression.name}`, scope.query, item);
    }
    const name = item.alias ?? (item.kind === 'field' ? expression.name : `expr${unnamed++}`);
    if (!output.value({ ...expression, chain: [] }, name)) {
      throw errorAt('MALFORMED_QUERY', `duplicate alias: ${name}`, scope.query, item);
    }
  }
  const groupBy = groups.length === 0 ? '' : ` GROUP BY ${groups.map(comparable).join(', ')}`;
  const having = statement.having === undefined ? '' : ` HAVING ${compileHaving(statement.having)}`;
  return { groupBy, having, isCount: false };
}

function isPlainCount({ select, groupBy }: SelectStatement): boolean {
  const [only] = select;
  const counts = select.length === 1 && only?.kind === 'call' && only.call.name === 'COUNT' && only.call.args.length === 0;
  return counts && only.alias === undefined && groupBy === undefined;
}

function groupExpression(scope: SelectScope, item: FieldPath | FunctionCall): Expression {
  const expression = expressionOf(scope, item);
  const { type } = expression;
  const ungroupable = type === 'longtextarea' || type === 'multipicklist' || (type === 'datetime' && !isCall(item));
  if (ungroupable && type !== 'datetime') throw errorAt('MALFORMED_QUERY', cannotGroup(expression.name), scope.query, item);
  return expression;
}
