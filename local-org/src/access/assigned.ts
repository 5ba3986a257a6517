import type { OrgDatabase } from '../storage/database.ts';

/** The permission sets that a user has now. */
export interface Assigned {
  /** Of the profile, of permission sets and of groups of them; sorted. */
  readonly ids: readonly string[];
  /** Empty for somebody without a profile. */
  readonly profileId: string;
  /** Until when that holds, epoch milliseconds: the first assignment to expire. */
  readonly until: number;
}

/** The permission set of the user's profile, and those that are assigned and have not expired. */
export function assignedPermissionSets(database: OrgDatabase, userId: string, now: number): Assigned {
  const rows = database
    .prepareArrays(
      `SELECT own."Id", NULL, own."ProfileId" FROM "User" AS person JOIN "PermissionSet" AS own ON own."ProfileId" = person."ProfileId"
        WHERE person."Id" = ?1 AND own."IsOwnedByProfile" = 1 AND own."IsDeleted" = 0
       UNION ALL
       SELECT "PermissionSetId", "ExpirationDate", NULL FROM "PermissionSetAssignment"
        WHERE "AssigneeId" = ?1 AND "IsDeleted" = 0 AND ("ExpirationDate" IS NULL OR "ExpirationDate" > ?2)`,
    )
    .all(userId, now);
  const ids = new Set(rows.map(([id]) => String(id)));
  const expiries = rows.map(([, expiry]) => (typeof expiry === 'number' ? expiry : Number.POSITIVE_INFINITY));
  const profileId = rows.map(([, , profile]) => profile).find((profile) => typeof profile === 'string') ?? '';
  return { ids: [...ids].sort(), profileId, until: Math.min(...expiries, Number.POSITIVE_INFINITY) };
}
