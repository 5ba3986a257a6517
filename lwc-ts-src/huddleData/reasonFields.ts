import ANSWER from '@salesforce/schema/PulseReason__c.Response__c';
import { REASON_FIELDS as SHOWN } from 'c/pulseSchema';

export const REASON = ANSWER.objectApiName;

/** Fields of a reason of an answer. */
export const REASON_FIELDS = { ...SHOWN, answer: ANSWER.fieldApiName } as const;
