// Generated from lwc-ts-src/npsQueries/filters.ts by `npm run build:lwc`. Change the source, not this file.
import { accepted, all, ANSWER_FIELDS, FOLLOW_UP_FIELDS, RELATIONAL, TRANSACTIONAL } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import { INVITATION_FIELDS, SEGMENT_NAME } from './fields';
/** Answers that count, of one measure. */
export function answersWhere(selection, span) {
    return all(accepted(), ...within(ANSWER_FIELDS.respondedAt, span), ...measured(ANSWER_FIELDS, selection), segment(ANSWER_FIELDS.account, selection));
}
/** Answers to transactional surveys at any touchpoint, to be told apart by it. */
export function journeyWhere(selection, span) {
    return all(accepted(), ...within(ANSWER_FIELDS.respondedAt, span), { [ANSWER_FIELDS.program]: { eq: TRANSACTIONAL } }, segment(ANSWER_FIELDS.account, selection));
}
/** Invitations that were sent in a stretch of time. */
export function invitationsWhere(selection, span) {
    return all(...within(INVITATION_FIELDS.sentAt, span), ...measured(INVITATION_FIELDS, selection), segment(INVITATION_FIELDS.account, selection));
}
/**
 * Follow-ups whose deadline lay in a stretch of time: those at the touchpoint that is measured, else all. A follow-up does not
 * say its program, and whoever may see figures alone may not look it up in the answer.
 */
export function followUpsWhere(selection, span) {
    const { measure } = selection;
    const touchpoint = measure.kind === 'touchpoint' ? [{ [FOLLOW_UP_FIELDS.touchpoint]: { eq: measure.touchpoint } }] : [];
    return all(...within(FOLLOW_UP_FIELDS.dueAt, span), ...touchpoint, segment(FOLLOW_UP_FIELDS.account, selection));
}
function within(field, { from, to }) {
    return [{ [field]: { gte: { value: from } } }, { [field]: { lt: { value: to } } }];
}
function measured(fields, { measure }) {
    if (measure.kind === 'relational')
        return [{ [fields.program]: { eq: RELATIONAL } }];
    return [{ [fields.program]: { eq: TRANSACTIONAL } }, { [fields.touchpoint]: { eq: measure.touchpoint } }];
}
function segment(lookup, selection) {
    if (selection.segment === undefined)
        return undefined;
    return { [relationshipOf(lookup)]: { [SEGMENT_NAME]: { eq: selection.segment } } };
}
