import { groupGrants } from '../../access/assignedGrants.ts';
import { STANDARD_PROFILES, standardGrants, type ProfileLicense } from '../../access/standardProfiles.ts';
import type { PermissionMetadata } from '../../metadata/permissions/permissionMetadata.ts';
import type { MutingPermissionSet, PermissionSet, PermissionSetGroup } from '../../metadata/permissions/permissionSet.ts';
import type { Profile } from '../../metadata/permissions/profile.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import { quoteName } from '../../storage/columns.ts';
import { keepRows, type OrgStorage } from '../../storage/metadataRecords/keepRows.ts';
import { giveFile, giveGroup, type Given } from './given.ts';
import { GivenRecords } from './givenRecords.ts';
import { keepProfileAssignments } from '../../access/profileAssignments.ts';

/**
 * Makes the records of profiles, permission sets, groups and of what they give
 * those of the metadata. Sets that people made by the API stay, and so does what
 * people changed in records that metadata has not changed since.
 * @param now epoch milliseconds
 */
export function keepPermissions(org: OrgStorage, metadata: PermissionMetadata, now: number): void {
  const moment = Math.floor(now / 1000) * 1000;
  org.database.transaction(() => new Keeper(org, moment).keep(metadata));
}

class Keeper {
  readonly #org: OrgStorage;
  readonly #moment: number;
  readonly #records: GivenRecords;
  readonly #kept = new Set<string>();

  constructor(org: OrgStorage, moment: number) {
    this.#org = org;
    this.#moment = moment;
    this.#records = new GivenRecords(org, moment);
  }

