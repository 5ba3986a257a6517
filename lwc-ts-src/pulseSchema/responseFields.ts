import ACCOUNT from '@salesforce/schema/PulseResponse__c.Account__c';
import CONTACT from '@salesforce/schema/PulseResponse__c.Contact__c';
import CONTACT_PULSE from '@salesforce/schema/PulseResponse__c.ContactPulse__c';
import RATING from '@salesforce/schema/PulseResponse__c.Rating__c';
import TOUCHPOINT from '@salesforce/schema/PulseResponse__c.Touchpoint__c';
import RESPONDED_AT from '@salesforce/schema/PulseResponse__c.RespondedAt__c';
import COMMENT from '@salesforce/schema/PulseResponse__c.Comment__c';
import STATUS from '@salesforce/schema/PulseResponse__c.Status__c';
import QUARANTINE_REASON from '@salesforce/schema/PulseResponse__c.QuarantineReason__c';
import ERASED_ON from '@salesforce/schema/PulseResponse__c.ErasedOn__c';
import LAST_OVERRIDE from '@salesforce/schema/PulseResponse__c.LastOverride__c';
import OVERRIDE_WHY from '@salesforce/schema/PulseOverride__c.Why__c';
import REASON from '@salesforce/schema/PulseReason__c.Reason__c';
import GIVEN_BY from '@salesforce/schema/PulseReason__c.GivenBy__c';
import OVERRULED from '@salesforce/schema/PulseReason__c.Overruled__c';
import FOLLOW_UP_STATUS from '@salesforce/schema/PulseFollowUp__c.Status__c';
import DUE_AT from '@salesforce/schema/PulseFollowUp__c.DueAt__c';
import RESOLVED_AT from '@salesforce/schema/PulseFollowUp__c.ResolvedAt__c';

/** Fields of an answer. */
export const RESPONSE_FIELDS = {
  account: ACCOUNT.fieldApiName,
  contact: CONTACT.fieldApiName,
  contactPulse: CONTACT_PULSE.fieldApiName,
  rating: RATING.fieldApiName,
  touchpoint: TOUCHPOINT.fieldApiName,
  respondedAt: RESPONDED_AT.fieldApiName,
  comment: COMMENT.fieldApiName,
  status: STATUS.fieldApiName,
  quarantineReason: QUARANTINE_REASON.fieldApiName,
  lastOverride: LAST_OVERRIDE.fieldApiName,
  erasedOn: ERASED_ON.fieldApiName,
} as const;

/** Fields of the audit of a manual change. */
export const OVERRIDE_FIELDS = { why: OVERRIDE_WHY.fieldApiName } as const;

/** Fields of a reason of an answer. */
export const REASON_FIELDS = {
  reason: REASON.fieldApiName,
  givenBy: GIVEN_BY.fieldApiName,
  overruled: OVERRULED.fieldApiName,
} as const;

/** Fields of the follow-up of an answer. */
export const FOLLOW_UP_FIELDS = {
  status: FOLLOW_UP_STATUS.fieldApiName,
  dueAt: DUE_AT.fieldApiName,
  resolvedAt: RESOLVED_AT.fieldApiName,
} as const;
