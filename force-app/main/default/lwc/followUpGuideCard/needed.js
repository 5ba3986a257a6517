// Generated from lwc-ts-src/followUpGuideCard/needed.ts by `npm run build:lwc`. Change the source, not this file.
import { LABELS } from './labels';
/** What a follow-up needs before it can be resolved, in the order of the work. Having contacted the customer is not enough. */
export function neededItems({ firstContactAt, rootCause, actionTaken, outcome }) {
    return [
        item('firstContact', LABELS.firstContact, firstContactAt),
        item('rootCause', LABELS.rootCause, rootCause),
        item('action', LABELS.action, actionTaken),
        item('outcome', LABELS.outcome, outcome),
    ];
}
function item(key, label, value) {
    return value === null
        ? { key, label, isThere: false, icon: 'utility:warning', variant: 'warning', spoken: LABELS.itemMissing }
        : { key, label, isThere: true, icon: 'utility:success', variant: 'success', spoken: LABELS.itemDone };
}
