import { textOf, type Json, type Row } from '../client.ts';
import { detractors, isAccepted, isDaySince, isRated, isSince, isWithin, meanRating, monthOf, rated, share } from './arithmetic.ts';
import { meaning, type CheckedMeaning, type Meaning } from './meaning.ts';
import { isInWindow } from './nps.ts';
import type { Raw, RawAccount, RawAnswer, RawReason } from './raw.ts';
import { isSound, type Sample } from './welch.ts';

const RATING_FIGURES: Meaning<RawAnswer>['figures'] = {
  'Average rating': meanRating,
  'Rated answers': rated,
  Detractors: (answers) => share(detractors(answers), rated(answers)),
  'Rated share': (answers) => share(rated(answers), answers.length),
};

const lastYear: Meaning<RawAnswer>['of'] = ({ answers }, viewer) =>
  answers.filter((answer) => isAccepted(answer) && isWithin(answer.respondedAt, 'LAST_N_DAYS:365', viewer));

const ratingBy = (what: string, by: Meaning<RawAnswer>['by'][number], of = lastYear): CheckedMeaning =>
  meaning<RawAnswer>({ figure: `average rating by ${what}`, of, by: [by], figures: RATING_FIGURES });

/** An account's pulse, from the answers themselves. */
interface Pulse {
  readonly account: RawAccount;
  readonly target: number;
  readonly yellowFrom: number;
  readonly now: Sample;
  readonly before: Sample;
  readonly minAnswers: number;
}

const DAY = 86_400_000;

function pulses(raw: Raw, now: number): readonly Pulse[] {
  const { accounts, accountPulses, answers } = raw;
  const byPulse = Map.groupBy(
    answers.filter((answer) => isAccepted(answer) && isRated(answer)),
    ({ accountPulse }) => accountPulse,
  );
  const accountBy = new Map(accounts.map((account) => [account.id, account]));
  return accountPulses.flatMap((row) => {
    const account = accountBy.get(textOf(row['Account__c']));
    const own = byPulse.get(textOf(row['Id'])) ?? [];
    const ratings = (counts: (answer: RawAnswer) => boolean): Sample => own.filter(counts).flatMap(({ rating }) => rating ?? []);
    if (account === undefined) return [];
    return [
      {
        account,
        target: numberOf(row, 'Target__c', 9),
        yellowFrom: numberOf(row, 'YellowFrom__c', 7),
        minAnswers: numberOf(row, 'MinAnswers__c', 5),
        now: ratings((answer) => isInWindow(answer, raw, now)),
        before: ratings((answer) => !isInWindow(answer, raw, now) && isInWindow(answer, raw, now - 365 * DAY)),
      },
    ];
  });
}

const numberOf = (row: Row, field: string, otherwise: number): number => {
  const value = row[field];
  return typeof value === 'number' ? value : otherwise;
};

const score = (sample: Sample): number | null =>
  share(
    sample.reduce((sum, rating) => sum + rating, 0),
    sample.length,
  );
const trend = ({ now, before }: Pulse): number => (score(now) ?? 0) - (score(before) ?? 0);

/** The ten that moved most, of those whose change is more than chance. */
function movers(sign: 1 | -1): CheckedMeaning {
  return meaning<Pulse>({
    figure: sign > 0 ? 'ten pulses that rose most, only sound changes' : 'ten pulses that fell most, only sound changes',
    of: (raw, { now }) =>
      pulses(raw, now)
        .filter((pulse) => isSound(pulse.now, pulse.before, pulse.minAnswers) && sign * trend(pulse) > 0)
        .sort((one, other) => sign * (trend(other) - trend(one)))
        .slice(0, 10),
    by: [],
    figures: {},
    records: { column: 'Account.Name', id: ({ account }) => account.id },
  });
}

/** At the target and above: green; from the customer's own limit on: yellow. */
function bandOfPulse({ now, target, yellowFrom }: Pulse): Json {
  const own = score(now);
  if (own === null) return null;
  if (own >= target) return 'Green';
  return own >= yellowFrom ? 'Yellow' : 'Red';
}

/** Answers named as often as they have a reason that nobody overruled. */
const answersOf = (reasons: readonly RawReason[]): number => new Set(reasons.map(({ answer }) => answer.id)).size;

function bandOf({ answer: { rating } }: RawReason): Json {
  if (rating === null) return null;
  if (rating >= 9) return 'Green';
  return rating >= 7 ? 'Yellow' : 'Red';
}

const DEPARTMENT: Meaning<RawAnswer>['by'][number] = ({ contact }) => contact?.department ?? null;

