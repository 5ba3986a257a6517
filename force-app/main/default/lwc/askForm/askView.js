// Generated from lwc-ts-src/askForm/askView.ts by `npm run build:lwc`. Change the source, not this file.
import { fill, formatDate, formatDateTime } from 'c/pulseWording';
import { LABELS } from './labels';
const MILLISECONDS_AN_HOUR = 3_600_000;
/** Reads the query; undefined where the contact is not there. */
export function factsOf({ uiapi: { query } }) {
    const contact = query.contacts?.edges[0]?.node;
    if (!contact)
        return undefined;
    const contactName = contact.Name?.value ?? '';
    const last = query.lastAsked?.edges[0]?.node;
    const at = last?.requestedAt?.value;
    return {
        contactName,
        surveys: (query.surveys?.edges ?? []).map(({ node }) => node),
        userName: query.me?.edges[0]?.node.Name?.value ?? '',
        lastText: at ? fill(LABELS.last, contactName, formatDate(at), last.survey?.Name?.value ?? '') : fill(LABELS.never, contactName),
    };
}
/** What would happen, before anybody is asked. @param sendAt epoch milliseconds of the earliest moment to send */
export function verdictView(verdict, contactName, reasonLabel, sendAt) {
    switch (verdict.outcome) {
        case 'Requested':
            return {
                icon: 'utility:success',
                title: fill(LABELS.may, contactName),
                lines: [fill(LABELS.when, formatDateTime(new Date(sendAt).toISOString()))],
                verdictClass: 'verdict may',
            };
        case 'Suppressed':
            return {
                icon: 'utility:ban',
                title: fill(LABELS.mayNot, contactName, reasonLabel),
                lines: [verdict.detail, verdict.nextPossibleAt && fill(LABELS.next, formatDateTime(verdict.nextPossibleAt))].filter(Boolean),
                verdictClass: 'verdict may-not',
            };
        default:
            return {
                icon: 'utility:error',
                title: verdict.outcome === 'NotStarted' ? LABELS.notStarted : LABELS.failed,
                lines: [],
                verdictClass: 'verdict failed',
            };
    }
}
/** When an invitation that is made at a moment is sent at the earliest: after the hours given, else after the survey's own. */
export function earliestSend(now, survey, delayHours) {
    return now + (delayHours ?? survey?.delayHours?.value ?? 0) * MILLISECONDS_AN_HOUR;
}
