// Generated from lwc-ts-src/liveWall/schema.ts by `npm run build:lwc`. Change the source, not this file.
import ACCOUNT from '@salesforce/schema/PulseResponse__c.Account__c';
import CONTACT from '@salesforce/schema/PulseResponse__c.Contact__c';
import COMMENT from '@salesforce/schema/PulseResponse__c.Comment__c';
import DETRACTOR from '@salesforce/schema/PulseResponse__c.Detractor__c';
import PROGRAM from '@salesforce/schema/PulseResponse__c.Program__c';
import PROMOTER from '@salesforce/schema/PulseResponse__c.Promoter__c';
import RATED from '@salesforce/schema/PulseResponse__c.Rated__c';
import RATING from '@salesforce/schema/PulseResponse__c.Rating__c';
import RESPONDED_AT from '@salesforce/schema/PulseResponse__c.RespondedAt__c';
import STATUS from '@salesforce/schema/PulseResponse__c.Status__c';
import TOUCHPOINT from '@salesforce/schema/PulseResponse__c.Touchpoint__c';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/PulseFollowUp__c.Account__c';
import DUE_AT from '@salesforce/schema/PulseFollowUp__c.DueAt__c';
import IN_QUEUE from '@salesforce/schema/PulseFollowUp__c.InQueue__c';
import KIND from '@salesforce/schema/PulseFollowUp__c.Kind__c';
import OVERDUE from '@salesforce/schema/PulseFollowUp__c.Overdue__c';
import FOLLOW_UP_RATING from '@salesforce/schema/PulseFollowUp__c.Rating__c';
import FOLLOW_UP_STATUS from '@salesforce/schema/PulseFollowUp__c.Status__c';
import FOLLOW_UP_TOUCHPOINT from '@salesforce/schema/PulseFollowUp__c.Touchpoint__c';
export const ANSWER = RATED.objectApiName;
export const FOLLOW_UP = DUE_AT.objectApiName;
/** What the wall asks of an answer. */
export const ANSWER_FIELDS = {
    account: ACCOUNT.fieldApiName,
    contact: CONTACT.fieldApiName,
    comment: COMMENT.fieldApiName,
    detractor: DETRACTOR.fieldApiName,
    program: PROGRAM.fieldApiName,
    promoter: PROMOTER.fieldApiName,
    rated: RATED.fieldApiName,
    rating: RATING.fieldApiName,
    respondedAt: RESPONDED_AT.fieldApiName,
    status: STATUS.fieldApiName,
    touchpoint: TOUCHPOINT.fieldApiName,
};
/** What the wall asks of a follow-up. */
export const FOLLOW_UP_FIELDS = {
    account: FOLLOW_UP_ACCOUNT.fieldApiName,
    dueAt: DUE_AT.fieldApiName,
    inQueue: IN_QUEUE.fieldApiName,
    kind: KIND.fieldApiName,
    overdue: OVERDUE.fieldApiName,
    rating: FOLLOW_UP_RATING.fieldApiName,
    status: FOLLOW_UP_STATUS.fieldApiName,
    touchpoint: FOLLOW_UP_TOUCHPOINT.fieldApiName,
};
