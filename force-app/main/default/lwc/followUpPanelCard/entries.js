// Generated from lwc-ts-src/followUpPanelCard/entries.ts by `npm run build:lwc`. Change the source, not this file.
import kindAnswer from '@salesforce/label/c.Pulse_Guide_Kind_Answer';
import kindPulseLow from '@salesforce/label/c.Pulse_Guide_Kind_Pulse_Low';
import kindPulseFalling from '@salesforce/label/c.Pulse_Guide_Kind_Pulse_Falling';
import kindProblem from '@salesforce/label/c.Pulse_Guide_Kind_Problem';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import { deadlineOf } from 'c/followUpDeadline';
import { bandLook, ratingBand } from 'c/pulseBands';
import { fill, formatWhole } from 'c/pulseWording';
const KINDS = {
    Answer: kindAnswer,
    PulseLow: kindPulseLow,
    PulseFalling: kindPulseFalling,
    Problem: kindProblem,
};
/** A follow-up as it is shown at a moment in epoch milliseconds. What is blank or hidden is null or empty. */
export function followUpEntry(node, recordId, now) {
    const text = (name) => node[name]?.value ?? null;
    const { urgency, text: deadline } = deadlineOf(momentsOf(node), now);
    return {
        id: node.Id,
        name: node.Name.value,
        isThisRecord: node.Id === recordId,
        isHigh: text('priority') === 'High',
        isOverdue: urgency === 'overdue',
        deadline,
        kind: KINDS[text('kind') ?? ''] ?? '',
        cause: text('cause') ?? '',
        ...ratingOf(node),
        contactName: node.contact?.Name?.value ?? '',
        ownerName: node.owner?.Name?.value ?? '',
        suggestion: text('suggestedAction') ?? '',
        firstContactAt: text('firstContactAt'),
        rootCause: text('rootCause'),
        actionTaken: text('actionTaken'),
        outcome: text('outcome'),
    };
}
function momentsOf(node) {
    return {
        isResolved: node.status?.value === 'Resolved',
        dueAt: node.dueAt?.value ?? null,
        remindedAt: node.remindedAt?.value ?? null,
        escalateAt: node.escalateAt?.value ?? null,
        escalatedAt: node.escalatedAt?.value ?? null,
        secondEscalatedAt: node.secondEscalatedAt?.value ?? null,
        resolvedAt: node.resolvedAt?.value ?? null,
    };
}
function ratingOf({ rating }) {
    const value = rating?.value ?? null;
    if (value === null)
        return { band: undefined, ratingText: '' };
    const band = ratingBand(value);
    return { band, ratingText: fill(ratingWords, formatWhole(value), bandLook(band)?.ratingMeaning ?? '') };
}
