import { createHash } from 'node:crypto';
import { MetadataError, type MetadataProblem } from '../../errors.ts';
import { filesOfType, type MetadataFile, type PackageSource } from '../../metadata/packageSource.ts';
import { notFound } from '../../metadata/tell.ts';
import { child, children } from '../../metadata/xmlTree.ts';
import type { OrgDatabase } from '../database.ts';
import { keepRows, type OrgStorage } from './keepRows.ts';

/** Element around members -> the element of each, and what it names. */
const kinds: readonly (readonly [list: string, member: string, type: 'User' | 'Group' | 'Role', groupType: string])[] = [
  ['users', 'user', 'User', ''],
  ['publicGroups', 'publicGroup', 'Group', 'Regular'],
  ['roles', 'role', 'Role', 'Role'],
  ['roleAndSubordinates', 'roleAndSubordinate', 'Role', 'RoleAndSubordinates'],
  ['roleAndSubordinatesInternal', 'roleAndSubordinateInternal', 'Role', 'RoleAndSubordinatesInternal'],
];

/**
 * Makes the members of queues those that their files name, once for each
 * version of a file: what people change afterwards stays.
 * @param queues ids by lower-cased developer name
 * @throws MetadataError for a member that the org does not have
 */
export function keepQueueMembers(org: OrgStorage, source: PackageSource, queues: ReadonlyMap<string, string>, moment: number): void {
  const { database } = org;
  const problems: MetadataProblem[] = [];
  for (const file of filesOfType(source, 'Queue')) {
    const queue = queues.get(file.name.toLowerCase());
    if (queue === undefined || child(file.root, 'queueMembers') === undefined || !isNew(database, file)) continue;
    const members = membersOf(database, file, problems);
    database.prepare('DELETE FROM "GroupMember" WHERE "GroupId" = ?').run(queue);
    const rows = members.map((member) => ({ GroupId: queue, UserOrGroupId: member }));
    keepRows(org, { object: 'GroupMember', key: ['GroupId', 'UserOrGroupId'], rows, othersStay: true }, moment);
  }
  if (problems.length > 0) throw new MetadataError(problems);
}

/** Remembers what a file's members were. */
function isNew(database: OrgDatabase, { name, root }: MetadataFile): boolean {
  database.execute('CREATE TABLE IF NOT EXISTS local_kept_rows (object TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT');
  const text = JSON.stringify(child(root, 'queueMembers'), (key: string, value: unknown) => (key === 'line' ? undefined : value));
  const digest = createHash('sha256').update(text).digest('hex');
  const key = `members of queue ${name.toLowerCase()}`;
  if (database.prepare('SELECT digest FROM local_kept_rows WHERE object = ?').get(key)?.['digest'] === digest) return false;
  database
    .prepare('INSERT INTO local_kept_rows (object, digest) VALUES (?, ?) ON CONFLICT (object) DO UPDATE SET digest = excluded.digest')
    .run(key, digest);
  return true;
}

function membersOf(database: OrgDatabase, { path, root }: MetadataFile, problems: MetadataProblem[]): readonly string[] {
  const members = child(root, 'queueMembers');
  return kinds.flatMap(([list, element, type, groupType]) => {
    const named = members === undefined ? undefined : child(members, list);
    return (named === undefined ? [] : children(named, element)).flatMap(({ text, line }) => {
      const name = text.trim();
      const id = type === 'User' ? userNamed(database, name) : groupNamed(database, groupType, name);
      if (id === undefined) problems.push({ file: path, line, message: notFound(element, type, name) });
      return id ?? [];
    });
  });
}

function userNamed(database: OrgDatabase, username: string): string | undefined {
  return text(database.prepareArrays('SELECT "Id" FROM "User" WHERE "Username" = ? COLLATE NOCASE AND "IsDeleted" = 0').all(username));
}

function groupNamed(database: OrgDatabase, type: string, name: string): string | undefined {
  const sql = 'SELECT "Id" FROM "Group" WHERE "Type" = ? AND "DeveloperName" = ? COLLATE NOCASE AND "IsDeleted" = 0';
  return text(database.prepareArrays(sql).all(type, name));
}

function text([row]: readonly (readonly unknown[])[]): string | undefined {
  return typeof row?.[0] === 'string' ? row[0] : undefined;
}
