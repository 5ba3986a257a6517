import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '../../demo-data/generateDemo';
import { readMaterial } from '../../demo-data/material';
import { readDemoFile, writeDemo } from '../../demo-data/writeDemo';
import type { FirstRun } from '../firstData';
import { importAnswers } from '../importAnswers';
import { createMissing } from './createMissing';
import { recallHistory } from './history';
import { askSomeCustomers } from './invitations';
import { assignPermissionSets, setManagers } from './people';
import { userDefaults } from './userDefaults';

/** Puts the demo's people and customers into the org and imports their answers. Cut short, it goes on where it stopped. */
export async function loadDemo(run: FirstRun): Promise<void> {
  const folder = join(run.options.dataFolder, 'demo');
  const answers = join(folder, 'responses.csv');
  // Made once: a second attempt must meet the same answers. The CSV is written last.
  if (!existsSync(answers)) writeDemo(generateDemo(readMaterial(), new Date()), folder);

  const { connection, say } = run;
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
  const surveys = readDemoFile(folder, 'surveys.json');
  await createMissing(connection, 'PulseSurvey__c', 'Key__c', surveys, (survey) => ({
    ...survey.fields,
    FallbackOwner__c: idOf(userIds, survey.fallbackOwner),
  }));
  const accounts = readDemoFile(folder, 'accounts.json');
  const accountIds = await createMissing(connection, 'Account', 'Name', accounts, (account) => ({
    ...account.fields,
    OwnerId: idOf(userIds, account.owner),
  }));
  const contacts = readDemoFile(folder, 'contacts.json');
  await createMissing(connection, 'Contact', 'Email', contacts, (contact) => ({
    ...contact.fields,
    AccountId: idOf(accountIds, contact.account),
    OwnerId: idOf(userIds, contact.owner),
  }));
  const left = users.filter((user) => user.fields['IsActive'] === false).map((user) => idOf(userIds, user.key));
  for (const id of left) if (id !== undefined) await connection.sobject('User').update({ Id: id, IsActive: false });

  say(`Loading the demo: ${String(accounts.length)} invented accounts, ${String(contacts.length)} contacts and their answers.`);
  await importAnswers(run, answers);
  await askSomeCustomers(
    connection,
    surveys.map((survey) => String(survey.fields['Key__c'])),
  );
  await recallHistory(connection, new Date());
}
