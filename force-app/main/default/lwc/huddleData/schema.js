// Generated from lwc-ts-src/huddleData/schema.ts by `npm run build:lwc`. Change the source, not this file.
import ACCOUNT from '@salesforce/schema/PulseResponse__c.Account__c';
import CONTACT from '@salesforce/schema/PulseResponse__c.Contact__c';
import DETRACTOR from '@salesforce/schema/PulseResponse__c.Detractor__c';
import PROGRAM from '@salesforce/schema/PulseResponse__c.Program__c';
import PROMOTER from '@salesforce/schema/PulseResponse__c.Promoter__c';
import RATED from '@salesforce/schema/PulseResponse__c.Rated__c';
import RATING from '@salesforce/schema/PulseResponse__c.Rating__c';
import RESPONDED_AT from '@salesforce/schema/PulseResponse__c.RespondedAt__c';
import STATUS from '@salesforce/schema/PulseResponse__c.Status__c';
import TOUCHPOINT from '@salesforce/schema/PulseResponse__c.Touchpoint__c';
import REASON from '@salesforce/schema/PulseReason__c.Reason__c';
import REASON_ANSWER from '@salesforce/schema/PulseReason__c.Response__c';
import OVERRULED from '@salesforce/schema/PulseReason__c.Overruled__c';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/PulseFollowUp__c.Account__c';
import CAUSE from '@salesforce/schema/PulseFollowUp__c.Cause__c';
import DUE_AT from '@salesforce/schema/PulseFollowUp__c.DueAt__c';
import ESCALATED_AT from '@salesforce/schema/PulseFollowUp__c.EscalatedAt__c';
import ON_TIME from '@salesforce/schema/PulseFollowUp__c.OnTime__c';
import OUTCOME from '@salesforce/schema/PulseFollowUp__c.Outcome__c';
import OVERDUE from '@salesforce/schema/PulseFollowUp__c.Overdue__c';
import RESOLVED_AT from '@salesforce/schema/PulseFollowUp__c.ResolvedAt__c';
import ROOT_CAUSE from '@salesforce/schema/PulseFollowUp__c.RootCause__c';
import FOLLOW_UP_STATUS from '@salesforce/schema/PulseFollowUp__c.Status__c';
import FOLLOW_UP_TOUCHPOINT from '@salesforce/schema/PulseFollowUp__c.Touchpoint__c';
import TOUCHPOINT_KEY from '@salesforce/schema/PulseTouchpoint__c.Key__c';
import TOUCHPOINT_POSITION from '@salesforce/schema/PulseTouchpoint__c.Position__c';
export const ANSWER = RATED.objectApiName;
export const FOLLOW_UP = DUE_AT.objectApiName;
export const REASON_OBJECT = REASON.objectApiName;
export const TOUCHPOINTS = TOUCHPOINT_KEY.objectApiName;
/** Fields of an answer. */
export const A = {
    account: ACCOUNT.fieldApiName,
    contact: CONTACT.fieldApiName,
    detractor: DETRACTOR.fieldApiName,
    program: PROGRAM.fieldApiName,
    promoter: PROMOTER.fieldApiName,
    rated: RATED.fieldApiName,
    rating: RATING.fieldApiName,
    respondedAt: RESPONDED_AT.fieldApiName,
    status: STATUS.fieldApiName,
    touchpoint: TOUCHPOINT.fieldApiName,
};
/** Fields of a reason. */
export const R = { answer: REASON_ANSWER.fieldApiName, overruled: OVERRULED.fieldApiName, reason: REASON.fieldApiName };
/** Fields of a follow-up. */
export const F = {
    account: FOLLOW_UP_ACCOUNT.fieldApiName,
    cause: CAUSE.fieldApiName,
    dueAt: DUE_AT.fieldApiName,
    escalatedAt: ESCALATED_AT.fieldApiName,
    onTime: ON_TIME.fieldApiName,
    outcome: OUTCOME.fieldApiName,
    overdue: OVERDUE.fieldApiName,
    resolvedAt: RESOLVED_AT.fieldApiName,
    rootCause: ROOT_CAUSE.fieldApiName,
    status: FOLLOW_UP_STATUS.fieldApiName,
    touchpoint: FOLLOW_UP_TOUCHPOINT.fieldApiName,
};
/** Fields of a touchpoint. */
export const T = { key: TOUCHPOINT_KEY.fieldApiName, position: TOUCHPOINT_POSITION.fieldApiName };
