import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { isAdministrator } from '../../rest/administrator.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/**
 * The apps that the user may open, by name: those that their profile or permission sets make
 * visible; all for administrators. Whoever is given none gets the first, so that there is a bar at all.
 */
export function appsFor(org: Org, user: RequestUser, site: SiteMetadata): readonly CustomApplication[] {
  const { applications } = site;
  if (applications.length < 2 || isAdministrator(org, user)) return applications;
  const given = givenApps(org, user);
  const visible = applications.filter(({ name }) => given.has(name.toLowerCase()));
  return visible.length > 0 ? visible : applications.slice(0, 1);
}

/** The app that is open: the one that the browser remembers, if the user may open it, else the first. */
export function openApp(apps: readonly CustomApplication[], remembered: string | undefined): CustomApplication | undefined {
  return apps.find(({ name }) => name === remembered) ?? apps[0];
}

function givenApps({ database }: Org, user: RequestUser): ReadonlySet<string> {
  const rows = database
    .prepareArrays(
      `WITH assigned(id) AS (
         SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?1 AND "IsDeleted" = 0
         UNION SELECT member."PermissionSetId" FROM "PermissionSetAssignment" AS own
           JOIN "PermissionSetGroupComponent" AS member ON member."PermissionSetGroupId" = own."PermissionSetGroupId" AND member."IsDeleted" = 0
           WHERE own."AssigneeId" = ?1 AND own."IsDeleted" = 0),
       owners(name) AS (
         SELECT 'set ' || "Name" FROM "PermissionSet" WHERE "Id" IN (SELECT id FROM assigned)
         UNION SELECT 'profile ' || "Name" FROM "Profile" WHERE "Id" = ?2)
       SELECT DISTINCT lower(substr(entry, 3)) FROM local_given_permission WHERE owner IN (SELECT name FROM owners) AND entry LIKE 'a %'`,
    )
    .all(user.id, user.profileId ?? '');
  return new Set(rows.map(([name]) => String(name)));
}
