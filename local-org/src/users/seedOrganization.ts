import type { FieldValues, Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RecordStore } from '../storage/recordStore.ts';

/** Records that every org has before anybody logs in. */
export interface SeededOrganization {
  readonly organizationId: string;
  readonly adminId: string;
  readonly integrationUserId: string;
}

const adminUsername = 'admin@customer-pulse.example';
const integrationUsername = 'integration@customer-pulse.example';

/** Finds the org's own records, making those that are missing. */
export function seedOrganization(database: OrgDatabase, schema: Schema, store: RecordStore, now: number): SeededOrganization {
  const seeder = new Seeder(database, schema, store, Math.floor(now / 1000) * 1000);
  return database.transaction(() => {
    const organizationId = seeder.findOrCreate('Organization', 'Name', 'Customer Pulse (local org)', {
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'Europe/London',
      IsSandbox: false,
    });
    const licenceId = seeder.findOrCreate('UserLicense', 'LicenseDefinitionKey', 'SFDC', {
      Name: 'Salesforce',
      MasterLabel: 'Salesforce',
      Status: 'Active',
      TotalLicenses: 100,
      UsedLicenses: 2,
    });
    const profileIds = ['System Administrator', 'Standard User', 'Minimum Access - API Only Integrations'].map((name) =>
      seeder.findOrCreate('Profile', 'Name', name, { UserType: 'Standard', UserLicenseId: licenceId }),
    );
    const adminId = seeder.findOrCreate('User', 'Username', adminUsername, person('Ada', 'Admin', adminUsername, profileIds[0]));
    const integrationUserId = seeder.findOrCreate(
      'User',
      'Username',
      integrationUsername,
      person('Iris', 'Integration', integrationUsername, profileIds[2]),
    );
    return { organizationId, adminId, integrationUserId };
  });
}

function person(firstName: string, lastName: string, username: string, profileId: string | undefined): FieldValues {
  return {
    FirstName: firstName,
    LastName: lastName,
    Name: `${firstName} ${lastName}`,
    Email: username,
    Alias: firstName.toLowerCase(),
    CommunityNickname: firstName.toLowerCase(),
    IsActive: true,
    TimeZoneSidKey: 'Europe/London',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    UserType: 'Standard',
    ProfileId: profileId ?? null,
  };
}

/** Writes records without flows or rules: there is no user yet who could save them. */
export class Seeder {
  readonly #database: OrgDatabase;
  readonly #schema: Schema;
  readonly #store: RecordStore;
  readonly #now: number;

  constructor(database: OrgDatabase, schema: Schema, store: RecordStore, now: number) {
    this.#database = database;
    this.#schema = schema;
    this.#store = store;
    this.#now = now;
  }

  /** Id of the record whose field has this value; made with these values when there is none. */
  findOrCreate(objectName: string, fieldName: string, value: string, values: FieldValues): string {
    const object = this.#schema.object(objectName);
    if (object === undefined) throw new Error(`The org has no object ${objectName}`);
    const row = this.#database.prepare(`SELECT "Id" AS id FROM "${object.name}" WHERE "${fieldName}" = ? AND "IsDeleted" = 0`).get(value);
    if (typeof row?.['id'] === 'string') return row['id'];
    const id = this.#store.newId(object);
    const stamp: FieldValues = { CreatedDate: this.#now, LastModifiedDate: this.#now, SystemModstamp: this.#now };
    this.#store.insert(object, [{ ...stamp, IsDeleted: false, ...values, [fieldName]: value, Id: id }]);
    return id;
  }
}
