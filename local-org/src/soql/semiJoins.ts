import type { SelectStatement } from './ast.ts';
import { errorAt, notRun } from './errors.ts';
import { fieldExpression, kindOf, type SelectScope } from './expressions.ts';
import { USER_ID } from './sqlBuilder.ts';

/** The select of `IN (SELECT ...)` as SQL. It gives ids; rows without one are left out. */
export function compileSemiJoin(scope: SelectScope, inner: SelectStatement, condition: object, where: () => string): string {
  const [item, ...more] = inner.select;
  if (item?.kind !== 'field' || more.length > 0) {
    throw errorAt('MALFORMED_QUERY', 'A semi join sub-select must select exactly one field', scope.query, condition);
  }
  if (inner.limit !== undefined || inner.offset !== undefined || inner.orderBy !== undefined || inner.groupBy !== undefined) {
    throw errorAt('MALFORMED_QUERY', 'A semi join sub-select takes no ORDER BY, LIMIT, OFFSET or GROUP BY', scope.query, condition);
  }
  const expression = fieldExpression(scope, item.path);
  if (kindOf(expression.type) !== 'id') {
    throw errorAt(
      'MALFORMED_QUERY',
      `The inner select field '${item.path.join('.')}' must be an Id or a reference`,
      scope.query,
      condition,
    );
  }
  const filters = where();
  const glue = filters === '' ? ' WHERE ' : ' AND ';
  return `SELECT ${expression.sql} FROM ${scope.tables.sql()}${filters}${glue}${expression.sql} IS NOT NULL`;
}

/** `USING SCOPE`: everything, or what the user owns. */
export function checkScope(scope: SelectScope, statement: SelectStatement): readonly string[] {
  switch (statement.scope) {
    case undefined:
    case 'everything':
      return [];
    case 'mine': {
      const { root, builder } = scope.tables;
      if (!root.object.hasOwner) throw notRun(`USING SCOPE mine on ${root.object.name}, which has no owner,`, scope.query, statement);
      return [`${root.column('OwnerId')} = ${builder.bind(USER_ID)}`];
    }
    default:
      throw notRun(`USING SCOPE ${statement.scope}`, scope.query, statement);
  }
}
