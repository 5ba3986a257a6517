import type { OrderItem, SelectStatement } from './ast.ts';
import { expressionOf, isAggregate, resultExpression } from './calls.ts';
import { errorAt } from './errors.ts';
import type { Expression, SelectScope } from './expressions.ts';
import { isAggregateQuery, isGroup } from './compileAggregate.ts';
import { isSortable } from './fieldAbilities.ts';
import { cannotSort } from './messages.ts';
import { isCall } from './parseExpression.ts';
import { sortKeySql, type Collation } from './textOrder.ts';

/** One key of ORDER BY. */
export interface OrderKey {
  /** What is sorted by. */
  readonly key: string;
  /** The expression behind the key, as GROUP BY has it. */
  readonly expression: string;
  /** Direction and place of nulls. */
  readonly direction: string;
}

/** Functions of SELECT only. */
const NOT_SORTED_BY = ['TOLABEL', 'FORMAT', 'CONVERTCURRENCY'];

/** ORDER BY as SQL, with a leading space; empty without one. */
export function orderSql(scope: SelectScope, statement: SelectStatement, collation: Collation): string {
  const keys = orderKeys(scope, statement, collation);
  return keys.length === 0 ? '' : ` ORDER BY ${keys.map(({ key, direction }) => `${key} ${direction}`).join(', ')}`;
}

/** The keys of ORDER BY, checked. */
export function orderKeys(scope: SelectScope, statement: SelectStatement, collation: Collation): readonly OrderKey[] {
  const grouped = isAggregateQuery(statement) ? (statement.groupBy?.items ?? []).map((item) => expressionOf(scope, item)) : undefined;
  return (statement.orderBy ?? []).map((item) => {
    const expression = orderExpression(scope, statement, item, grouped);
    const key = sortKey(scope, expression, collation);
    return { key, expression: expression.sql, direction: `${item.direction} NULLS ${item.nulls}` };
  });
}

function orderExpression(
  scope: SelectScope,
  statement: SelectStatement,
  { by }: OrderItem,
  grouped: readonly Expression[] | undefined,
): Expression {
  if (isCall(by) && NOT_SORTED_BY.includes(by.name)) {
    throw errorAt('MALFORMED_QUERY', `${by.name} is not allowed in ORDER BY`, scope.query, by);
  }
  const expression = grouped === undefined ? expressionOf(scope, by) : resultExpression(scope, statement, by);
  const { name } = expression;
  if (!isSortable(expression)) throw errorAt('INVALID_FIELD', cannotSort(name), scope.query, by);
  const aggregated = isCall(by) && isAggregate(by);
  if (grouped !== undefined && !aggregated && !isGroup(grouped, statement, expression.sql)) {
    throw errorAt('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${name}`, scope.query, by);
  }
  return expression;
}

/** Picklists sort in the order of their values, texts as the user's locale has it. */
export function sortKey(scope: SelectScope, expression: Expression, collation: Collation): string {
  const { builder } = scope.tables;
  const values = expression.type === 'picklist' ? (expression.field?.picklist?.values ?? []) : [];
  const text = sortKeySql(expression, collation, builder);
  if (values.length < 2) return text;
  const ranks = values.map((value, rank) => `WHEN ${builder.bind(value.value)} THEN ${rank}`);
  return `CASE ${expression.sql} ${ranks.join(' ')} ELSE ${text} END`;
}
