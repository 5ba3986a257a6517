import { grainOf, plusDays } from '../reference/days.ts';
import { todayOf, type Viewer } from '../reference/filters.ts';
import type { Json } from '../client.ts';
import { dayOf, isAccepted, isRelational, isSince } from './arithmetic.ts';
import { isLate, isOnTime, isResolved } from './followUps.ts';
import { meaning, type CheckedMeaning, type Meaning } from './meaning.ts';
import { NPS_FIGURES } from './nps.ts';
import type { Raw, RawAnswer, RawFollowUp, RawReason } from './raw.ts';

/** An unhappy answer beside one of its follow-ups, or beside none. */
interface Line {
  readonly answer: RawAnswer;
  readonly followUp: RawFollowUp | undefined;
}

const weekOf = (moment: string, viewer: Viewer): Json => grainOf('Week', dayOf(moment, viewer));

/** One of the seven whole days up to yesterday. */
function isOfTheWeek(moment: string | null, viewer: Viewer): boolean {
  if (moment === null) return false;
  const [day, today] = [dayOf(moment, viewer), todayOf(viewer)];
  return day >= plusDays(today, -7) && day < today;
}

const isSinceYesterday = (moment: string | null, viewer: Viewer): boolean =>
  moment !== null && dayOf(moment, viewer) >= plusDays(todayOf(viewer), -1);

function linesOf({ answers, followUps }: Raw, counts: (answer: RawAnswer) => boolean): readonly Line[] {
  const byAnswer = Map.groupBy(followUps, ({ response }) => response?.id);
  const unhappy = answers.filter((answer) => isAccepted(answer) && answer.rating !== null && answer.rating <= 6 && counts(answer));
  return unhappy.flatMap((answer): readonly Line[] => {
    const own = byAnswer.get(answer.id) ?? [];
    return own.length === 0 ? [{ answer, followUp: undefined }] : own.map((followUp) => ({ answer, followUp }));
  });
}

const newDetractors = (figure: string, isNew: (moment: string, viewer: Viewer) => boolean): CheckedMeaning =>
  meaning<Line>({
    figure,
    of: (raw, viewer) => linesOf(raw, ({ respondedAt }) => isNew(respondedAt, viewer)),
    by: [({ answer }) => answer.touchpoint],
    figures: { 'Unhappy answers': (lines) => new Set(lines.map(({ answer }) => answer.id)).size },
    records: { column: 'PulseResponse__c.Name', id: ({ answer }) => answer.id },
  });

const resolved = (figure: string, isNew: (moment: string | null, viewer: Viewer) => boolean): CheckedMeaning =>
  meaning<RawFollowUp>({
    figure,
    of: ({ followUps }, viewer) => followUps.filter((followUp) => isResolved(followUp) && isNew(followUp.resolvedAt, viewer)),
    by: [({ outcome }) => outcome],
    figures: { Resolved: (list) => list.length, 'On time': (list) => list.filter(isOnTime).length },
    records: { column: 'PulseFollowUp__c.Name', id: ({ id }) => id },
  });

const WEEKS: Meaning<RawAnswer>['of'] = ({ answers }, viewer) =>
  answers.filter((answer) => isRelational(answer) && isSince(answer.respondedAt, 'LAST_N_WEEKS:8', viewer));

/** The weekly huddle and the handover of a shift. */
export const HUDDLE_MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  WeeklyHuddleNps: meaning<RawAnswer>({
    figure: 'NPS by week, relational',
    of: WEEKS,
    by: [({ respondedAt }, viewer) => weekOf(respondedAt, viewer)],
    figures: NPS_FIGURES,
  }),
  WeeklyHuddleDetractors: newDetractors('new detractors of the week', isOfTheWeek),
  WeeklyHuddleResolved: resolved('resolved in the week', isOfTheWeek),
  WeeklyHuddleReasons: meaning<RawReason>({
    figure: 'answers that name a reason, by week',
    of: ({ reasons }, viewer) =>
      reasons.filter(({ answer, overruled }) => !overruled && isAccepted(answer) && isSince(answer.respondedAt, 'LAST_N_WEEKS:4', viewer)),
    by: [({ reason }) => reason],
    across: [({ answer }, viewer) => weekOf(answer.respondedAt, viewer)],
    figures: { Answers: (reasons) => new Set(reasons.map(({ answer }) => answer.id)).size },
  }),
  ShiftHandoverNew: newDetractors('new detractors since yesterday began', isSinceYesterday),
  ShiftHandoverOpen: meaning<RawFollowUp>({
    figure: 'open follow-ups, by priority',
    of: ({ followUps }) => followUps.filter((followUp) => !isResolved(followUp)),
    by: [({ priority }) => priority],
    figures: { Open: (list) => list.length, Overdue: (list, viewer) => list.filter((followUp) => isLate(followUp, viewer)).length },
    records: { column: 'PulseFollowUp__c.Name', id: ({ id }) => id },
  }),
  ShiftHandoverResolved: resolved('resolved since yesterday began', isSinceYesterday),
};
