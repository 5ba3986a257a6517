import type { RequestUser } from '../requestUser.ts';
import type { SObjectType } from '../schema/types.ts';
import { quoteName, type SqlValue } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordFilter } from './types.ts';

/** Those of the ids whose records meet the filter for a user. */
export function reachedIds(
  database: OrgDatabase,
  filter: RecordFilter,
  user: Pick<RequestUser, 'id' | 'profileId'>,
  object: SObjectType,
  ids: readonly string[],
): ReadonlySet<string> {
  const values: SqlValue[] = [JSON.stringify(ids)];
  const condition = filter.sql('reached', (value) => {
    values.push(value(user));
    return `?${String(values.length)}`;
  });
  const rows = database
    .prepareArrays(
      `SELECT reached."Id" FROM ${quoteName(object.name)} AS reached WHERE reached."Id" IN (SELECT value FROM json_each(?1)) AND ${condition}`,
    )
    .all(...values);
  return new Set(rows.map(([id]) => String(id)));
}
