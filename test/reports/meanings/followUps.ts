import { grainOf } from '../reference/days.ts';
import type { Viewer } from '../reference/filters.ts';
import { dayOf, epochOf, isAccepted, isRelational, isSince, isWithin, mean, monthOf, nps, rated, share } from './arithmetic.ts';
import { meaning, type CheckedMeaning, type Meaning } from './meaning.ts';
import type { Raw, RawAnswer, RawFollowUp } from './raw.ts';

export const isResolved = ({ status }: RawFollowUp): boolean => status === 'Resolved';

/** Resolved by the deadline; the second of the deadline is in time. */
export const isOnTime = (followUp: RawFollowUp): boolean =>
  isResolved(followUp) && followUp.dueAt !== null && epochOf(followUp.resolvedAt) <= epochOf(followUp.dueAt);

/** Resolved after the deadline, or open although it has passed. */
export function isLate(followUp: RawFollowUp, { now }: Viewer): boolean {
  if (followUp.dueAt === null) return false;
  return isResolved(followUp) ? epochOf(followUp.resolvedAt) > epochOf(followUp.dueAt) : epochOf(followUp.dueAt) <= now;
}

const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => items.filter(holds).length;

const COMPLIANCE: Meaning<RawFollowUp>['figures'] = {
  'On time': (list, viewer) => share(count(list, isOnTime), due(list, viewer)),
  'Due (n)': due,
  'Resolved on time': (list) => count(list, isOnTime),
  Late: (list, viewer) => count(list, (followUp) => isLate(followUp, viewer)),
  Open: (list) => count(list, (followUp) => !isResolved(followUp)),
};

function due(list: readonly RawFollowUp[], viewer: Viewer): number {
  return count(list, (followUp) => isOnTime(followUp) || isLate(followUp, viewer));
}

const hasAnsweredAgain = ({ nextRating }: RawFollowUp): boolean => nextRating !== null;
const hasRecovered = ({ nextRating, rating }: RawFollowUp): boolean => nextRating !== null && rating !== null && nextRating > rating;

const recovered = (list: readonly RawFollowUp[]): number | null => share(count(list, hasRecovered), count(list, hasAnsweredAgain));

/** From the making to the resolution; from the answer where the follow-up was loaded after it had been resolved. */
function hours({ resolvedAt, createdAt, answeredAt }: RawFollowUp): number {
  const from = epochOf(resolvedAt) >= epochOf(createdAt) ? createdAt : answeredAt;
  return (epochOf(resolvedAt) - epochOf(from)) / 3_600_000;
}

/** Records show hours to one decimal. */
const ROUNDED_HOURS = 0.05;

const last90Days: Meaning<RawFollowUp>['of'] = ({ followUps }, viewer) =>
  followUps.filter(({ dueAt }) => isWithin(dueAt, 'LAST_N_DAYS:90', viewer));

/** An answer with its follow-ups. */
interface Followed {
  readonly answer: RawAnswer;
  readonly followUps: readonly RawFollowUp[];
}

const followUpsOf = (list: readonly Followed[]): readonly RawFollowUp[] => list.flatMap(({ followUps }) => followUps);
const relationalOf = (list: readonly Followed[]): readonly RawAnswer[] => list.map(({ answer }) => answer).filter(isRelational);

function onTime(list: readonly Followed[], viewer: Viewer): number | null {
  const followUps = followUpsOf(list);
  return share(count(followUps, isOnTime), due(followUps, viewer));
}

/** Half NPS, moved to 0-100, half the share on time. */
function index(list: readonly Followed[], viewer: Viewer): number | null {
  const [figure, kept] = [nps(relationalOf(list)), onTime(list, viewer)];
  return figure === null || kept === null ? null : (figure + 100) / 4 + kept * 50;
}

function followed({ answers, followUps }: Raw): readonly Followed[] {
  const byAnswer = Map.groupBy(followUps, ({ response }) => response?.id);
  return answers.map((answer) => ({ answer, followUps: byAnswer.get(answer.id) ?? [] }));
}

