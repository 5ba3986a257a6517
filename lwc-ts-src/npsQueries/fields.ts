import ACCOUNT from '@salesforce/schema/PulseResponse__c.Account__c';
import CHANNEL from '@salesforce/schema/PulseResponse__c.Channel__c';
import DETRACTOR from '@salesforce/schema/PulseResponse__c.Detractor__c';
import PROGRAM from '@salesforce/schema/PulseResponse__c.Program__c';
import PROMOTER from '@salesforce/schema/PulseResponse__c.Promoter__c';
import RATED from '@salesforce/schema/PulseResponse__c.Rated__c';
import RATING from '@salesforce/schema/PulseResponse__c.Rating__c';
import RESPONDED_AT from '@salesforce/schema/PulseResponse__c.RespondedAt__c';
import STATUS from '@salesforce/schema/PulseResponse__c.Status__c';
import TOUCHPOINT from '@salesforce/schema/PulseResponse__c.Touchpoint__c';
import INVITATION_ACCOUNT from '@salesforce/schema/PulseInvitation__c.Account__c';
import INVITATION_PROGRAM from '@salesforce/schema/PulseInvitation__c.Program__c';
import INVITATION_SENT_AT from '@salesforce/schema/PulseInvitation__c.SentAt__c';
import INVITATION_STATUS from '@salesforce/schema/PulseInvitation__c.Status__c';
import INVITATION_TOUCHPOINT from '@salesforce/schema/PulseInvitation__c.Touchpoint__c';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/PulseFollowUp__c.Account__c';
import FOLLOW_UP_ANSWERED_AGAIN from '@salesforce/schema/PulseFollowUp__c.AnsweredAgain__c';
import FOLLOW_UP_DUE_AT from '@salesforce/schema/PulseFollowUp__c.DueAt__c';
import FOLLOW_UP_ON_TIME from '@salesforce/schema/PulseFollowUp__c.OnTime__c';
import FOLLOW_UP_RECOVERED from '@salesforce/schema/PulseFollowUp__c.Recovered__c';
import FOLLOW_UP_STATUS from '@salesforce/schema/PulseFollowUp__c.Status__c';
import FOLLOW_UP_TOUCHPOINT from '@salesforce/schema/PulseFollowUp__c.Touchpoint__c';
import TOUCHPOINT_KEY from '@salesforce/schema/PulseTouchpoint__c.Key__c';
import TOUCHPOINT_POSITION from '@salesforce/schema/PulseTouchpoint__c.Position__c';
import SEGMENT from '@salesforce/schema/Account.PulseSegment__c';

export const ANSWER = RATED.objectApiName;
export const INVITATION = INVITATION_STATUS.objectApiName;
export const FOLLOW_UP = FOLLOW_UP_STATUS.objectApiName;
export const TOUCHPOINTS = TOUCHPOINT_KEY.objectApiName;

/** Fields of an answer. */
export const ANSWER_FIELDS = {
  account: ACCOUNT.fieldApiName,
  channel: CHANNEL.fieldApiName,
  detractor: DETRACTOR.fieldApiName,
  program: PROGRAM.fieldApiName,
  promoter: PROMOTER.fieldApiName,
  rated: RATED.fieldApiName,
  rating: RATING.fieldApiName,
  respondedAt: RESPONDED_AT.fieldApiName,
  status: STATUS.fieldApiName,
  touchpoint: TOUCHPOINT.fieldApiName,
} as const;

/** Fields of an invitation. */
export const INVITATION_FIELDS = {
  account: INVITATION_ACCOUNT.fieldApiName,
  program: INVITATION_PROGRAM.fieldApiName,
  sentAt: INVITATION_SENT_AT.fieldApiName,
  status: INVITATION_STATUS.fieldApiName,
  touchpoint: INVITATION_TOUCHPOINT.fieldApiName,
} as const;

/** Fields of a follow-up. */
export const FOLLOW_UP_FIELDS = {
  account: FOLLOW_UP_ACCOUNT.fieldApiName,
  answeredAgain: FOLLOW_UP_ANSWERED_AGAIN.fieldApiName,
  dueAt: FOLLOW_UP_DUE_AT.fieldApiName,
  onTime: FOLLOW_UP_ON_TIME.fieldApiName,
  recovered: FOLLOW_UP_RECOVERED.fieldApiName,
  status: FOLLOW_UP_STATUS.fieldApiName,
  touchpoint: FOLLOW_UP_TOUCHPOINT.fieldApiName,
} as const;

/** Fields of a touchpoint. */
export const TOUCHPOINT_FIELDS = { key: TOUCHPOINT_KEY.fieldApiName, position: TOUCHPOINT_POSITION.fieldApiName } as const;

/** `Account.PulseSegment__c`, for the choices of the segment. */
export const SEGMENT_FIELD = `${SEGMENT.objectApiName}.${SEGMENT.fieldApiName}`;
export const SEGMENT_NAME = SEGMENT.fieldApiName;

/** `Account__c` -> `Account__r` */
export function parentOf(lookup: string): string {
  return lookup.replace(/__c$/, '__r');
}
