import type { RunningOrg } from '../support/runningOrg';

/** Ids of what the pictures of the admin guide show. */
export interface GuideData {
  /** An account whose pulse falls; its newest answer is unhappy. */
  readonly accountId: string;
  /** Open follow-up of that answer. */
  readonly followUpId: string;
  /** May see figures, not names or words of customers. */
  readonly viewer: string;
  readonly surveyId: string;
  /** An account whose name is one long German word, with an answer that is set aside. */
  readonly germanAccountId: string;
}

const DAY = 86_400_000;

/** Rating, touchpoint and words of the answers of the falling account, newest first, one every two weeks. */
const ANSWERS: readonly (readonly [number | '', string, string])[] = [
  [2, 'Delivery', 'The second delivery came on a Friday evening, when nobody was there to receive it. On Monday the goods were warm.'],
  [6, 'Service', 'The technician was friendly, but it took three calls until somebody came.'],
  ['', 'Service', 'I would rather not give a number. Please call me.'],
  [7, 'Delivery', 'On time this week.'],
  [5, 'Delivery', 'Two pallets short, and the papers said otherwise.'],
  [8, 'Sales', 'Good advice on the new racks.'],
  [4, 'Delivery', 'Late again. Our shop had nothing to sell until noon.'],
  [9, 'Service', 'Repaired within the hour.'],
  [6, 'Delivery', 'The driver did not know where to unload.'],
  [7, 'Invoicing', 'The invoice was right at the second try.'],
  [9, 'Sales', 'Honest about what we do not need.'],
  [8, 'Service', 'Quick help on the phone.'],
];

/** The year before: all was well. */
const EARLIER_RATINGS = [9, 10, 9, 8, 10, 9, 9, 10, 8, 9];

const GERMAN_NAME = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH';
const VIEWER = 'Vera Viewer';
const GERMAN_COMMENT = 'Die Geschwindigkeitsbegrenzungsüberschreitungsbenachrichtigung kam erst nach drei Wochen.';

/** Makes customers, a survey with a touchpoint, a rebaseline, an answer in quarantine and what the sync service said of the setup. */
export async function makeGuideData(org: RunningOrg): Promise<GuideData> {
  const accountId = await fallingAccount(org);
  const admin = await only(org, "SELECT Id FROM User WHERE Username LIKE '%admin%' AND IsActive = true LIMIT 1");
  await create(org, 'PulseTouchpoint__c', { Name: 'Delivery', Key__c: 'Delivery', Lead__c: admin, Position__c: 1 });
  const survey = { Program__c: 'Transactional', Touchpoint__c: 'Delivery', Status__c: 'Active', FallbackOwner__c: admin };
  const surveyId = await create(org, 'PulseSurvey__c', {
    Name: 'After a delivery',
    Key__c: 'after-delivery',
    Question__c: 'How likely are you to recommend us?',
    ...survey,
  });
  await update(org, 'Account', { Id: accountId, PulseSegment__c: 'A' });
  const pulse = await only(org, `SELECT Id FROM AccountPulse__c WHERE Account__c = '${accountId}'`);
  const rebaseline = {
    ComparisonStart__c: startOfComparison(),
    RebaselineNote__c: 'New carrier since then: earlier answers are about the old one.',
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
  const followUpId = await only(org, `SELECT Id FROM PulseFollowUp__c WHERE Response__r.ExternalId__c = 'guide:new-0'`);
  await viewerUser(org);
  return { accountId, followUpId, germanAccountId, viewer: VIEWER, surveyId };
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

async function fallingAccount(org: RunningOrg): Promise<string> {
  const account = await create(org, 'Account', { Name: 'Ravnsborg Cold Storage', Industry: 'Food & Beverage', Phone: '+45 70 10 20 30' });
  const email = 'kirsten.holm@ravnsborg.example';
  await create(org, 'Contact', { FirstName: 'Kirsten', LastName: 'Holm', Title: 'Head of Warehouse', Email: email, AccountId: account });
  const line = (id: string, rating: number | '', daysAgo: number, touchpoint: string, comment: string, reasons = ''): string =>
    [id, 'guide', email, rating, new Date(Date.now() - daysAgo * DAY).toISOString(), touchpoint, `"${comment}"`, reasons].join(',');
  const recent = ANSWERS.map(([rating, touchpoint, comment], index) =>
    line(`new-${String(index)}`, rating, 2 + index * 14, touchpoint, comment, index === 0 ? 'Delivery;Communication' : ''),
  );
  const earlier = EARLIER_RATINGS.map((rating, index) => line(`old-${String(index)}`, rating, 380 + index * 25, 'Service', 'All well.'));
  await importAnswers(org, 'guide.csv', [...recent, ...earlier]);
  return account;
}

async function germanAccount(org: RunningOrg): Promise<string> {
  const account = await create(org, 'Account', { Name: GERMAN_NAME });
  const name = { FirstName: 'Anna-Magdalena', LastName: 'Wolfeschlegelsteinhausenbergerdorff' };
  await create(org, 'Contact', { ...name, Email: 'anna@donau.example', AccountId: account });
  const lines = [
    `de-1,e2e,anna@donau.example,3,${new Date(Date.now() - DAY).toISOString()},Auftragsbestätigung,"${GERMAN_COMMENT}",Lieferverzögerungsentschädigung`,
    `de-2,e2e,anna@donau.example,10,${new Date(Date.now() - 3 * DAY).toISOString()},Auftragsbestätigung,"${GERMAN_COMMENT}",`,
  ];
  await importAnswers(org, 'german.csv', lines);
  const aside = await only(org, "SELECT Id FROM PulseResponse__c WHERE ExternalId__c = 'e2e:de-2'");
  const why = { QuarantineReason__c: 'TooFast', Why__c: 'Answered in one second, from a machine of our own.' };
  await create(org, 'PulseOverride__c', { Response__c: aside, Kind__c: 'Quarantine', ...why });
  return account;
}

/** A day before every answer of the year before, and within the two windows that are compared. */
function startOfComparison(): string {
  return new Date(Date.now() - 640 * DAY).toISOString().slice(0, 10);
}

async function importAnswers(org: RunningOrg, file: string, lines: readonly string[]): Promise<void> {
  const head = 'response_id,source,email,rating,responded_at,touchpoint,comment,reasons';
  const { exitCode, stderr } = await org.customerPulse('import', org.file(file, [head, ...lines].join('\n')));
  if (exitCode !== 0) throw new Error(stderr);
  await org.settled();
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
