import type { Connection } from 'jsforce';
import type { DemoInvitation } from '../../demo-data/demoData';
import { REQUESTED_BY } from './ask';
import { create } from './createRecords';

interface PresentInvitation {
  readonly Id: string;
  readonly Contact__r: { readonly Email: string };
  readonly SentAt__c: string;
}

/** Ids of invitations by their key in the demo. */
export type InvitationIds = ReadonlyMap<string, string>;

/**
 * Brings in who was asked, as the guide has an admin do it who comes from another tool: contact, survey, when it was sent.
 * The answers make them answered, the nights make the rest expire. Does nothing for what is there.
 * @param sent those to be brought in now
 * @param all those whose ids are wanted
 */
export async function bringInvitations(
  connection: Connection,
  sent: readonly DemoInvitation[],
  all: readonly DemoInvitation[],
  ids: { readonly contacts: ReadonlyMap<string, string>; readonly surveys: ReadonlyMap<string, string> },
): Promise<InvitationIds> {
  const before = await present(connection);
  const missing = sent.filter((invitation) => !before.has(natural(invitation.email, invitation.sent_at)));
  await create(
    connection,
    'PulseInvitation__c',
    missing.map(({ email, survey, sent_at: sentAt }) => ({
      Contact__c: ids.contacts.get(email),
      Survey__c: ids.surveys.get(survey),
      RequestedBy__c: REQUESTED_BY,
      Status__c: 'Sent',
      SentAt__c: sentAt,
    })),
  );
  const now = missing.length === 0 ? before : await present(connection);
  return new Map(
    all.flatMap(({ key, email, sent_at: sentAt }) => {
      const id = now.get(natural(email, sentAt));
      return id === undefined ? [] : [[key, id]];
    }),
  );
}

async function present(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const { records } = await connection.query<PresentInvitation>(
    `SELECT Id, Contact__r.Email, SentAt__c FROM PulseInvitation__c WHERE SentAt__c != null AND Contact__c != null LIMIT 2000`,
  );
  return new Map(records.map((row) => [natural(row.Contact__r.Email, row.SentAt__c), row.Id]));
}

function natural(email: string, sentAt: string): string {
  return `${email.toLowerCase()} ${String(Date.parse(sentAt))}`;
}
