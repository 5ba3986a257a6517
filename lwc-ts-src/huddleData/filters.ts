import { accepted, all, ANSWER_FIELDS as A, FOLLOW_UP_FIELDS as F, RESOLVED, type Filter } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import { REASON_FIELDS as R } from './reasonFields';
import { weekBefore, within, type Moment, type Stretch } from './stretches';

/** What the lists ask for; `made` are the open follow-ups that are new. @param touchpoint its key; undefined for all */
export function listVariables(stretch: Stretch, touchpoint: string | undefined): Record<string, unknown> {
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
export function figureVariables(touchpoint: string | undefined): Record<string, unknown> {
  const [now, before] = [within({ kind: 'days' }), weekBefore()];
  return {
    now: answers(now, touchpoint),
    before: answers(before, touchpoint),
    reasonsNow: reasons(now, touchpoint),
    reasonsBefore: reasons(before, touchpoint),
  };
}

/** Answers that count, given at that time. */
function answers(moment: Moment, touchpoint: string | undefined): Filter {
  return all(accepted(), { [A.respondedAt]: moment }, at(A.touchpoint, touchpoint));
}

/** Reasons of such answers that nobody found wrong. */
function reasons(moment: Moment, touchpoint: string | undefined): Filter {
  return all({ [R.overruled]: { eq: false } }, { [relationshipOf(R.answer)]: answers(moment, touchpoint) });
}

function followUps(filter: Filter, touchpoint: string | undefined, further?: Filter): Filter {
  return all(filter, further, at(F.touchpoint, touchpoint));
}

function at(field: string, touchpoint: string | undefined): Filter | undefined {
  return touchpoint === undefined ? undefined : { [field]: { eq: touchpoint } };
}
