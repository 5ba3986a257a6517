// Generated from lwc-ts-src/pulseSchema/pulsePages.ts by `npm run build:lwc`. Change the source, not this file.
import ACCOUNT_PULSE_ACCOUNT from '@salesforce/schema/AccountPulse__c.Account__c';
import ACCOUNT_LOOKUP from '@salesforce/schema/Account.Pulse__c';
import CONTACT_LOOKUP from '@salesforce/schema/Contact.Pulse__c';
import CONTACT_PULSE_MASTER from '@salesforce/schema/ContactPulse__c.AccountPulse__c';
import RESPONSE_LOOKUP from '@salesforce/schema/PulseResponse__c.ContactPulse__c';
export const ACCOUNT_PULSE_OBJECT = ACCOUNT_PULSE_ACCOUNT.objectApiName;
export const CONTACT_PULSE_OBJECT = CONTACT_PULSE_MASTER.objectApiName;
/** The lookup on a page's record that leads to its pulse; pages of pulses have none. */
const LOOKUPS = [
    ['account', ACCOUNT_LOOKUP],
    ['contact', CONTACT_LOOKUP],
    ['response', RESPONSE_LOOKUP],
];
const PAGES = new Map([
    ...LOOKUPS.map(([page, lookup]) => [lookup.objectApiName, page]),
    [ACCOUNT_PULSE_OBJECT, 'accountPulse'],
    [CONTACT_PULSE_OBJECT, 'contactPulse'],
]);
/** Which of the pages an object's record page is; undefined for any other object. */
export function pulsePage(objectApiName) {
    return objectApiName === undefined ? undefined : PAGES.get(objectApiName);
}
export function pulseLevel(page) {
    return page === 'account' || page === 'accountPulse' ? 'account' : 'contact';
}
/** The lookup field from a page's record to its pulse, without its object; undefined where the record is the pulse. */
export function lookupToPulse(page) {
    return LOOKUPS.find(([candidate]) => candidate === page)?.[1].fieldApiName;
}
/** The object of a page's record. */
export function objectOfPage(page) {
    const lookup = LOOKUPS.find(([candidate]) => candidate === page)?.[1];
    return lookup?.objectApiName ?? (page === 'accountPulse' ? ACCOUNT_PULSE_OBJECT : CONTACT_PULSE_OBJECT);
}
