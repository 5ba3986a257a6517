import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { children, childText } from '../../metadata/xmlTree.ts';
import { keepQueueMembers } from './queueMembers.ts';
import { keepRows, type OrgStorage } from './keepRows.ts';

/** Which objects a queue can own, and which role is above which; the queues and roles themselves are there by now. */
export function keepPeopleLinks(org: OrgStorage, source: PackageSource, moment: number): void {
  const queues = idsByName(org, `SELECT "Id" AS id, "DeveloperName" AS name FROM "Group" WHERE "IsDeleted" = 0 AND "Type" = 'Queue'`);
  const rows = filesOfType(source, 'Queue').flatMap(({ name, root }) => {
    const queue = queues.get(name.toLowerCase());
    if (queue === undefined) return [];
    return children(root, 'queueSobject').map((element) => ({ QueueId: queue, SobjectType: childText(element, 'sobjectType') ?? '' }));
  });
  keepRows(org, { object: 'QueueSobject', key: ['QueueId', 'SobjectType'], rows, othersStay: true }, moment);
  const roles = idsByName(org, 'SELECT "Id" AS id, "DeveloperName" AS name FROM "UserRole" WHERE "IsDeleted" = 0');
  const update = org.database.prepare('UPDATE "UserRole" SET "ParentRoleId" = ? WHERE "Id" = ? AND "ParentRoleId" IS NOT ?');
  for (const { name, root } of filesOfType(source, 'Role')) {
    const [id, parent] = [roles.get(name.toLowerCase()), roles.get((childText(root, 'parentRole') ?? '').toLowerCase())];
    if (id !== undefined) update.run(parent ?? null, id, parent ?? null);
  }
  keepQueueMembers(org, source, queues, moment);
  org.database.rowCache.clear();
}

function idsByName({ database }: OrgStorage, sql: string): ReadonlyMap<string, string> {
  const rows = database.prepare(sql).all();
  return new Map(rows.map((row) => [String(row['name']).toLowerCase(), String(row['id'])]));
}
