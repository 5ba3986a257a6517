import { makeCustomers, type Customers } from './customers';
import type { RunningOrg } from '../support/runningOrg';

/** Ids of what the pictures of the admin guide show. */
export interface GuideData {
  readonly customers: Customers;
  /** Open follow-up of the falling account's newest answer. */
  readonly followUpId: string;
  /** May see figures, not names or words of customers. */
  readonly viewer: string;
  readonly surveyId: string;
  /** An account whose name is one long German word, with an answer that is set aside. */
  readonly germanAccountId: string;
}

const GERMAN_NAME = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH';
const VIEWER = 'Vera Viewer';
const GERMAN_COMMENT = 'Die Geschwindigkeitsbegrenzungsüberschreitungsbenachrichtigung kam erst nach drei Wochen.';

/** Makes customers, a survey with a touchpoint, a rebaseline, an answer in quarantine and what the sync service said of the setup. */
export async function makeGuideData(org: RunningOrg): Promise<GuideData> {
  const customers = await makeCustomers(org);
  const admin = await only(org, "SELECT Id FROM User WHERE Username LIKE '%admin%' AND IsActive = true LIMIT 1");
  await create(org, 'PulseTouchpoint__c', { Name: 'Delivery', Key__c: 'Delivery', Lead__c: admin, Position__c: 1 });
  const survey = { Program__c: 'Transactional', Touchpoint__c: 'Delivery', Status__c: 'Active', FallbackOwner__c: admin };
  const surveyId = await create(org, 'PulseSurvey__c', {
    Name: 'After a delivery',
    Key__c: 'after-delivery',
    Question__c: 'How likely are you to recommend us?',
    ...survey,
  });
  await update(org, 'Account', { Id: customers.falling.accountId, PulseSegment__c: 'A' });
  const pulse = await only(org, `SELECT Id FROM AccountPulse__c WHERE Account__c = '${customers.falling.accountId}'`);
  const rebaseline = {
    ComparisonStart__c: '2026-03-01',
    RebaselineNote__c: 'New carrier since March: earlier answers are about the old one.',
  };
  await update(org, 'AccountPulse__c', { Id: pulse, ...rebaseline });
  const doctor = { Source__c: 'Doctor', CheckedAt__c: new Date().toISOString() };
  await create(org, 'PulseSetupStep__c', {
    Name: 'Connect the sync service',
    Key__c: 'serviceConnected',
    Status__c: 'Done',
    Detail__c: 'Answers arrive from 2 sources.',
    ...doctor,
  });
  const germanAccountId = await germanAccount(org);
  await org.settled();
  const followUpId = await only(org, `SELECT Id FROM PulseFollowUp__c WHERE Response__c = '${customers.responseId}'`);
  await viewerUser(org);
  return { customers, followUpId, germanAccountId, viewer: VIEWER, surveyId };
}

/** A user of the profile that grants nothing of the package, with the permission set for figures. */
async function viewerUser(org: RunningOrg): Promise<void> {
  const profile = await only(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const locale = { LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_US', EmailEncodingKey: 'UTF-8', TimeZoneSidKey: 'Europe/Copenhagen' };
  const user = await create(org, 'User', {
    FirstName: 'Vera',
    LastName: 'Viewer',
    Alias: 'viewer',
    Email: 'viewer@example.com',
    Username: 'viewer@customer-pulse.example',
    ProfileId: profile,
    ...locale,
  });
  const permissionSet = await only(org, "SELECT Id FROM PermissionSet WHERE Name = 'CustomerPulseViewer'");
  await create(org, 'PermissionSetAssignment', { AssigneeId: user, PermissionSetId: permissionSet });
}

async function germanAccount(org: RunningOrg): Promise<string> {
  const account = await create(org, 'Account', { Name: GERMAN_NAME });
  const name = { FirstName: 'Anna-Magdalena', LastName: 'Wolfeschlegelsteinhausenbergerdorff' };
  await create(org, 'Contact', { ...name, Email: 'anna@donau.example', AccountId: account });
  const lines = [
    'response_id,source,email,rating,responded_at,touchpoint,comment,reasons',
    `de-1,e2e,anna@donau.example,3,${new Date(Date.now() - 86_400_000).toISOString()},Auftragsbestätigung,"${GERMAN_COMMENT}",Lieferverzögerungsentschädigung`,
    `de-2,e2e,anna@donau.example,10,${new Date(Date.now() - 3 * 86_400_000).toISOString()},Auftragsbestätigung,"${GERMAN_COMMENT}",`,
  ];
  const { exitCode, stderr } = await org.customerPulse('import', org.file('german.csv', lines.join('\n')));
  if (exitCode !== 0) throw new Error(stderr);
  await org.settled();
  const aside = await only(org, "SELECT Id FROM PulseResponse__c WHERE ExternalId__c = 'e2e:de-2'");
  const why = { QuarantineReason__c: 'TooFast', Why__c: 'Answered in one second, from a machine of our own.' };
  await create(org, 'PulseOverride__c', { Response__c: aside, Kind__c: 'Quarantine', ...why });
  return account;
}

async function create(org: RunningOrg, object: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const result = await org.connection.sobject(object).create({ ...values });
  if (!result.success) throw new Error(`${object} was not created: ${JSON.stringify(result.errors)}`);
  return result.id;
}

async function update(org: RunningOrg, object: string, values: Readonly<Record<string, unknown>> & { readonly Id: string }): Promise<void> {
  const result = await org.connection.sobject(object).update({ ...values });
  if (!result.success) throw new Error(`${object} was not changed: ${JSON.stringify(result.errors)}`);
}

async function only(org: RunningOrg, soql: string): Promise<string> {
  const { records } = await org.connection.query<{ Id: string }>(soql);
  const [record] = records;
  if (!record) throw new Error(`Nothing found: ${soql}`);
  return record.Id;
}
