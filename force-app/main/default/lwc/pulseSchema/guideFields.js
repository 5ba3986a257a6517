// Generated from lwc-ts-src/pulseSchema/guideFields.ts by `npm run build:lwc`. Change the source, not this file.
import STATUS from '@salesforce/schema/PulseFollowUp__c.Status__c';
import KIND from '@salesforce/schema/PulseFollowUp__c.Kind__c';
import CAUSE from '@salesforce/schema/PulseFollowUp__c.Cause__c';
import DUE_AT from '@salesforce/schema/PulseFollowUp__c.DueAt__c';
import REMINDED_AT from '@salesforce/schema/PulseFollowUp__c.RemindedAt__c';
import ESCALATE_AT from '@salesforce/schema/PulseFollowUp__c.EscalateAt__c';
import ESCALATED_AT from '@salesforce/schema/PulseFollowUp__c.EscalatedAt__c';
import SECOND_ESCALATED_AT from '@salesforce/schema/PulseFollowUp__c.SecondEscalatedAt__c';
import RESOLVED_AT from '@salesforce/schema/PulseFollowUp__c.ResolvedAt__c';
import FIRST_CONTACT_AT from '@salesforce/schema/PulseFollowUp__c.FirstContactAt__c';
import ROOT_CAUSE from '@salesforce/schema/PulseFollowUp__c.RootCause__c';
import ACTION_TAKEN from '@salesforce/schema/PulseFollowUp__c.ActionTaken__c';
import OUTCOME from '@salesforce/schema/PulseFollowUp__c.Outcome__c';
import THEME from '@salesforce/schema/PulseFollowUp__c.Theme__c';
import SUGGESTED_ACTION from '@salesforce/schema/PulseFollowUp__c.SuggestedAction__c';
import PERSONAL_TEXT from '@salesforce/schema/PulseFollowUp__c.PersonalText__c';
import TOUCHPOINT from '@salesforce/schema/PulseFollowUp__c.Touchpoint__c';
import RESPONSE from '@salesforce/schema/PulseFollowUp__c.Response__c';
import ACCOUNT from '@salesforce/schema/PulseFollowUp__c.Account__c';
import CONTACT from '@salesforce/schema/PulseFollowUp__c.Contact__c';
import PROBLEM from '@salesforce/schema/PulseFollowUp__c.Problem__c';
export const FOLLOW_UP_OBJECT = STATUS.objectApiName;
/** Fields that the guide of a follow-up reads and writes. */
export const GUIDE_FIELDS = {
    status: STATUS.fieldApiName,
    kind: KIND.fieldApiName,
    cause: CAUSE.fieldApiName,
    dueAt: DUE_AT.fieldApiName,
    remindedAt: REMINDED_AT.fieldApiName,
    escalateAt: ESCALATE_AT.fieldApiName,
    escalatedAt: ESCALATED_AT.fieldApiName,
    secondEscalatedAt: SECOND_ESCALATED_AT.fieldApiName,
    resolvedAt: RESOLVED_AT.fieldApiName,
    firstContactAt: FIRST_CONTACT_AT.fieldApiName,
    rootCause: ROOT_CAUSE.fieldApiName,
    actionTaken: ACTION_TAKEN.fieldApiName,
    outcome: OUTCOME.fieldApiName,
    theme: THEME.fieldApiName,
    suggestedAction: SUGGESTED_ACTION.fieldApiName,
    personalText: PERSONAL_TEXT.fieldApiName,
    touchpoint: TOUCHPOINT.fieldApiName,
    response: RESPONSE.fieldApiName,
    account: ACCOUNT.fieldApiName,
    contact: CONTACT.fieldApiName,
    problem: PROBLEM.fieldApiName,
};
