import { soqlText } from '../../salesforce/soql.ts';

const fields = [
  'Id, Status__c, ClaimedBy__c, ClaimedUntil__c, LastModifiedDate, Survey__c, SurveyVersion__c, Program__c, Email__c, Language__c',
  'Contact__c, Contact__r.FirstName, Contact__r.LastName, Lead__c, Lead__r.FirstName, Lead__r.LastName',
  'Account__c, Account__r.Name, Touchpoint__c, RelatedRecordId__c, ExpiresAt__c, SentAt__c, RemindAt__c, RemindedAt__c',
].join(', ');

const phones = 'Contact__r.Phone, Contact__r.MobilePhone';

/** Fields of an invitation, for a SELECT. */
export function invitationFields(withPhones: boolean): string {
  return withPhones ? `${fields}, ${phones}` : fields;
}

/** What may be sent now: its time has come, it has not expired, and nobody holds it. */
export function dueCondition(now: string): string {
  const isFree = `(Status__c = 'Requested' OR (Status__c = 'Claimed' AND ClaimedUntil__c <= ${now}))`;
  return `SendAfter__c <= ${now} AND ExpiresAt__c > ${now} AND ${isFree}`;
}

/** What may be reminded now. */
export function reminderCondition(now: string): string {
  return `RemindAt__c <= ${now} AND RemindedAt__c = NULL AND ExpiresAt__c > ${now} AND Status__c IN ('Sent', 'Opened')`;
}

/** What nobody has answered in time. */
export function overdueCondition(now: string): string {
  const awaits = `(Status__c IN ('Requested', 'Sent', 'Opened') OR (Status__c = 'Claimed' AND ClaimedUntil__c <= ${now}))`;
  return `ExpiresAt__c <= ${now} AND ${awaits}`;
}

export function claimedCondition(now: string): string {
  return `Status__c = 'Claimed' AND ClaimedUntil__c > ${now}`;
}

export function countBySurvey(condition: string): string {
  return `SELECT Survey__c, COUNT(Id) invitations FROM PulseInvitation__c WHERE ${condition} GROUP BY Survey__c`;
}

export function idsOf(condition: string, surveyId: string, order: string, limit: number): string {
  return `SELECT Id FROM PulseInvitation__c WHERE ${condition} AND Survey__c = ${soqlText(surveyId)} ORDER BY ${order}, Id LIMIT ${limit}`;
}

export function listOf(values: readonly string[]): string {
  return `(${values.map(soqlText).join(', ')})`;
}
