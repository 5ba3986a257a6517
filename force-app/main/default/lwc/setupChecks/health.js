// Generated from lwc-ts-src/setupChecks/health.ts by `npm run build:lwc`. Change the source, not this file.
import { fill, formatDate, formatWhole } from 'c/pulseWording';
import { countOf, documentOf, nodesOf, numberOf, textOf } from './check';
import { named } from './names';
import { LABELS } from './labels';
/** A quarter, with a few days for whoever was on holiday. */
const QUARTER_DAYS = 92;
const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
/** Invitations that should have gone out, and those that hang between claiming and sending. */
export const invitations = {
    query: documentOf('pulseSetupInvitations', `waiting: ${named('PulseInvitation__c')}(first: 1, where: { and: [
        { ${named('Status__c')}: { eq: "Requested" } }, { ${named('SendAfter__c')}: { lt: { literal: YESTERDAY } } }
      ] }) { totalCount }
    hanging: ${named('PulseInvitation__c')}(first: 1, where: { and: [
        { ${named('Status__c')}: { eq: "Claimed" } }, { ${named('ClaimedUntil__c')}: { lt: { literal: TODAY } } }
      ] }) { totalCount }`),
    read(query) {
        const waiting = countOf(query['waiting']);
        const hanging = countOf(query['hanging']);
        if (waiting + hanging === 0)
            return { state: 'done', text: LABELS.invitationsFine };
        return { state: 'missing', text: fill(LABELS.stuckInvitations, formatWhole(waiting), formatWhole(hanging)) };
    },
};
export const segments = counting('pulseSetupSegments', `Account(first: 1, where: { and: [ { ${named('Pulse__c')}: { ne: null } }, { ${named('PulseSegment__c')}: { eq: null } } ] })`, LABELS.noSegment, LABELS.segmentsFine);
export const faults = counting('pulseSetupFaults', `${named('PulseLog__c')}(first: 1, where: { CreatedDate: { gte: { range: { last_n_days: 7 } } } })`, LABELS.faults, LABELS.noFaults);
export const quarantine = counting('pulseSetupQuarantine', `${named('PulseResponse__c')}(first: 1, where: { ${named('Status__c')}: { eq: "Quarantined" } })`, LABELS.quarantined, LABELS.noneQuarantined);
/** Detractors of the window whose account nobody knows. */
export const unlinked = counting('pulseSetupUnlinked', `${named('PulseResponse__c')}(first: 1, where: { and: [
      { ${named('Status__c')}: { eq: "Accepted" } }, { ${named('Rating__c')}: { lte: 6 } },
      { ${named('InWindow__c')}: { eq: 1 } }, { ${named('Account__c')}: { eq: null } }
    ] })`, LABELS.unlinked, LABELS.noneUnlinked);
/** When the figures were last compared with the raw answers, and what came of it. */
export const verification = {
    query: documentOf('pulseSetupVerification', `checks: ${named('PulseCheck__c')}(first: 1, orderBy: { CreatedDate: { order: DESC } }) {
      edges { node {
        at: CreatedDate { value }
        differences: ${named('DifferenceCount__c')} @optional { value }
      } }
    }`),
    read(query, now) {
        const [check] = nodesOf(query['checks']);
        const at = textOf(check, 'at');
        if (at === '')
            return { state: 'missing', text: LABELS.neverVerified };
        const day = formatDate(at);
        if (now - Date.parse(at) > QUARTER_DAYS * MILLISECONDS_A_DAY)
            return { state: 'missing', text: fill(LABELS.verifiedLongAgo, day) };
        const differences = numberOf(check, 'differences') ?? 0;
        return differences > 0
            ? { state: 'missing', text: fill(LABELS.verifyFailed, day) }
            : { state: 'done', text: fill(LABELS.verified, day) };
    },
};
/** A check that is done when a list of records is empty. */
function counting(name, list, some, none) {
    return {
        query: documentOf(name, `found: ${list} { totalCount }`),
        read: (query) => emptyOr(query['found'], some, none),
    };
}
function emptyOr(found, some, none) {
    const count = countOf(found);
    return count === 0 ? { state: 'done', text: none } : { state: 'missing', text: fill(some, formatWhole(count)) };
}
