import type { RecordFilter, UserAccess } from '../access/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SObjectType } from '../schema/types.ts';
import type { SqlValue } from '../storage/columns.ts';
import type { Parameter, SqlBuilder } from './sqlBuilder.ts';

/** Values of users as parameters of statements: the same one for the same value, so that a statement binds it once. */
const parameters = new WeakMap<(user: RequestUser) => SqlValue, Parameter>();

/**
 * The condition that whoever runs the statement may read the record in the table `alias`.
 * @returns undefined when the user may read them all, and in system mode
 */
export function readableSql(
  access: Pick<UserAccess, 'records'> | undefined,
  object: SObjectType,
  builder: SqlBuilder,
  alias: string,
): string | undefined {
  const filter = readFilter(access, object);
  return filter?.sql(alias, (value) => builder.bind(parameterOf(value)));
}

/** What narrows the records of an object for this user; undefined when nothing does. */
export function readFilter(access: Pick<UserAccess, 'records'> | undefined, object: SObjectType): RecordFilter | undefined {
  const filter = access?.records(object.name, 'read') ?? 'all';
  return filter === 'all' ? undefined : filter;
}

function parameterOf(value: (user: RequestUser) => SqlValue): Parameter {
  let parameter = parameters.get(value);
  if (parameter === undefined) {
    parameter = (context) => value(context.user);
    parameters.set(value, parameter);
  }
  return parameter;
}
