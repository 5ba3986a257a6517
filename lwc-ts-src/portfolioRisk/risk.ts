import { MILLISECONDS_A_DAY } from 'c/pulseWording';
import type { Customer, OpenFollowUp, PulseFigures } from './customer';

/**
 * Points for each sign of risk. They are added, then weighed by what the customer means to us; the guide for account
 * managers (docs/guide/pages.md) has the same table.
 */
export const POINTS = {
  /** Below the yellow limit: this much, and more for each point further down. */
  red: 40,
  redPerPoint: 5,
  /** Between limit and target: from just below the target to just above the limit. */
  yellow: 10,
  yellowMost: 20,
  /** A fall that is more than chance and larger than the threshold, and more for each point beyond it. */
  fall: 25,
  fallPerPoint: 10,
  fallMost: 15,
  /** No answer within the window; for half of the window; never. */
  silent: 20,
  goingSilent: 10,
  neverAnswered: 5,
  /** A follow-up past its deadline, and more for each day; one that is open in time. */
  overdue: 25,
  overduePerDay: 1,
  overdueMost: 15,
  open: 10,
} as const;

/** What a customer weighs: by segment, and once more where it is among the largest. */
export const WEIGHTS = { A: 1.5, B: 1.2, other: 1, large: 1.25 } as const;

/** Points from which somebody should act now, and from which somebody should look. */
export const ACT_FROM = 40;
export const WATCH_FROM = 15;

/** After so many days without an answer a customer is on the way to silence. */
export const GOING_SILENT_DAYS = 180;

export type RiskLevel = 'act' | 'watch' | 'low';

/** Highest risk first. */
export const LEVELS: readonly RiskLevel[] = ['act', 'watch', 'low'];

/** Why a customer stands where it stands. The words are made from it elsewhere. */
export type RiskReason =
  | { readonly kind: 'red' | 'yellow'; readonly points: number; readonly below: number; readonly target: number; readonly few: boolean }
  | { readonly kind: 'fall'; readonly points: number; readonly by: number; readonly from: number }
  | { readonly kind: 'silent' | 'goingSilent'; readonly points: number; readonly since: string }
  | { readonly kind: 'neverAnswered'; readonly points: number }
  | { readonly kind: 'overdue' | 'open'; readonly points: number; readonly followUp: OpenFollowUp }
  | { readonly kind: 'segment'; readonly points: 0; readonly segment: string }
  | { readonly kind: 'large'; readonly points: 0 };

export interface Risk {
  /** Weighed, not rounded. */
  readonly points: number;
  readonly level: RiskLevel;
  /** The heaviest first; what only weighs comes last. */
  readonly reasons: readonly RiskReason[];
}

/** The risk of a customer at a moment in epoch milliseconds. `largeFrom` is the revenue from which it is among the largest. */
export function riskOf(customer: Customer, largeFrom: number, now: number): Risk {
  const signs = [...pulseSigns(customer.pulse), ...silenceSigns(customer.pulse, now), ...followUpSigns(customer.followUps[0], now)];
  const sum = signs.reduce((total, sign) => total + sign.points, 0);
  const isLarge = customer.revenue !== undefined && customer.revenue >= largeFrom;
  const points = sum * segmentWeight(customer.segment) * (isLarge ? WEIGHTS.large : 1);
  const reasons = [...signs].sort((one, other) => other.points - one.points);
  return { points, level: levelOf(points), reasons: points > 0 ? [...reasons, ...weightReasons(customer.segment, isLarge)] : reasons };
}

/** The revenue that only a fifth of the customers reach; infinite where fewer than five have one. */
export function largeRevenue(customers: readonly Customer[]): number {
  const revenues = customers.flatMap(({ revenue }) => (revenue !== undefined && revenue > 0 ? [revenue] : []));
  const fifth = Math.floor(revenues.length / 5);
  return revenues.sort((one, other) => other - one)[fifth - 1] ?? Infinity;
}

export function levelOf(points: number): RiskLevel {
  if (points >= ACT_FROM) return 'act';
  return points >= WATCH_FROM ? 'watch' : 'low';
}

function pulseSigns(pulse: PulseFigures | undefined): RiskReason[] {
  if (!pulse) return [];
  return [...belowTarget(pulse), ...fall(pulse)];
}

/** Few answers count half: one unhappy person is a reason to look, not to sound the alarm. */
function belowTarget({ score, target, yellowFrom, ratingCount, minAnswers }: PulseFigures): RiskReason[] {
  if (score === undefined || score >= target) return [];
  const few = ratingCount < minAnswers;
  const isRed = score < yellowFrom;
  const whole = isRed
    ? POINTS.red + POINTS.redPerPoint * (yellowFrom - score)
    : POINTS.yellow + (POINTS.yellowMost * (target - score)) / (target - yellowFrom);
  return [{ kind: isRed ? 'red' : 'yellow', points: few ? whole / 2 : whole, below: target - score, target, few }];
}

function fall({ trend, trendIsSound, trendThreshold, priorScore }: PulseFigures): RiskReason[] {
  if (trend === undefined || priorScore === undefined || !trendIsSound || trend > -trendThreshold || trend >= 0) return [];
  const beyond = Math.min(POINTS.fallMost, POINTS.fallPerPoint * (-trend - trendThreshold));
  return [{ kind: 'fall', points: POINTS.fall + beyond, by: -trend, from: priorScore }];
}

function silenceSigns(pulse: PulseFigures | undefined, now: number): RiskReason[] {
  const since = pulse?.lastResponseAt;
  if (since === undefined) return [{ kind: 'neverAnswered', points: POINTS.neverAnswered }];
  if (pulse?.isStale === true) return [{ kind: 'silent', points: POINTS.silent, since }];
  const days = (now - Date.parse(since)) / MILLISECONDS_A_DAY;
  return days > GOING_SILENT_DAYS ? [{ kind: 'goingSilent', points: POINTS.goingSilent, since }] : [];
}

function followUpSigns(followUp: OpenFollowUp | undefined, now: number): RiskReason[] {
  if (!followUp) return [];
  if (followUp.dueAt === undefined || followUp.dueAt >= now) return [{ kind: 'open', points: POINTS.open, followUp }];
  const days = (now - followUp.dueAt) / MILLISECONDS_A_DAY;
  return [{ kind: 'overdue', points: POINTS.overdue + Math.min(POINTS.overdueMost, POINTS.overduePerDay * days), followUp }];
}

function segmentWeight(segment: string | undefined): number {
  return segment === 'A' || segment === 'B' ? WEIGHTS[segment] : WEIGHTS.other;
}

function weightReasons(segment: string | undefined, isLarge: boolean): RiskReason[] {
  const found: RiskReason[] = [];
  if (segment !== undefined && segmentWeight(segment) > 1) found.push({ kind: 'segment', points: 0, segment });
  if (isLarge) found.push({ kind: 'large', points: 0 });
  return found;
}
