import PROGRAM from '@salesforce/schema/PulseResponse__c.Program__c';
import OVERRIDE_RESPONSE from '@salesforce/schema/PulseOverride__c.Response__c';
import OVERRIDE_KIND from '@salesforce/schema/PulseOverride__c.Kind__c';
import OVERRIDE_WHY from '@salesforce/schema/PulseOverride__c.Why__c';
import FOLLOW_UP_ACCOUNT_PULSE from '@salesforce/schema/PulseFollowUp__c.AccountPulse__c';
import FOLLOW_UP_CONTACT_PULSE from '@salesforce/schema/PulseFollowUp__c.ContactPulse__c';
import FOLLOW_UP_PRIORITY from '@salesforce/schema/PulseFollowUp__c.Priority__c';
import FOLLOW_UP_RATING from '@salesforce/schema/PulseFollowUp__c.Rating__c';

/** Whether an answer is relational or transactional. */
export const PROGRAM_FIELD = PROGRAM.fieldApiName;

/** An override: what a person writes to change an answer, and why. */
export const OVERRIDE_OBJECT = OVERRIDE_KIND.objectApiName;
export const OVERRIDE_INPUT = {
  response: OVERRIDE_RESPONSE.fieldApiName,
  kind: OVERRIDE_KIND.fieldApiName,
  why: OVERRIDE_WHY.fieldApiName,
} as const;

/** What a list of follow-ups reads besides the guide's fields. */
export const FOLLOW_UP_LIST_FIELDS = {
  accountPulse: FOLLOW_UP_ACCOUNT_PULSE.fieldApiName,
  contactPulse: FOLLOW_UP_CONTACT_PULSE.fieldApiName,
  priority: FOLLOW_UP_PRIORITY.fieldApiName,
  rating: FOLLOW_UP_RATING.fieldApiName,
} as const;
