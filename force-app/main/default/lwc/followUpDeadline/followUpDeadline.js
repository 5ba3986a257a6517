// Generated from lwc-ts-src/followUpDeadline/followUpDeadline.ts by `npm run build:lwc`. Change the source, not this file.
/** The deadline of a follow-up, its reminder and its escalations, in words. */
import { fill, formatDateTime, formatRelative } from 'c/pulseWording';
import { LABELS } from './labels';
/** The deadline at a moment in epoch milliseconds. */
export function deadlineOf(moments, now) {
    const urgency = urgencyOf(moments, now);
    return { urgency, text: deadlineText(moments, urgency, now), notes: notesOf(moments, now) };
}
function urgencyOf({ isResolved, dueAt, resolvedAt }, now) {
    const due = dueAt === null ? Infinity : Date.parse(dueAt);
    if (isResolved)
        return resolvedAt !== null && Date.parse(resolvedAt) > due ? 'late' : 'inTime';
    return due < now ? 'overdue' : 'open';
}
function deadlineText({ isResolved, dueAt, resolvedAt }, urgency, now) {
    if (isResolved) {
        const label = dueAt === null ? LABELS.resolvedAt : urgency === 'late' ? LABELS.resolvedLate : LABELS.resolvedInTime;
        return fill(label, resolvedAt === null ? '' : formatDateTime(resolvedAt));
    }
    if (dueAt === null)
        return LABELS.noDeadline;
    return fill(urgency === 'overdue' ? LABELS.overdue : LABELS.due, formatRelative(dueAt, now), formatDateTime(dueAt));
}
function notesOf({ isResolved, remindedAt, escalateAt, escalatedAt, secondEscalatedAt }, now) {
    const note = (label, at) => (at === null ? [] : [fill(label, formatDateTime(at))]);
    const isAhead = !isResolved && escalatedAt === null && escalateAt !== null && Date.parse(escalateAt) > now;
    return [
        ...note(LABELS.remindedAt, remindedAt),
        ...note(LABELS.escalatesAt, isAhead ? escalateAt : null),
        ...note(LABELS.escalatedAt, escalatedAt),
        ...note(LABELS.secondEscalatedAt, secondEscalatedAt),
    ];
}
