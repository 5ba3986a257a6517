import type { QueriedRecord } from '../salesforce/replies.ts';
import { normaliseEmail } from './email.ts';

/** A contact as matching needs it. */
export interface FoundContact {
  readonly id: string;
  readonly accountId?: string;
  /** Normalised. */
  readonly email?: string;
  /** ISO 8601. */
  readonly modifiedAt: string;
}

export interface FoundLead {
  readonly id: string;
  readonly modifiedAt: string;
}

export interface FoundInvitation {
  readonly contactId?: string;
  readonly leadId?: string;
  /** The account it was sent about, else the contact's. */
  readonly accountId?: string;
  /** Normalised. */
  readonly email?: string;
}

/** What tells several contacts with one address apart. */
export interface Standing {
  /** Day of the last task or event; ISO 8601. */
  readonly activeOn?: string;
  /** When invitations went out, ISO 8601, and to which survey (its key). */
  readonly invited: readonly { readonly at: string; readonly survey?: string }[];
}

export function foundContact(record: QueriedRecord): FoundContact {
  const accountId = textOf(record['AccountId']);
  const email = normaliseEmail(textOf(record['Email']));
  return {
    id: String(record['Id']),
    modifiedAt: textOf(record['LastModifiedDate']) ?? '',
    ...(accountId === undefined ? {} : { accountId }),
    ...(email === undefined ? {} : { email }),
  };
}

export function foundInvitation(record: QueriedRecord): FoundInvitation {
  const contact = record['Contact__r'];
  const accountId = textOf(record['Account__c']) ?? (isRecord(contact) ? textOf(contact['AccountId']) : undefined);
  const contactId = textOf(record['Contact__c']);
  const leadId = textOf(record['Lead__c']);
  const email = normaliseEmail(textOf(record['Email__c']));
  return {
    ...(contactId === undefined ? {} : { contactId }),
    ...(leadId === undefined ? {} : { leadId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(email === undefined ? {} : { email }),
  };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isRecord(value: unknown): value is QueriedRecord {
  return typeof value === 'object' && value !== null;
}
