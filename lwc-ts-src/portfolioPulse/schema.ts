import ACCOUNT_PULSE from '@salesforce/schema/Account.Pulse__c';
import ACCOUNT_SEGMENT from '@salesforce/schema/Account.PulseSegment__c';
import ON_HOLD from '@salesforce/schema/Account.PulseOnHold__c';
import MIN_ANSWERS from '@salesforce/schema/AccountPulse__c.MinAnswers__c';
import TREND_THRESHOLD from '@salesforce/schema/AccountPulse__c.TrendThreshold__c';
import IS_STALE from '@salesforce/schema/AccountPulse__c.IsStale__c';
import { FOLLOW_UP_LIST_FIELDS, GUIDE_FIELDS } from 'c/pulseSchema';

/** What only a portfolio asks of an account. */
export const ACCOUNT_FIELDS = {
  pulse: ACCOUNT_PULSE.fieldApiName,
  segment: ACCOUNT_SEGMENT.fieldApiName,
  onHold: ON_HOLD.fieldApiName,
} as const;

/** What only a portfolio asks of an account's pulse, beside the figures of `c/pulseSchema`. */
export const PULSE_LIMITS = {
  minAnswers: MIN_ANSWERS.fieldApiName,
  trendThreshold: TREND_THRESHOLD.fieldApiName,
  isStale: IS_STALE.fieldApiName,
} as const;

/** The customer a follow-up is about. */
export const FOLLOW_UP_CUSTOMER = { account: GUIDE_FIELDS.account, accountPulse: FOLLOW_UP_LIST_FIELDS.accountPulse } as const;
