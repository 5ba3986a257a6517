import {
  detractors,
  dayOf,
  isRelational,
  isSince,
  isTransactional,
  isWithin,
  meanRating,
  monthOf,
  nps,
  promoters,
  rated,
  share,
} from './arithmetic.ts';
import { textOf } from '../client.ts';
import { dayIn, grainOf, plusDays } from '../reference/days.ts';
import { meaning, type CheckedMeaning, type Meaning } from './meaning.ts';
import type { Raw, RawAccount, RawAnswer } from './raw.ts';

export const NPS_FIGURES: Meaning<RawAnswer>['figures'] = {
  NPS: nps,
  'Rated answers': rated,
  Promoters: (answers) => share(promoters(answers), rated(answers)),
  Detractors: (answers) => share(detractors(answers), rated(answers)),
};

const TOUCHPOINT_FIGURES: Meaning<RawAnswer>['figures'] = {
  'Touchpoint NPS': nps,
  'Rated answers': rated,
  'Average rating': meanRating,
};

const lastYear =
  (counts: (answer: RawAnswer) => boolean): Meaning<RawAnswer>['of'] =>
  ({ answers }, viewer) =>
    answers.filter((answer) => counts(answer) && isWithin(answer.respondedAt, 'LAST_N_DAYS:365', viewer));

const npsBy = (what: string, by: Meaning<RawAnswer>['by'][number], of = lastYear(isRelational)): CheckedMeaning =>
  meaning<RawAnswer>({ figure: `NPS by ${what}, relational, 365 days`, of, by: [by], figures: NPS_FIGURES });

/** Stages of the journey, as the report's bucket names them. */
const STAGES: Readonly<Record<string, string>> = { Sales: 'Sales', Delivery: 'Delivery', Service: 'Service' };

/** A customer with the relational answers that it gave in a year. */
interface Customer {
  readonly account: RawAccount;
  readonly relational: readonly RawAnswer[];
}

/** Customers whose pulse holds relational rated answers: by the pulse that an answer counts in, not by the account that it names. */
function customers(raw: Raw, now: number): readonly Customer[] {
  const { accounts, accountPulses, answers } = raw;
  const byPulse = Map.groupBy(
    answers.filter((answer) => isRelational(answer) && answer.rating !== null && isInWindow(answer, raw, now)),
    ({ accountPulse }) => accountPulse,
  );
  const accountBy = new Map(accounts.map((account) => [account.id, account]));
  return accountPulses.flatMap((pulse) => {
    const account = accountBy.get(textOf(pulse['Account__c']));
    const relational = byPulse.get(textOf(pulse['Id'])) ?? [];
    return account === undefined || relational.length === 0 ? [] : [{ account, relational }];
  });
}

/** The pulse's own window: at most 365 days old by the calendar of the organization, `at` the moment that is looked from. */
export function isInWindow({ respondedAt }: RawAnswer, { timeZone }: Raw, at: number): boolean {
  return dayIn(timeZone, respondedAt) >= plusDays(dayIn(timeZone, at), -365);
}

const relationalOf = (list: readonly Customer[]): readonly RawAnswer[] => list.flatMap(({ relational }) => relational);
const revenueOf = (list: readonly Customer[]): number => list.reduce((sum, { account }) => sum + (account.revenue ?? 0), 0);

/** Each customer's own NPS, weighted with its revenue. */
function weightedNps(list: readonly Customer[]): number | null {
  const weighted = list.reduce((sum, { account, relational }) => sum + (account.revenue ?? 0) * (nps(relational) ?? 0), 0);
  return share(weighted, revenueOf(list));
}

function npsRange({ relational }: Customer): string {
  const own = nps(relational) ?? 0;
  if (own <= 0) return '0 or below';
  return own <= 50 ? 'Over 0 to 50' : 'Over 50';
}

/** NPS of the relationship, and touchpoint NPS, which is never added to it. */
export const NPS_MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  NpsByMonth: meaning<RawAnswer>({
    figure: 'NPS by month, relational, twelve months and this one',
    of: ({ answers }, viewer) =>
      answers.filter((answer) => isRelational(answer) && isSince(answer.respondedAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ respondedAt }, viewer) => monthOf(respondedAt, viewer)],
    figures: NPS_FIGURES,
  }),
  NpsByOwner: npsBy('account owner', ({ account }) => account?.owner ?? null),
  NpsByRegion: npsBy('country', ({ account }) => account?.country ?? null),
  NpsBySegment: npsBy('segment', ({ account }) => account?.segment ?? null),
  TouchpointNps: meaning<RawAnswer>({
    figure: 'touchpoint NPS, transactional, 365 days',
    of: lastYear(isTransactional),
    by: [({ touchpoint }) => touchpoint],
    figures: TOUCHPOINT_FIGURES,
  }),
  TouchpointNpsByQuarter: meaning<RawAnswer>({
    figure: 'touchpoint NPS by quarter, transactional',
    of: ({ answers }, viewer) =>
      answers.filter((answer) => isTransactional(answer) && isSince(answer.respondedAt, 'LAST_N_QUARTERS:4', viewer)),
    by: [({ touchpoint }) => touchpoint],
    across: [({ respondedAt }, viewer) => grainOf('Quarter', dayOf(respondedAt, viewer))],
    figures: TOUCHPOINT_FIGURES,
  }),
  JourneyNps: meaning<RawAnswer>({
    figure: 'touchpoint NPS of sales, delivery, service',
    of: lastYear(isTransactional),
    by: [({ touchpoint }) => (touchpoint === null ? null : (STAGES[touchpoint] ?? 'Other'))],
    figures: TOUCHPOINT_FIGURES,
  }),
  NpsAndRevenue: meaning<Customer>({
    figure: "revenue by the customer's own NPS",
    of: (raw, { now }) => customers(raw, now),
    by: [npsRange],
    figures: {
      Customers: (list) => list.length,
      'Rated answers': (list) => rated(relationalOf(list)),
      'Sum of Annual Revenue': revenueOf,
    },
  }),
  NpsWeightedByRevenue: meaning<Customer>({
    figure: 'NPS weighted by revenue, relational',
    of: (raw, { now }) => customers(raw, now).filter(({ account }) => (account.revenue ?? 0) > 0),
    by: [({ account }) => account.segment],
    figures: {
      'NPS weighted': weightedNps,
      'Rated answers': (list) => rated(relationalOf(list)),
      NPS: (list) => nps(relationalOf(list)),
      Customers: (list) => list.length,
      Revenue: revenueOf,
    },
  }),
};
