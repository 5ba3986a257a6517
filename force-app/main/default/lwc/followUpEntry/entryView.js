// Generated from lwc-ts-src/followUpEntry/entryView.ts by `npm run build:lwc`. Change the source, not this file.
import { LABELS } from './labels';
/** The work on a follow-up in its order. Having contacted the customer is not enough. */
export function stepsOf({ firstContactAt, rootCause, actionTaken, outcome }) {
    return [
        step('firstContactAt', LABELS.firstContact, firstContactAt),
        step('rootCause', LABELS.rootCause, rootCause),
        step('actionTaken', LABELS.action, actionTaken),
        step('outcome', LABELS.outcome, outcome),
    ];
}
function step(key, label, value) {
    const isDone = value !== null && value.trim() !== '';
    return {
        key,
        label,
        isDone,
        icon: isDone ? 'utility:check' : 'utility:dash',
        spoken: isDone ? LABELS.itemDone : LABELS.itemMissing,
    };
}
