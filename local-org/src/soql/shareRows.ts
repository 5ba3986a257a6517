import { shareFieldsOf } from '../schema/shareObjects.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import { quoteName, storedFields } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { withChecksum } from '../storage/ids.ts';

/**
 * The rows of an object as FROM or JOIN names them. A share object also has a
 * row for the owner of every record, which is not stored but follows from the record.
 */
export function tableSource(schema: Schema, object: SObjectType): string {
  const parent = object.kind === 'share' ? schema.object(object.settings.parentObject ?? '') : undefined;
  return parent === undefined ? quoteName(object.name) : ownersAndShares(parent, schema.object(object.name) ?? object);
}

function ownersAndShares(parent: SObjectType, share: SObjectType): string {
  const key = shareFieldsOf(parent.name, parent.custom);
  const values: Readonly<Record<string, string>> = {
    Id: `owner_share_id('${share.keyPrefix}', p."Id")`,
    [key.parent]: 'p."Id"',
    UserOrGroupId: 'p."OwnerId"',
    [key.level]: `'All'`,
    RowCause: `'Owner'`,
    LastModifiedDate: 'p."LastModifiedDate"',
    LastModifiedById: 'p."LastModifiedById"',
    IsDeleted: 'p."IsDeleted"',
  };
  const columns = storedFields(share).map(({ name }) => ({ name: quoteName(name), value: values[name] ?? `'Edit'` }));
  const stored = columns.map(({ name }) => name).join(', ');
  const owners = columns.map(({ name, value }) => `${value} AS ${name}`).join(', ');
  return `(SELECT ${stored} FROM ${quoteName(share.name)} UNION ALL SELECT ${owners} FROM ${quoteName(parent.name)} AS p)`;
}

/** Makes `owner_share_id(prefix, recordId)` known to SQL: the id of the share that a record's owner has. */
export function registerOwnerShares(database: OrgDatabase): void {
  database.connection.function('owner_share_id', { deterministic: true }, (prefix, id) =>
    withChecksum(`${String(prefix)}LoO${String(id).slice(6, 15)}`),
  );
}
