// Generated from lwc-ts-src/feedbackPanel/schema.ts by `npm run build:lwc`. Change the source, not this file.
import ACCOUNT_PULSE from '@salesforce/schema/Account.Pulse__c';
import CONTACT_PULSE from '@salesforce/schema/Contact.Pulse__c';
import ANSWER_ACCOUNT from '@salesforce/schema/PulseResponse__c.Account__c';
import ANSWER_CONTACT from '@salesforce/schema/PulseResponse__c.Contact__c';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/PulseFollowUp__c.Account__c';
import FOLLOW_UP_CONTACT from '@salesforce/schema/PulseFollowUp__c.Contact__c';
export const FOLLOW_UP = FOLLOW_UP_ACCOUNT.objectApiName;
/** The lookups that lead from and to a customer. */
export const LOOKUPS = {
    Account: { pulse: ACCOUNT_PULSE.fieldApiName, answer: ANSWER_ACCOUNT.fieldApiName, followUp: FOLLOW_UP_ACCOUNT.fieldApiName },
    Contact: { pulse: CONTACT_PULSE.fieldApiName, answer: ANSWER_CONTACT.fieldApiName, followUp: FOLLOW_UP_CONTACT.fieldApiName },
};
