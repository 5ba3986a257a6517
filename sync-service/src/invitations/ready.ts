import type { InvitationRecord } from './org/records.ts';
import type { ReadyInvitation, Wording } from './sender.ts';
import type { SurveyInfo } from './situation.ts';

/** What a sender is handed: everything that is known, blank fields left out. @returns undefined when there is no address */
export function readyInvitation(
  record: InvitationRecord,
  kind: ReadyInvitation['kind'],
  survey: SurveyInfo,
  wording: Wording | undefined,
): ReadyInvitation | undefined {
  if (record.Email__c === undefined) return undefined;
  const person = record.Contact__r ?? record.Lead__r ?? undefined;
  return {
    id: record.Id,
    kind,
    surveyKey: survey.key,
    email: record.Email__c,
    ...given('surveyName', survey.name),
    ...given('surveyVersion', record.SurveyVersion__c),
    ...given('program', record.Program__c),
    ...given('wording', wording),
    ...given('phone', record.Contact__r?.MobilePhone ?? record.Contact__r?.Phone),
    ...given('language', record.Language__c),
    ...given('firstName', person?.FirstName),
    ...given('lastName', person?.LastName),
    ...given('accountName', record.Account__r?.Name),
    ...given('accountId', record.Account__c),
    ...given('contactId', record.Contact__c),
    ...given('leadId', record.Lead__c),
    ...given('touchpoint', record.Touchpoint__c),
    ...given('relatedRecordId', record.RelatedRecordId__c),
    ...given(
      'expiresAt',
      record.ExpiresAt__c === undefined ? undefined : new Date(record.ExpiresAt__c.replace(/\+0000$/, 'Z')).toISOString(),
    ),
  };
}

/** A member that is there when it has a value. */
function given<Name extends keyof ReadyInvitation>(name: Name, value: ReadyInvitation[Name] | undefined): Partial<ReadyInvitation>;
function given(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
