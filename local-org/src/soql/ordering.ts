import type { OrderItem, SelectStatement } from './ast.ts';
import { expressionOf, isAggregate, resultExpression } from './calls.ts';
import { errorAt } from './errors.ts';
import { comparable, type Expression, type SelectScope } from './expressions.ts';
import { isAggregateQuery, isGroup } from './compileAggregate.ts';
import { cannotSort } from './messages.ts';
import { isCall } from './parseExpression.ts';

/** One key of ORDER BY. */
export interface OrderKey {
  /** What is sorted by. */
  readonly key: string;
  /** The expression behind the key, as GROUP BY has it. */
  readonly expression: string;
  /** Direction and place of nulls. */
  readonly direction: string;
}

/** ORDER BY as SQL, with a leading space; empty without one. */
export function orderSql(scope: SelectScope, statement: SelectStatement): string {
  const keys = orderKeys(scope, statement);
  return keys.length === 0 ? '' : ` ORDER BY ${keys.map(({ key, direction }) => `${key} ${direction}`).join(', ')}`;
}

/** The keys of ORDER BY, checked. */
export function orderKeys(scope: SelectScope, statement: SelectStatement): readonly OrderKey[] {
  const grouped = isAggregateQuery(statement) ? (statement.groupBy?.items ?? []).map((item) => expressionOf(scope, item)) : undefined;
  return (statement.orderBy ?? []).map((item) => orderItem(scope, statement, item, grouped));
}

function orderItem(scope: SelectScope, statement: SelectStatement, item: OrderItem, grouped: readonly Expression[] | undefined): OrderKey {
  const expression = grouped === undefined ? expressionOf(scope, item.by) : resultExpression(scope, statement, item.by);
  const { type, name } = expression;
  if (type === 'longtextarea' || type === 'multipicklist') throw errorAt('INVALID_FIELD', cannotSort(name), scope.query, item.by);
  const aggregated = isCall(item.by) && isAggregate(item.by);
  if (grouped !== undefined && !aggregated && !isGroup(grouped, statement, expression.sql)) {
    throw errorAt('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${name}`, scope.query, item.by);
  }
  return { key: sortKey(scope, expression), expression: expression.sql, direction: `${item.direction} NULLS ${item.nulls}` };
}

/** Picklists sort in the order of their values, texts without regard to case. */
function sortKey(scope: SelectScope, expression: Expression): string {
  const values = expression.type === 'picklist' ? (expression.field?.picklist?.values ?? []) : [];
  if (values.length < 2) return comparable(expression);
  const { builder } = scope.tables;
  const ranks = values.map((value, rank) => `WHEN ${builder.bind(value.value)} THEN ${rank}`);
  return `CASE ${expression.sql} ${ranks.join(' ')} ELSE ${comparable(expression)} END`;
}
