import type { ActionContext, ActionError } from './types.ts';

/** An e-mail that an action wants to go out. */
export interface Message {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly relatedRecordId: string | undefined;
}

/** Recipients of single e-mails in 24 hours (Help, "General Email Limits"). */
export const dailySingleEmails = 5000;

const mostRecipients = 150;

/** Puts an e-mail into the outbox; the reason when the platform would refuse to send it. */
export function sendMessage(message: Message, action: string, caller: string, context: ActionContext): ActionError | undefined {
  const { outbox, clock } = context.services;
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  const bad = recipients.find((address) => !isAddress(address));
  if (bad !== undefined) return { statusCode: 'INVALID_EMAIL_ADDRESS', message: `Invalid email address: ${bad}` };
  if (recipients.length > mostRecipients) {
    return { statusCode: 'LIMIT_EXCEEDED', message: `The number of recipients must be ${mostRecipients} or fewer.` };
  }
  const now = clock.now();
  const outside = recipients.filter((address) => address.toLowerCase() !== context.user.email.toLowerCase()).length;
  if (outbox.countedSince(startOfDay(now)) + outside > dailySingleEmails) {
    return { statusCode: 'SINGLE_EMAIL_LIMIT_EXCEEDED', message: 'The daily limit for single emails is exceeded.' };
  }
  outbox.addEmail({ at: now, action, caller, ...message }, outside);
  return undefined;
}

/** The limit is counted by days of Greenwich Mean Time. */
function startOfDay(moment: number): number {
  return moment - (moment % 86_400_000);
}

function isAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s,;<>@][^\s,.;<>@]*\.[^\s,;<>@]+$/u.test(text);
}