/** Follow-ups: kept promises, time, recovery, causes, and what lies open. */
export const FOLLOW_UP_MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  FollowUpCompliance: meaning<RawFollowUp>({
    figure: 'follow-ups on time, late, open, by month of the deadline',
    of: ({ followUps }, viewer) => followUps.filter(({ dueAt }) => isSince(dueAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ dueAt }, viewer) => monthOf(dueAt ?? '', viewer)],
    figures: COMPLIANCE,
  }),
  ComplianceByTeam: meaning<RawFollowUp>({
    figure: "follow-ups on time, by owner's department",
    of: last90Days,
    by: [({ account }) => account?.ownerDepartment ?? null],
    figures: COMPLIANCE,
  }),
  ComplianceByTouchpoint: meaning<RawFollowUp>({
    figure: 'follow-ups on time, by touchpoint',
    of: last90Days,
    by: [({ touchpoint }) => touchpoint],
    figures: COMPLIANCE,
  }),
  OpenFollowUps: meaning<RawFollowUp>({
    figure: 'open and overdue follow-ups by who works on them',
    of: ({ followUps }) => followUps.filter((followUp) => !isResolved(followUp)),
    by: [({ owner }) => owner],
    figures: { Overdue: (list, viewer) => count(list, (followUp) => isLate(followUp, viewer)), Open: (list) => list.length },
    records: { column: 'PulseFollowUp__c.Name', id: ({ id }) => id },
  }),
  MyOpenFollowUps: meaning<RawFollowUp>({
    figure: 'my open and overdue follow-ups, by priority',
    of: ({ followUps }, viewer) => followUps.filter((followUp) => !isResolved(followUp) && followUp.ownerId === viewer.id),
    by: [({ priority }) => priority],
    figures: { Overdue: (list, viewer) => count(list, (followUp) => isLate(followUp, viewer)), Open: (list) => list.length },
    records: { column: 'PulseFollowUp__c.Name', id: ({ id }) => id },
  }),
  TimeToResolve: meaning<RawFollowUp>({
    figure: 'hours to resolve, by month',
    of: ({ followUps }, viewer) =>
      followUps.filter((followUp) => isResolved(followUp) && isSince(followUp.resolvedAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ resolvedAt }, viewer) => grainOf('Month', dayOf(resolvedAt ?? '', viewer))],
    figures: {
      'Hours on average': (list) => mean(list.map(hours)),
      'Resolved (n)': (list) => list.length,
      'Longest (hours)': (list) => (list.length === 0 ? null : Math.max(...list.map(hours))),
    },
    roundedBy: { 'Hours on average': ROUNDED_HOURS, 'Longest (hours)': ROUNDED_HOURS },
  }),
  RecoveryRate: meaning<RawFollowUp>({
    figure: 'recovered, of those who answered again',
    of: ({ followUps }, viewer) =>
      followUps.filter(
        (followUp) => followUp.kind === 'Answer' && isResolved(followUp) && isSince(followUp.resolvedAt, 'LAST_N_MONTHS:12', viewer),
      ),
    by: [({ resolvedAt }, viewer) => monthOf(resolvedAt ?? '', viewer)],
    figures: { Recovered: recovered, 'Answered again (n)': (list) => count(list, hasAnsweredAgain), Resolved: (list) => list.length },
  }),
  RootCauses: meaning<RawFollowUp>({
    figure: 'root causes of resolved follow-ups',
    of: ({ followUps }, viewer) =>
      followUps.filter((followUp) => isResolved(followUp) && isWithin(followUp.resolvedAt, 'LAST_N_DAYS:365', viewer)),
    by: [({ rootCause }) => rootCause],
    figures: {
      'Resolved (n)': (list) => list.length,
      Recovered: recovered,
      'Answered again (n)': (list) => count(list, hasAnsweredAgain),
      'Hours on average': (list) => mean(list.map(hours)),
    },
    roundedBy: { 'Hours on average': ROUNDED_HOURS },
    partOfAll: { Share: (list, all) => share(list.length, all.length) },
  }),
  CompositeIndex: meaning<Followed>({
    figure: 'index of NPS and follow-ups on time, by month',
    of: (raw, viewer) =>
      followed(raw).filter(({ answer }) => isAccepted(answer) && isSince(answer.respondedAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ answer }, viewer) => monthOf(answer.respondedAt, viewer)],
    figures: {
      'Customer index': index,
      NPS: (list) => nps(relationalOf(list)),
      'Rated answers': (list) => rated(relationalOf(list)),
      'On time': onTime,
      'Due (n)': (list, viewer) => due(followUpsOf(list), viewer),
      'Record Count': (list) => list.reduce((sum, { followUps }) => sum + Math.max(1, followUps.length), 0),
    },
  }),
  UnhappyWithoutFollowUp: meaning<Followed>({
    figure: 'unhappy answers that nobody follows up',
    of: (raw, viewer) =>
      followed(raw).filter(
        ({ answer, followUps }) =>
          isAccepted(answer) &&
          answer.rating !== null &&
          answer.rating <= 6 &&
          answer.contact !== undefined &&
          followUps.length === 0 &&
          isWithin(answer.respondedAt, 'LAST_N_DAYS:90', viewer),
      ),
    by: [({ answer }) => answer.source],
    figures: {},
    records: { column: 'PulseResponse__c.Name', id: ({ answer }) => answer.id },
  }),
};
