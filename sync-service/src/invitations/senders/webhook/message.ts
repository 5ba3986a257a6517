import type { ReadyInvitation } from '../../sender.ts';
import { hiddenFields } from '../hiddenFields.ts';

/** The id of the message: the same invitation always has the same one. */
export function messageId({ id, kind }: Pick<ReadyInvitation, 'id' | 'kind'>): string {
  return `${id}-${kind}`;
}

/** The message as JSON; what is unknown is left out. */
export function messageBody(invitation: ReadyInvitation, now: Date): string {
  const { wording } = invitation;
  return JSON.stringify({
    type: invitation.kind === 'first' ? 'invitation.send' : 'invitation.remind',
    timestamp: now.toISOString(),
    data: {
      invitation: invitation.id,
      survey: {
        key: invitation.surveyKey,
        name: invitation.surveyName,
        program: invitation.program,
        version: invitation.surveyVersion,
        question: wording?.question,
        scaleLow: wording?.scaleLow,
        scaleHigh: wording?.scaleHigh,
        furtherQuestions: wording?.furtherQuestions,
      },
      person: {
        email: invitation.email,
        phone: invitation.phone,
        firstName: invitation.firstName,
        lastName: invitation.lastName,
        language: invitation.language,
        contactId: invitation.contactId,
        leadId: invitation.leadId,
      },
      account: { id: invitation.accountId, name: invitation.accountName },
      touchpoint: invitation.touchpoint,
      relatedRecordId: invitation.relatedRecordId,
      expiresAt: invitation.expiresAt,
      hidden: hiddenFields(invitation),
    },
  });
}
