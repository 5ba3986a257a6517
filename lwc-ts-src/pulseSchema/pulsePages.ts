import ACCOUNT_PULSE_ACCOUNT from '@salesforce/schema/AccountPulse__c.Account__c';
import ACCOUNT_LOOKUP from '@salesforce/schema/Account.Pulse__c';
import CONTACT_LOOKUP from '@salesforce/schema/Contact.Pulse__c';
import CONTACT_PULSE_MASTER from '@salesforce/schema/ContactPulse__c.AccountPulse__c';
import RESPONSE_LOOKUP from '@salesforce/schema/PulseResponse__c.ContactPulse__c';

/** The record pages that show a pulse: through a lookup, or because the record is the pulse itself. */
export type PulsePage = 'account' | 'contact' | 'response' | 'accountPulse' | 'contactPulse';

/** Whether a page's pulse is that of a whole account, or of one respondent. */
export type PulseLevel = 'account' | 'contact';

export const ACCOUNT_PULSE_OBJECT = ACCOUNT_PULSE_ACCOUNT.objectApiName;
export const CONTACT_PULSE_OBJECT = CONTACT_PULSE_MASTER.objectApiName;

/** The lookup on a page's record that leads to its pulse; pages of pulses have none. */
const LOOKUPS: readonly (readonly [PulsePage, { readonly objectApiName: string; readonly fieldApiName: string }])[] = [
  ['account', ACCOUNT_LOOKUP],
  ['contact', CONTACT_LOOKUP],
  ['response', RESPONSE_LOOKUP],
];

const PAGES: ReadonlyMap<string, PulsePage> = new Map<string, PulsePage>([
  ...LOOKUPS.map(([page, lookup]): [string, PulsePage] => [lookup.objectApiName, page]),
  [ACCOUNT_PULSE_OBJECT, 'accountPulse'],
  [CONTACT_PULSE_OBJECT, 'contactPulse'],
]);

/** Which of the pages an object's record page is; undefined for any other object. */
export function pulsePage(objectApiName: string | undefined): PulsePage | undefined {
  return objectApiName === undefined ? undefined : PAGES.get(objectApiName);
}

export function pulseLevel(page: PulsePage): PulseLevel {
  return page === 'account' || page === 'accountPulse' ? 'account' : 'contact';
}

/** The lookup field from a page's record to its pulse, without its object; undefined where the record is the pulse. */
export function lookupToPulse(page: PulsePage): string | undefined {
  return LOOKUPS.find(([candidate]) => candidate === page)?.[1].fieldApiName;
}

/** The object of a page's record. */
export function objectOfPage(page: PulsePage): string {
  const lookup = LOOKUPS.find(([candidate]) => candidate === page)?.[1];
  return lookup?.objectApiName ?? (page === 'accountPulse' ? ACCOUNT_PULSE_OBJECT : CONTACT_PULSE_OBJECT);
}
