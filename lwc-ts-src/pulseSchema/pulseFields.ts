import SCORE from '@salesforce/schema/AccountPulse__c.Score__c';
import PRIOR_SCORE from '@salesforce/schema/AccountPulse__c.PriorScore__c';
import TREND from '@salesforce/schema/AccountPulse__c.Trend__c';
import BAND from '@salesforce/schema/AccountPulse__c.Band__c';
import TARGET from '@salesforce/schema/AccountPulse__c.Target__c';
import YELLOW_FROM from '@salesforce/schema/AccountPulse__c.YellowFrom__c';
import RATING_COUNT from '@salesforce/schema/AccountPulse__c.RatingCount__c';
import PRIOR_RATING_COUNT from '@salesforce/schema/AccountPulse__c.PriorRatingCount__c';
import RESPONSE_COUNT from '@salesforce/schema/AccountPulse__c.ResponseCount__c';
import LAST_RESPONSE_AT from '@salesforce/schema/AccountPulse__c.LastResponseAt__c';
import NPS from '@salesforce/schema/AccountPulse__c.Nps__c';
import RELATIONAL_COUNT from '@salesforce/schema/AccountPulse__c.RelationalCount__c';
import SEGMENT from '@salesforce/schema/AccountPulse__c.Segment__c';
import COMPARISON_START from '@salesforce/schema/AccountPulse__c.ComparisonStart__c';
import REBASELINE_NOTE from '@salesforce/schema/AccountPulse__c.RebaselineNote__c';
import ALERTED_AT from '@salesforce/schema/AccountPulse__c.AlertedAt__c';
import ALERTED_SCORE from '@salesforce/schema/AccountPulse__c.AlertedScore__c';
import ACCOUNT_PULSE_KEY from '@salesforce/schema/AccountPulse__c.Key__c';
import MASTER from '@salesforce/schema/ContactPulse__c.AccountPulse__c';
import TREND_IS_SOUND from '@salesforce/schema/AccountPulse__c.TrendIsSound__c';

/** The figures of a pulse. AccountPulse__c and ContactPulse__c name them alike. */
export const PULSE_FIELDS = {
  score: SCORE.fieldApiName,
  priorScore: PRIOR_SCORE.fieldApiName,
  trend: TREND.fieldApiName,
  band: BAND.fieldApiName,
  target: TARGET.fieldApiName,
  yellowFrom: YELLOW_FROM.fieldApiName,
  ratingCount: RATING_COUNT.fieldApiName,
  priorRatingCount: PRIOR_RATING_COUNT.fieldApiName,
  responseCount: RESPONSE_COUNT.fieldApiName,
  lastResponseAt: LAST_RESPONSE_AT.fieldApiName,
  nps: NPS.fieldApiName,
  relationalCount: RELATIONAL_COUNT.fieldApiName,
  trendIsSound: TREND_IS_SOUND.fieldApiName,
} as const;

/** What only the pulse of an account carries: segment, rebaseline, and the last alert. */
export const ACCOUNT_PULSE_FIELDS = {
  segment: SEGMENT.fieldApiName,
  comparisonStart: COMPARISON_START.fieldApiName,
  rebaselineNote: REBASELINE_NOTE.fieldApiName,
  alertedAt: ALERTED_AT.fieldApiName,
  alertedScore: ALERTED_SCORE.fieldApiName,
} as const;

/** Unique key of an account's pulse: `A:` and the account's id of 18 characters. */
export const ACCOUNT_PULSE_KEY_FIELD = ACCOUNT_PULSE_KEY.fieldApiName;

/** Lookup from the pulse of a contact to that of its account. */
export const CONTACT_PULSE_MASTER = MASTER.fieldApiName;
