import type { Org } from '../../../org.ts';
import { containing, momentOf, rowsOf, textOf } from '../rows.ts';

/** A user as Setup lists them. */
export interface ListedUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly profile: string;
  readonly active: boolean;
  /** Epoch milliseconds; undefined for somebody who never logged in. */
  readonly lastLogin: number | undefined;
}

const mostUsers = 500;

/** Users whose name or username holds the text, those that may log in first. */
export function usersNamed({ database }: Org, text: string, most = mostUsers): readonly ListedUser[] {
  const rows = rowsOf(
    database,
    'User',
    `SELECT u."Id" AS id, coalesce(u."Name", u."LastName") AS name, u."Username" AS username, r."Name" AS role, p."Name" AS profile,
       u."IsActive" AS active, u."LastLoginDate" AS lastLogin
     FROM "User" u LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId" LEFT JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE u."IsDeleted" = 0 AND u."Username" IS NOT NULL
       AND (lower(coalesce(u."Name", u."LastName")) LIKE ?1 ESCAPE '\\' OR lower(u."Username") LIKE ?1 ESCAPE '\\')
     ORDER BY u."IsActive" DESC, 2 LIMIT ?2`,
    containing(text),
    most,
  );
  return rows.map((row) => ({
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    username: textOf(row, 'username'),
    role: textOf(row, 'role'),
    profile: textOf(row, 'profile'),
    active: row['active'] === 1,
    lastLogin: momentOf(row, 'lastLogin'),
  }));
}
