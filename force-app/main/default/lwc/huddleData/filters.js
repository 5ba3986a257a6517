// Generated from lwc-ts-src/huddleData/filters.ts by `npm run build:lwc`. Change the source, not this file.
import { accepted, all, ANSWER_FIELDS as A, FOLLOW_UP_FIELDS as F, RESOLVED } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import { REASON_FIELDS as R } from './reasonFields';
import { weekBefore, within } from './stretches';
/** What the lists ask for; `made` are the open follow-ups that are new. @param touchpoint its key; undefined for all */
export function listVariables(stretch, touchpoint) {
    const open = followUps({ [F.status]: { ne: RESOLVED } }, touchpoint);
    return {
        open,
        overdue: all(open, { [F.overdue]: { eq: true } }),
        made: all(open, { CreatedDate: within(stretch) }),
        resolved: followUps({ [F.resolvedAt]: within(stretch) }, touchpoint, { [F.status]: { eq: RESOLVED } }),
        detractors: all(answers(within(stretch), touchpoint), { [A.detractor]: { eq: 1 } }),
    };
}
/** What the figures of the week ask for. */
export function figureVariables(touchpoint) {
    const [now, before] = [within({ kind: 'days' }), weekBefore()];
    return {
        now: answers(now, touchpoint),
        before: answers(before, touchpoint),
        reasonsNow: reasons(now, touchpoint),
        reasonsBefore: reasons(before, touchpoint),
    };
}
/** Answers that count, given at that time. */
function answers(moment, touchpoint) {
    return all(accepted(), { [A.respondedAt]: moment }, at(A.touchpoint, touchpoint));
}
/** Reasons of such answers that nobody found wrong. */
function reasons(moment, touchpoint) {
    return all({ [R.overruled]: { eq: false } }, { [relationshipOf(R.answer)]: answers(moment, touchpoint) });
}
function followUps(filter, touchpoint, further) {
    return all(filter, further, at(F.touchpoint, touchpoint));
}
function at(field, touchpoint) {
    return touchpoint === undefined ? undefined : { [field]: { eq: touchpoint } };
}