  keep({ permissionSets, profiles, groups, muting }: PermissionMetadata): void {
    this.#keepProfiles(profiles);
    const setIds = this.#keepSets(permissionSets);
    const mutingIds = this.#keepMuting(muting);
    this.#keepGroups(groups, setIds, mutingIds);
    this.#removeOthers();
    keepProfileAssignments(this.#org, this.#moment);
  }

  #keepProfiles(deployed: readonly Profile[]): void {
    const byName = new Map(deployed.map((profile) => [profile.name, profile]));
    const others = deployed.filter(({ name }) => !STANDARD_PROFILES.some((standard) => standard.name === name));
    const all = [
      ...STANDARD_PROFILES.map((standard) => ({
        name: standard.name,
        license: standard.license,
        description: byName.get(standard.name)?.description ?? standard.description,
        custom: false,
        given: standardGrants(standard, this.#org.schema),
      })),
      ...others.map(({ name, userLicense, description }) => ({
        name,
        license: userLicense === 'Salesforce Integration' ? ('Salesforce Integration' as const) : ('Salesforce' as const),
        description,
        custom: true,
        given: new Map<string, string>(),
      })),
    ];
    const licences = this.#licences();
    const ids = this.#rows(
      'Profile',
      ['Name'],
      all.map(({ name, license, description }) => ({
        Name: name,
        UserType: 'Standard',
        UserLicenseId: licences.get(license) ?? null,
        Description: description ?? null,
      })),
    );
    const owned = this.#rows(
      'PermissionSet',
      ['ProfileId'],
      all.map(({ custom }, place) => ({
        Name: `X${(ids[place] ?? '').slice(0, 15)}`,
        Label: (ids[place] ?? '').slice(0, 15),
        IsOwnedByProfile: true,
        IsCustom: custom,
        ProfileId: ids[place] ?? null,
        Type: 'Profile',
      })),
    );
    for (const [place, { name, given }] of all.entries()) {
      const file = byName.get(name);
      this.#give(
        `profile ${name}`,
        owned[place] ?? '',
        file === undefined ? given : giveFile(given, file.grants, this.#org.schema),
        ids[place],
      );
    }
  }

  #licences(): ReadonlyMap<ProfileLicense, string> {
    const rows = [
      ['Salesforce', 'SFDC'],
      ['Salesforce Integration', 'PID_Salesforce_Integration'],
    ] as const;
    const ids = this.#rows(
      'UserLicense',
      ['LicenseDefinitionKey'],
      rows.map(([name, key]) => ({
        LicenseDefinitionKey: key,
        Name: name,
        MasterLabel: name,
        Status: 'Active',
        TotalLicenses: 100,
        UsedLicenses: 1,
      })),
      true,
    );
    return new Map(rows.map(([name], place) => [name, ids[place] ?? '']));
  }

  #keepSets(sets: readonly PermissionSet[]): ReadonlyMap<string, string> {
    const ids = this.#rows(
      'PermissionSet',
      ['Name'],
      sets.map(({ name, label, description, hasActivationRequired }) => ({
        Name: name,
        Label: label,
        Description: description ?? null,
        IsCustom: true,
        IsOwnedByProfile: false,
        HasActivationRequired: hasActivationRequired,
        Type: 'Regular',
      })),
    );
    for (const [place, { name, grants }] of sets.entries()) {
      this.#give(`set ${name}`, ids[place] ?? '', giveFile(new Map(), grants, this.#org.schema));
    }
    return new Map(sets.map(({ name }, place) => [name, ids[place] ?? '']));
  }

  #keepMuting(sets: readonly MutingPermissionSet[]): ReadonlyMap<string, string> {
    const ids = this.#rows(
      'MutingPermissionSet',
      ['DeveloperName'],
      sets.map(({ name, label, description }) => ({
        DeveloperName: name,
        MasterLabel: label,
        Description: description ?? null,
        Language: 'en_US',
      })),
    );
    for (const [place, { name, grants }] of sets.entries()) {
      this.#give(`muting ${name}`, ids[place] ?? '', giveFile(new Map(), grants, this.#org.schema));
    }
    return new Map(sets.map(({ name }, place) => [name, ids[place] ?? '']));
  }

  #keepGroups(groups: readonly PermissionSetGroup[], sets: ReadonlyMap<string, string>, muting: ReadonlyMap<string, string>): void {
    const groupIds = this.#rows(
      'PermissionSetGroup',
      ['DeveloperName'],
      groups.map(({ name, label, description }) => ({
        DeveloperName: name,
        MasterLabel: label,
        Description: description ?? null,
        Language: 'en_US',
        Status: 'Updated',
      })),
    );
    const members = groups.map(({ permissionSets, mutingPermissionSets }) => ({
      sets: permissionSets.flatMap((name) => sets.get(name) ?? []),
      muting: mutingPermissionSets.flatMap((name) => muting.get(name) ?? []),
    }));
    keepRows(
      this.#org,
      {
        object: 'PermissionSetGroupComponent',
        key: ['PermissionSetGroupId', 'PermissionSetId'],
        rows: members.flatMap((of, place) =>
          [...of.sets, ...of.muting].map((id) => ({ PermissionSetGroupId: groupIds[place] ?? null, PermissionSetId: id })),
        ),
      },
      this.#moment,
    );
    // Assignments name the permission set that stands for the group.
    const owned = this.#rows(
      'PermissionSet',
      ['PermissionSetGroupId'],
      groups.map(({ label, description }, place) => ({
        Name: `X${(groupIds[place] ?? '').slice(0, 15)}`,
        Label: label,
        Description: description ?? null,
        IsCustom: true,
        IsOwnedByProfile: false,
        PermissionSetGroupId: groupIds[place] ?? null,
        Type: 'Group',
      })),
    );
    for (const [place, { name }] of groups.entries()) {
      const of = members[place] ?? { sets: [], muting: [] };
      this.#give(`group ${name}`, owned[place] ?? '', giveGroup(groupGrants(this.#org.database, of.sets, of.muting), this.#org.schema));
    }
  }

  #give(owner: string, id: string, given: Given, profileId?: string): void {
    this.#kept.add(owner);
    this.#records.keep({ name: owner, id, ...(profileId === undefined ? {} : { profileId }) }, given);
  }

  #rows(object: string, key: readonly string[], rows: readonly FieldValues[], madeOnce = false): readonly string[] {
    return keepRows(this.#org, { object, key, rows, othersStay: true, madeOnce }, this.#moment);
  }

  /** What metadata made and has no more. A profile stays for as long as somebody has it. */
  #removeOthers(): void {
    for (const owner of this.#records.owners()) {
      if (this.#kept.has(owner)) continue;
      const [kind = '', ...words] = owner.split(' ');
      const name = words.join(' ');
      if (kind === 'set') this.#remove('PermissionSet', '"Name" = ?', name);
      else if (kind === 'muting') this.#remove('MutingPermissionSet', '"DeveloperName" = ?', name);
      else if (kind === 'group') {
        this.#remove('PermissionSet', '"PermissionSetGroupId" = (SELECT "Id" FROM "PermissionSetGroup" WHERE "DeveloperName" = ?)', name);
        this.#remove('PermissionSetGroup', '"DeveloperName" = ?', name);
      } else if (!this.#removeProfile(name)) continue;
      this.#records.forget(owner);
    }
  }

  #removeProfile(name: string): boolean {
    const user = 'SELECT 1 FROM "User" JOIN "Profile" AS own ON own."Id" = "ProfileId" WHERE own."Name" = ?';
    if (this.#org.database.prepare(user).get(name) !== undefined) return false;
    this.#remove('PermissionSet', '"ProfileId" = (SELECT "Id" FROM "Profile" WHERE "Name" = ?)', name);
    this.#remove('Profile', '"Name" = ?', name);
    return true;
  }

  #remove(objectName: string, condition: string, name: string): void {
    const { schema, database } = this.#org;
    const object = schema.object(objectName);
    if (object === undefined) return;
    const ids = database
      .prepareArrays(`SELECT "Id" FROM ${quoteName(objectName)} WHERE ${condition}`)
      .all(name)
      .map(([id]) => String(id));
    if (ids.length === 0) return;
    for (const { childObject, field } of object.childRelationships.filter(({ onDelete }) => onDelete === 'Cascade')) {
      const child: SObjectType | undefined = schema.object(childObject);
      if (child !== undefined) this.#purge(child.name, field, ids);
    }
    // Rows of a muting set hang on it, although their lookup is to permission sets.
    for (const child of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess', 'PermissionSetTabSetting']) {
      this.#purge(child, 'ParentId', ids);
    }
    this.#purge(objectName, 'Id', ids);
  }

  #purge(objectName: string, field: string, ids: readonly string[]): void {
    const { database } = this.#org;
    database
      .prepare(`DELETE FROM ${quoteName(objectName)} WHERE ${quoteName(field)} IN (SELECT value FROM json_each(?))`)
      .run(JSON.stringify(ids));
    database.changes.note(objectName);
    database.rowCache.clear();
  }
}
