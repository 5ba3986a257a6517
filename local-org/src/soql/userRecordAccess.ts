import type { UserRecordAccess } from '../access/sharing/userRecordAccess.ts';
import { normaliseId } from '../storage/ids.ts';
import type { Condition, Literal, SelectStatement } from './ast.ts';
import { errorAt, type QueryText } from './errors.ts';
import type { SqlBuilder } from './sqlBuilder.ts';

/** Records that one query may ask about (Object Reference, "UserRecordAccess"). */
const mostRecords = 200;

/** Columns of UserRecordAccess beside its hidden ones. */
const columns: readonly (keyof UserRecordAccess)[] = [
  'UserId',
  'RecordId',
  'HasReadAccess',
  'HasEditAccess',
  'HasDeleteAccess',
  'HasTransferAccess',
  'HasAllAccess',
  'MaxAccessLevel',
];

/**
 * What stands for the table of UserRecordAccess, which has no rows of its own:
 * what one user may do with the records that the query names, worked out when it runs.
 * @throws SalesforceError MALFORMED_QUERY when the query does not name both
 */
export function userRecordAccessSource(statement: SelectStatement, query: QueryText, builder: SqlBuilder): string {
  const users = textsOf(statement.where, 'userid');
  const records = textsOf(statement.where, 'recordid');
  const [user] = users;
  if (user === undefined || users.length > 1 || records.length === 0) {
    throw errorAt('MALFORMED_QUERY', 'UserRecordAccess can be queried only by one UserId and by RecordId', query, statement);
  }
  if (records.length > mostRecords) {
    throw errorAt('MALFORMED_QUERY', `UserRecordAccess can be queried for at most ${mostRecords} record ids`, query, statement);
  }
  const userId = normaliseId(user) ?? user;
  const rows = builder.bind((context) => JSON.stringify(context.recordAccess?.(context.user, userId, records) ?? []));
  const values = columns.map((name) => `value ->> '$.${name}' AS "${name}"`).join(', ');
  return `(SELECT value ->> '$.RecordId' AS "Id", 0 AS "IsDeleted", ${values} FROM json_each(${rows}))`;
}

/** The values that a field must have for any row to be found. */
function textsOf(condition: Condition | undefined, field: string): readonly string[] {
  switch (condition?.kind) {
    case 'and':
      return condition.conditions.flatMap((part) => textsOf(part, field));
    case 'compare':
      return condition.operator === '=' && isField(condition.left, field) ? texts([condition.right]) : [];
    case 'in':
      return !condition.negated && isField(condition.left, field) && 'map' in condition.values ? texts(condition.values) : [];
    default:
      return [];
  }
}

function isField(left: unknown, field: string): boolean {
  return Array.isArray(left) && String(left.at(-1)).toLowerCase() === field;
}

function texts(literals: readonly Literal[]): readonly string[] {
  return literals.flatMap((literal) => (literal.kind === 'string' ? [literal.value] : []));
}
