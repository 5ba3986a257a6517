// Generated from lwc-ts-src/npsQueries/fields.ts by `npm run build:lwc`. Change the source, not this file.
import INVITATION_ACCOUNT from '@salesforce/schema/PulseInvitation__c.Account__c';
import INVITATION_PROGRAM from '@salesforce/schema/PulseInvitation__c.Program__c';
import INVITATION_SENT_AT from '@salesforce/schema/PulseInvitation__c.SentAt__c';
import INVITATION_STATUS from '@salesforce/schema/PulseInvitation__c.Status__c';
import INVITATION_TOUCHPOINT from '@salesforce/schema/PulseInvitation__c.Touchpoint__c';
import SEGMENT from '@salesforce/schema/Account.PulseSegment__c';
export const INVITATION = INVITATION_STATUS.objectApiName;
/** Fields of an invitation. */
export const INVITATION_FIELDS = {
    account: INVITATION_ACCOUNT.fieldApiName,
    program: INVITATION_PROGRAM.fieldApiName,
    sentAt: INVITATION_SENT_AT.fieldApiName,
    status: INVITATION_STATUS.fieldApiName,
    touchpoint: INVITATION_TOUCHPOINT.fieldApiName,
};
/** `Account.PulseSegment__c`, for the choices of the segment. */
export const SEGMENT_FIELD = `${SEGMENT.objectApiName}.${SEGMENT.fieldApiName}`;
export const SEGMENT_NAME = SEGMENT.fieldApiName;
