import type { SelectStatement } from './ast.ts';
import { notRun } from './errors.ts';
import type { SelectScope } from './expressions.ts';
import { USER_ID } from './sqlBuilder.ts';

/** `USING SCOPE` as SQL conditions: everything, or what the user owns. No scoping rules are run, so `scopingRule` is everything. */
export function scopeConditions(scope: SelectScope, statement: SelectStatement): readonly string[] {
  switch (statement.scope) {
    case undefined:
    case 'everything':
    case 'scopingrule':
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
