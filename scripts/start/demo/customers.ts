import type { Connection } from 'jsforce';
import { readDemoFile } from '../../demo-data/writeDemo';
import type { MayBeAsked } from './ask';
import { createMissing } from './createMissing';
import { update } from './createRecords';
import { assignPermissionSets, setManagers } from './people';
import { userDefaults } from './userDefaults';

/** What the demo's records are called in the org. */
export interface Customers {
  readonly accounts: number;
  /** Ids of the contacts by address. */
  readonly contacts: ReadonlyMap<string, string>;
  /** Ids of the surveys by key. */
  readonly surveys: ReadonlyMap<string, string>;
  readonly mayBeAsked: MayBeAsked;
  /** Names of those who look after customers. */
  readonly people: readonly string[];
}

/** Puts the demo's people, touchpoints, surveys and customers into the org, unless they are there. */
export async function loadCustomers(connection: Connection, folder: string): Promise<Customers> {
  const users = readDemoFile(folder, 'users.json');
  const defaults = await userDefaults(connection);
  // Somebody who left has owned accounts before: made active, deactivated once the accounts are theirs.
  const userIds = await createMissing(connection, 'User', 'Username', users, (user) => ({ ...defaults, ...user.fields, IsActive: true }));
  const idOf = (ids: ReadonlyMap<string, string>, key: string | undefined): string | undefined =>
    key === undefined ? undefined : ids.get(key);

  await setManagers(connection, users, userIds);
  await assignPermissionSets(connection, [...userIds.values()]);

  await createMissing(connection, 'PulseTouchpoint__c', 'Key__c', readDemoFile(folder, 'touchpoints.json'), (touchpoint) => ({
    ...touchpoint.fields,
    Lead__c: idOf(userIds, touchpoint.lead),
  }));
  // Nothing is fresh as long as history is loaded: the follow-ups of the past are brought in as they ended.
  const surveys = await createMissing(connection, 'PulseSurvey__c', 'Key__c', readDemoFile(folder, 'surveys.json'), (survey) => ({
    ...survey.fields,
    FallbackOwner__c: idOf(userIds, survey.fallbackOwner),
    FreshDays__c: 0,
  }));
  const accounts = readDemoFile(folder, 'accounts.json');
  const accountIds = await createMissing(connection, 'Account', 'Name', accounts, (account) => ({
    ...account.fields,
    OwnerId: idOf(userIds, account.owner),
  }));
  const contacts = readDemoFile(folder, 'contacts.json');
  const contactIds = await createMissing(connection, 'Contact', 'Email', contacts, (contact) => ({
    ...contact.fields,
    AccountId: idOf(accountIds, contact.account),
    OwnerId: idOf(userIds, contact.owner),
  }));
  const left = users.filter((user) => user.fields['IsActive'] === false).map((user) => idOf(userIds, user.key));
  for (const id of left) if (id !== undefined) await connection.sobject('User').update({ Id: id, IsActive: false });

  const leftAlone = new Set(accounts.filter((account) => account.notAsked).map((account) => account.key));
  const email = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): string => String(fields['Email']);
  return {
    accounts: accounts.length,
    contacts: new Map(contacts.flatMap((contact) => pair(email(contact), contactIds.get(contact.key)))),
    surveys,
    people: users
      .filter((user) => user.fields['IsActive'] === true && user.manager !== undefined)
      .map(({ fields }) => `${String(fields['FirstName'])} ${String(fields['LastName'])}`),
    mayBeAsked: {
      contacts: contacts
        .filter((contact) => !leftAlone.has(contact.account ?? ''))
        .toSorted((one, other) => email(one).localeCompare(email(other)))
        .flatMap((contact) => contactIds.get(contact.key) ?? []),
      surveys: [...surveys.values()],
    },
  };
}

/** From now on answers are fresh for as long as the policy says. */
export async function expectNews(connection: Connection, { surveys }: Customers): Promise<void> {
  await update(
    connection,
    'PulseSurvey__c',
    [...surveys.values()].map((Id) => ({ Id, FreshDays__c: null })),
  );
}

function pair(key: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[key, value]];
}
