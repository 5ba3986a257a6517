import type { RunningOrg } from '../../support/runningOrg';
import { create, only } from './records';

/**
 * Who looks: the administrator; an account manager who owns customers; a Dane and a German doing the same; somebody who
 * reads Hebrew, from right to left (the package's words are English then); a viewer, who sees figures without names or
 * words; a stranger, to whom nothing of the package is open.
 */
export type Person = 'admin' | 'manager' | 'dane' | 'german' | 'hebrew' | 'viewer' | 'stranger';

interface Hired {
  readonly first: string;
  readonly last: string;
  readonly permissionSets: readonly string[];
  readonly language: string;
  readonly locale: string;
}

const USER_SETS = ['CustomerPulseUser', 'CustomerPulseComments'] as const;

const HIRED: Readonly<Record<Exclude<Person, 'admin'>, Hired>> = {
  manager: { first: 'Maren', last: 'Manager', permissionSets: USER_SETS, language: 'en_US', locale: 'en_US' },
  dane: { first: 'Dagny', last: 'Dansk', permissionSets: USER_SETS, language: 'da', locale: 'da_DK' },
  german: { first: 'Greta', last: 'Deutsch', permissionSets: USER_SETS, language: 'de', locale: 'de_DE' },
  hebrew: { first: 'Hila', last: 'Hebrew', permissionSets: USER_SETS, language: 'iw', locale: 'iw_IL' },
  viewer: { first: 'Vera', last: 'Viewer', permissionSets: ['CustomerPulseViewer'], language: 'en_US', locale: 'en_US' },
  stranger: { first: 'Stig', last: 'Stranger', permissionSets: [], language: 'en_US', locale: 'en_US' },
};

/** Makes the users, of the profile that grants nothing of the package. */
export async function hirePeople(org: RunningOrg): Promise<{
  readonly names: Readonly<Record<Person, string>>;
  readonly ids: Readonly<Record<Person, string>>;
}> {
  const profile = await only(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [administrator] = (
    await org.connection.query<{ Id: string; Username: string }>(
      "SELECT Id, Username FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true ORDER BY CreatedDate LIMIT 1",
    )
  ).records;
  if (administrator === undefined) throw new Error('The org has no administrator.');
  const names: Record<string, string> = { admin: administrator.Username };
  const ids: Record<string, string> = { admin: administrator.Id };
  for (const [person, hired] of Object.entries(HIRED)) {
    const username = `${person}@customer-pulse.example`;
    ids[person] = await create(org, 'User', {
      FirstName: hired.first,
      LastName: hired.last,
      Alias: person.slice(0, 8),
      Email: `${person}@example.com`,
      Username: username,
      ProfileId: profile,
      LanguageLocaleKey: hired.language,
      LocaleSidKey: hired.locale,
      EmailEncodingKey: 'UTF-8',
      TimeZoneSidKey: 'Europe/Copenhagen',
    });
    names[person] = username;
    for (const set of hired.permissionSets) {
      const permissionSet = await only(org, `SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
      await create(org, 'PermissionSetAssignment', { AssigneeId: ids[person], PermissionSetId: permissionSet });
    }
  }
  return { names: names as Record<Person, string>, ids: ids as Record<Person, string> };
}
