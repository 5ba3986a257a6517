import type { Answer } from '../answer.ts';
import { recordId } from '../salesforce/recordId.ts';
import { normaliseEmail } from './email.ts';
import { normalisePhone } from './phone.ts';
import type { MatchSettings } from './settings.ts';

/** What an answer says about who gave it and what it is about, in normal form; what is malformed is missing. */
export interface Clues {
  readonly invitationId: string | undefined;
  readonly contactId: string | undefined;
  readonly contactKey: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly respondent: string | undefined;
  readonly accountId: string | undefined;
  readonly caseId: string | undefined;
  readonly opportunityId: string | undefined;
}

export function cluesOf({ text }: Pick<Answer, 'text'>, settings: Pick<MatchSettings, 'phoneCountry'>): Clues {
  return {
    // The prefix of our own object differs from org to org.
    invitationId: recordId(text.invitation, ''),
    contactId: recordId(text.contact_id, '003'),
    contactKey: text.contact_key?.trim() || undefined,
    email: normaliseEmail(text.email),
    phone: normalisePhone(text.phone, settings.phoneCountry),
    respondent: text.respondent ?? undefined,
    accountId: recordId(text.account_id, '001'),
    caseId: recordId(text.case_id, '500'),
    opportunityId: recordId(text.opportunity_id, '006'),
  };
}
