import type { OrgDatabase } from '../../storage/database.ts';
import { everybodyId } from './structureTables.ts';

/** The table of who may see which folder; the platform has no object for these shares. */
export const FOLDER_SHARES = { table: 'local_folder_share', parent: 'FolderId' } as const;

/** Something that a folder is shared with, as metadata names it. */
export interface FolderGrantee {
  /** `Group`, `Role`, `RoleAndSubordinates`, `RoleAndSubordinatesInternal`, `User`, `Organization`. */
  readonly type: string;
  /** Developer name, or user name. */
  readonly name: string;
}

/** One share of a folder. */
export interface FolderShareRow {
  readonly folderId: string;
  /** Id of a user or group. */
  readonly principalId: string;
  readonly level: 'Read' | 'Edit' | 'All';
}

/** Makes the table of folder shares, if it is not there. */
export function prepareFolderShares(database: OrgDatabase): void {
  database.execute(`CREATE TABLE IF NOT EXISTS ${FOLDER_SHARES.table} (
    "FolderId" TEXT NOT NULL, "UserOrGroupId" TEXT NOT NULL, "AccessLevel" TEXT NOT NULL, "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY ("FolderId", "UserOrGroupId", "AccessLevel")) STRICT, WITHOUT ROWID`);
}

/** Makes these the shares of all folders. */
export function keepFolderShares(database: OrgDatabase, shares: readonly FolderShareRow[]): void {
  prepareFolderShares(database);
  database.execute(`DELETE FROM ${FOLDER_SHARES.table}`);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO ${FOLDER_SHARES.table} ("FolderId", "UserOrGroupId", "AccessLevel") VALUES (?, ?, ?)`,
  );
  for (const { folderId, principalId, level } of shares) insert.run(folderId, principalId, level);
}

/** The user or group that a share names; undefined when the org has none. */
export function principalOf(database: OrgDatabase, { type, name }: FolderGrantee): string | undefined {
  if (type === 'Organization') return everybodyId;
  const sql =
    type === 'User'
      ? 'SELECT "Id" AS id FROM "User" WHERE lower("Username") = lower(?1) AND "IsDeleted" = 0 AND ?2 = ?2'
      : 'SELECT "Id" AS id FROM "Group" WHERE lower("DeveloperName") = lower(?1) AND "Type" = ?2 AND "IsDeleted" = 0';
  const row = database.prepare(sql).get(name, type === 'Group' ? 'Regular' : type);
  return row === undefined ? undefined : String(row['id']);
}
