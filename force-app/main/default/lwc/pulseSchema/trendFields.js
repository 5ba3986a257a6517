// Generated from lwc-ts-src/pulseSchema/trendFields.ts by `npm run build:lwc`. Change the source, not this file.
import RATING_SUM from '@salesforce/schema/AccountPulse__c.RatingSum__c';
import PRIOR_RATING_SUM from '@salesforce/schema/AccountPulse__c.PriorRatingSum__c';
import RELATIONAL_PROMOTERS from '@salesforce/schema/AccountPulse__c.RelationalPromoterCount__c';
import RELATIONAL_DETRACTORS from '@salesforce/schema/AccountPulse__c.RelationalDetractorCount__c';
import TREND_T from '@salesforce/schema/AccountPulse__c.TrendT__c';
import TREND_CRITICAL from '@salesforce/schema/AccountPulse__c.TrendCritical__c';
import MIN_ANSWERS from '@salesforce/schema/AccountPulse__c.MinAnswers__c';
import ACCOUNT from '@salesforce/schema/AccountPulse__c.Account__c';
import CONTACT from '@salesforce/schema/ContactPulse__c.Contact__c';
import LEAD from '@salesforce/schema/ContactPulse__c.Lead__c';
import IN_WINDOW from '@salesforce/schema/PulseResponse__c.InWindow__c';
import IN_PRIOR_WINDOW from '@salesforce/schema/PulseResponse__c.InPriorWindow__c';
import RATED from '@salesforce/schema/PulseResponse__c.Rated__c';
import RATING_SQUARE from '@salesforce/schema/PulseResponse__c.RatingSquare__c';
import TOUCHPOINT_KEY from '@salesforce/schema/PulseTouchpoint__c.Key__c';
import POSITION from '@salesforce/schema/PulseTouchpoint__c.Position__c';
import MONTH from '@salesforce/schema/PulseSnapshot__c.Month__c';
import SNAPSHOT_SCORE from '@salesforce/schema/PulseSnapshot__c.Score__c';
import SNAPSHOT_COUNT from '@salesforce/schema/PulseSnapshot__c.RatingCount__c';
import SNAPSHOT_TARGET from '@salesforce/schema/PulseSnapshot__c.Target__c';
import SNAPSHOT_YELLOW_FROM from '@salesforce/schema/PulseSnapshot__c.YellowFrom__c';
import SNAPSHOT_PULSE from '@salesforce/schema/PulseSnapshot__c.AccountPulse__c';
import EFFECTIVE_ON from '@salesforce/schema/PulseRebaseline__c.EffectiveOn__c';
import COMPARISON_START from '@salesforce/schema/PulseRebaseline__c.ComparisonStart__c';
import NOTE from '@salesforce/schema/PulseRebaseline__c.Note__c';
import SCOPE from '@salesforce/schema/PulseRebaseline__c.Scope__c';
import REBASELINE_SEGMENT from '@salesforce/schema/PulseRebaseline__c.Segment__c';
import REBASELINE_PULSE from '@salesforce/schema/PulseRebaseline__c.AccountPulse__c';
import APPLIED_AT from '@salesforce/schema/PulseRebaseline__c.AppliedAt__c';
/** What the figures of a pulse are worked out from, to explain them. AccountPulse__c and ContactPulse__c name them alike. */
export const FORMULA_FIELDS = {
    ratingSum: RATING_SUM.fieldApiName,
    priorRatingSum: PRIOR_RATING_SUM.fieldApiName,
    promoters: RELATIONAL_PROMOTERS.fieldApiName,
    detractors: RELATIONAL_DETRACTORS.fieldApiName,
    trendT: TREND_T.fieldApiName,
    trendCritical: TREND_CRITICAL.fieldApiName,
    minAnswers: MIN_ANSWERS.fieldApiName,
};
/** Whose a pulse is. */
export const PULSE_OWNER_FIELDS = { account: ACCOUNT.fieldApiName, contact: CONTACT.fieldApiName, lead: LEAD.fieldApiName };
/** The flags and squares of an answer, from which windows are summed. */
export const RESPONSE_FLAGS = {
    inWindow: IN_WINDOW.fieldApiName,
    inPriorWindow: IN_PRIOR_WINDOW.fieldApiName,
    rated: RATED.fieldApiName,
    ratingSquare: RATING_SQUARE.fieldApiName,
};
export const TOUCHPOINT_OBJECT = TOUCHPOINT_KEY.objectApiName;
export const TOUCHPOINT_FIELDS = { key: TOUCHPOINT_KEY.fieldApiName, position: POSITION.fieldApiName };
export const SNAPSHOT_OBJECT = MONTH.objectApiName;
export const SNAPSHOT_FIELDS = {
    pulse: SNAPSHOT_PULSE.fieldApiName,
    month: MONTH.fieldApiName,
    score: SNAPSHOT_SCORE.fieldApiName,
    count: SNAPSHOT_COUNT.fieldApiName,
    target: SNAPSHOT_TARGET.fieldApiName,
    yellowFrom: SNAPSHOT_YELLOW_FROM.fieldApiName,
};
export const REBASELINE_OBJECT = NOTE.objectApiName;
export const REBASELINE_FIELDS = {
    pulse: REBASELINE_PULSE.fieldApiName,
    segment: REBASELINE_SEGMENT.fieldApiName,
    scope: SCOPE.fieldApiName,
    effectiveOn: EFFECTIVE_ON.fieldApiName,
    comparisonStart: COMPARISON_START.fieldApiName,
    note: NOTE.fieldApiName,
    appliedAt: APPLIED_AT.fieldApiName,
};
