import CHANNEL from '@salesforce/schema/PulseResponse__c.Channel__c';
import DETRACTOR from '@salesforce/schema/PulseResponse__c.Detractor__c';
import PROMOTER from '@salesforce/schema/PulseResponse__c.Promoter__c';
import ANSWERED_AGAIN from '@salesforce/schema/PulseFollowUp__c.AnsweredAgain__c';
import IN_QUEUE from '@salesforce/schema/PulseFollowUp__c.InQueue__c';
import ON_TIME from '@salesforce/schema/PulseFollowUp__c.OnTime__c';
import OVERDUE from '@salesforce/schema/PulseFollowUp__c.Overdue__c';
import RECOVERED from '@salesforce/schema/PulseFollowUp__c.Recovered__c';
import {
  FOLLOW_UP_LIST_FIELDS,
  FOLLOW_UP_OBJECT,
  GUIDE_FIELDS,
  PROGRAM_FIELD,
  RESPONSE_FIELDS,
  RESPONSE_FLAGS,
  RESPONSE_OBJECT,
  TOUCHPOINT_FIELDS,
  TOUCHPOINT_OBJECT,
} from 'c/pulseSchema';

export const ANSWER = RESPONSE_OBJECT;
export const FOLLOW_UP = FOLLOW_UP_OBJECT;
export const TOUCHPOINT = TOUCHPOINT_OBJECT;
export { TOUCHPOINT_FIELDS };

/** Fields of an answer: those of a record page, and what figures are added up from. */
export const ANSWER_FIELDS = {
  ...RESPONSE_FIELDS,
  ...RESPONSE_FLAGS,
  program: PROGRAM_FIELD,
  channel: CHANNEL.fieldApiName,
  detractor: DETRACTOR.fieldApiName,
  promoter: PROMOTER.fieldApiName,
} as const;

/** Fields of a follow-up: those of a record page, and what lists and figures of many ask for. */
export const FOLLOW_UP_FIELDS = {
  ...GUIDE_FIELDS,
  ...FOLLOW_UP_LIST_FIELDS,
  answeredAgain: ANSWERED_AGAIN.fieldApiName,
  inQueue: IN_QUEUE.fieldApiName,
  onTime: ON_TIME.fieldApiName,
  overdue: OVERDUE.fieldApiName,
  recovered: RECOVERED.fieldApiName,
} as const;

/** Values of picklists that filters name. */
export const ACCEPTED = 'Accepted';
export const RELATIONAL = 'Relational';
export const TRANSACTIONAL = 'Transactional';
export const RESOLVED = 'Resolved';