/** Ratings and pulses of all answers, relational and transactional. */
export const RATING_MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  RatingByDepartment: ratingBy('department of the contact', DEPARTMENT, (raw, viewer) =>
    lastYear(raw, viewer).filter(({ contact }) => contact !== undefined),
  ),
  RatingByMonth: ratingBy(
    'month',
    ({ respondedAt }, viewer) => monthOf(respondedAt, viewer),
    ({ answers }, viewer) => answers.filter((answer) => isAccepted(answer) && isSince(answer.respondedAt, 'LAST_N_MONTHS:12', viewer)),
  ),
  RatingByOwner: ratingBy('account owner', ({ account }) => account?.owner ?? null),
  RatingByTeam: ratingBy("owner's department", ({ account }) => account?.ownerDepartment ?? null),
  ChannelsCompared: ratingBy('channel', ({ channel }) => channel),
  AnswersTakenByEmployees: ratingBy('who took it down', ({ recordedBy }) => (recordedBy === null ? 'The customer' : 'An employee')),
  MyCustomers: meaning<Pulse>({
    figure: 'my customers with pulse and revenue, by band',
    of: (raw, viewer) => pulses(raw, viewer.now).filter(({ account }) => account.ownerId === viewer.id),
    by: [bandOfPulse],
    figures: {
      Pulse: (list) => score(list.flatMap((pulse) => pulse.now)),
      'Rated answers': (list) => list.reduce((sum, pulse) => sum + pulse.now.length, 0),
      Customers: (list) => list.length,
      'Sum of Annual Revenue': (list) => list.reduce((sum, { account }) => sum + (account.revenue ?? 0), 0),
    },
    records: { column: 'Account.Name', id: ({ account }) => account.id },
  }),
  MyRatingByMonth: ratingBy(
    "month, my customers'",
    ({ respondedAt }, viewer) => monthOf(respondedAt, viewer),
    ({ answers }, viewer) =>
      answers.filter(
        (answer) => isAccepted(answer) && answer.account?.ownerId === viewer.id && isSince(answer.respondedAt, 'LAST_N_MONTHS:12', viewer),
      ),
  ),
  MyUnhappyAnswers: meaning<RawAnswer>({
    figure: 'unhappy answers of my customers, 30 days',
    of: ({ answers }, viewer) =>
      answers.filter(
        (answer) =>
          isAccepted(answer) &&
          answer.account?.ownerId === viewer.id &&
          answer.rating !== null &&
          answer.rating <= 6 &&
          isWithin(answer.respondedAt, 'LAST_N_DAYS:30', viewer),
      ),
    by: [({ account }) => account?.name ?? null],
    figures: { 'Unhappy answers': (answers) => answers.length },
    records: { column: 'PulseResponse__c.Name', id: ({ id }) => id },
  }),
  BelowTarget: meaning<Pulse>({
    figure: 'customers below target, with revenue',
    of: (raw, { now }) => pulses(raw, now).filter((pulse) => (score(pulse.now) ?? Infinity) < pulse.target),
    by: [({ account }) => account.segment],
    figures: {
      Customers: (list) => list.length,
      'Rated answers': (list) => list.reduce((sum, pulse) => sum + pulse.now.length, 0),
      'Sum of Annual Revenue': (list) => list.reduce((sum, { account }) => sum + (account.revenue ?? 0), 0),
    },
    records: { column: 'Account.Name', id: ({ account }) => account.id },
  }),
  MoversUp: movers(1),
  MoversDown: movers(-1),
  ReasonsByBand: meaning<RawReason>({
    figure: 'answers that name a reason, by band',
    of: ({ reasons }, viewer) =>
      reasons.filter(
        ({ answer, overruled }) =>
          !overruled && isAccepted(answer) && isRated(answer) && isWithin(answer.respondedAt, 'LAST_N_DAYS:365', viewer),
      ),
    by: [({ reason }) => reason],
    across: [bandOf],
    figures: { Answers: answersOf },
    partOfAll: { 'Share of the band': (own, band) => share(answersOf(own), answersOf(band)) },
  }),
  PulseDevelopment: meaning<Row>({
    figure: 'pulse and NPS at the end of each month, of snapshots',
    of: ({ snapshots }, viewer) => snapshots.filter((row) => isDaySince(textOf(row['Month__c']), 'LAST_N_MONTHS:12', viewer)),
    by: [(row) => `${textOf(row['Month__c']).slice(0, 7)}-01`],
    figures: {
      Pulse: (rows) => share(sumOf(rows, 'RatingSum__c'), sumOf(rows, 'RatingCount__c')),
      'Rated answers': (rows) => sumOf(rows, 'RatingCount__c'),
      NPS: (rows) => {
        const difference = sumOf(rows, 'RelationalPromoterCount__c') - sumOf(rows, 'RelationalDetractorCount__c');
        const part = share(difference, sumOf(rows, 'RelationalCount__c'));
        return part === null ? null : part * 100;
      },
      'Relational rated answers': (rows) => sumOf(rows, 'RelationalCount__c'),
      'Overdue follow-ups': (rows) => sumOf(rows, 'OverdueFollowUpCount__c'),
    },
  }),
};

const sumOf = (rows: readonly Row[], field: string): number => rows.reduce((sum, row) => sum + numberOf(row, field, 0), 0);
