import { filesOfType, type PackageSource } from '../packageSource.ts';
import { tellerOf, type Tell } from '../tell.ts';
import { child, childFlag, childText } from '../xmlTree.ts';
import { readGrants, type PermissionGrants } from './grants.ts';

/** A profile as it was deployed: a standard one keeps what its file leaves out, another one gives nothing beside it. */
export interface Profile {
  /** As people see it: `System Administrator`, where the Metadata API says `Admin`. */
  readonly name: string;
  readonly custom: boolean;
  readonly userLicense?: string;
  readonly description?: string;
  readonly grants: PermissionGrants;
}

/** Names of standard profiles in the Metadata API, where they are not the names that people see. */
export const PROFILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
  MinimumAccess: 'Minimum Access - Salesforce',
};

/** Settings of profiles that nothing here asks about, and what each would do. */
const notRun: readonly (readonly [element: string, what: string])[] = [
  ['categoryGroupVisibilities', 'data categories'],
  ['externalDataSourceAccesses', 'external data sources'],
  ['layoutAssignments', 'layouts by profile: everybody sees the same layout'],
  ['loginFlows', 'log-in flows'],
  ['loginHours', 'log-in hours: users log in at any time'],
  ['loginIpRanges', 'log-in IP ranges: users log in from anywhere'],
  ['profileActionOverrides', 'overrides of actions'],
  ['recordTypeVisibilities', 'record types by profile: everybody may use all of them'],
];

/** Reads the profiles. */
export function readProfiles(source: PackageSource, tell: Tell): readonly Profile[] {
  return filesOfType(source, 'Profile').map(({ path, name: fullName, root }) => {
    const teller = tellerOf(path, tell);
    for (const [element, what] of notRun) if (child(root, element) !== undefined) teller.notRun(what, child(root, element));
    const description = childText(root, 'description');
    const userLicense = childText(root, 'userLicense');
    return {
      name: PROFILE_NAMES[fullName] ?? fullName,
      custom: childFlag(root, 'custom'),
      grants: readGrants(root),
      ...(userLicense === undefined ? {} : { userLicense }),
      ...(description === undefined ? {} : { description }),
    };
  });
}
