import type { OrderItem, SelectStatement } from './ast.ts';
import { expressionOf, isAggregate } from './calls.ts';
import { errorAt } from './errors.ts';
import { comparable, type Expression, type SelectScope } from './expressions.ts';
import { isAggregateQuery } from './compileAggregate.ts';
import { cannotSort } from './messages.ts';
import { isCall } from './parseExpression.ts';

/** ORDER BY as SQL, with a leading space; empty without one. */
export function orderSql(scope: SelectScope, statement: SelectStatement): string {
  const items = statement.orderBy ?? [];
  if (items.length === 0) return '';
  const grouped = isAggregateQuery(statement) ? (statement.groupBy?.items ?? []).map((item) => expressionOf(scope, item).sql) : undefined;
  return ` ORDER BY ${items.map((item) => orderItem(scope, item, grouped)).join(', ')}`;
}

function orderItem(scope: SelectScope, item: OrderItem, grouped: readonly string[] | undefined): string {
  const expression = expressionOf(scope, item.by);
  const { type, name } = expression;
  if (type === 'longtextarea' || type === 'multipicklist') throw errorAt('INVALID_FIELD', cannotSort(name), scope.query, item.by);
  const aggregated = isCall(item.by) && isAggregate(item.by);
  if (aggregated && grouped === undefined) {
    throw errorAt('MALFORMED_QUERY', 'Aggregate functions in ORDER BY need a grouped query', scope.query, item.by);
  }
  if (grouped !== undefined && !aggregated && !grouped.includes(expression.sql)) {
    throw errorAt('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${name}`, scope.query, item.by);
  }
  return `${sortKey(scope, expression)} ${item.direction} NULLS ${item.nulls}`;
}

/** Picklists sort in the order of their values, texts without regard to case. */
function sortKey(scope: SelectScope, expression: Expression): string {
  const values = expression.type === 'picklist' ? (expression.field?.picklist?.values ?? []) : [];
  if (values.length < 2) return comparable(expression);
  const { builder } = scope.tables;
  const ranks = values.map((value, rank) => `WHEN ${builder.bind(value.value)} THEN ${rank}`);
  return `CASE ${expression.sql} ${ranks.join(' ')} ELSE ${comparable(expression)} END`;
}
