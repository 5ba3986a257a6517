import { studentCritical95 } from './criticalValues';

/** Ratings as their number, sum and sum of squares. */
export interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squareSum: number;
}

export interface WelchResult {
  readonly difference: number;
  /** Null where no rating differs from the others within either group. */
  readonly t: number | null;
  readonly freedom: number | null;
  readonly isSound: boolean;
}

/** The mean; null without an answer. */
export function meanOf({ count, sum }: Sums): number | null {
  return count > 0 ? sum / count : null;
}

/** How far a mean may be off by chance: the variance of its ratings divided by their number. Null below two answers. */
export function meanVariance({ count, sum, squareSum }: Sums): number | null {
  if (count < 2) return null;
  return Math.max(0, squareSum * count - sum ** 2) / (count - 1) / count ** 2;
}

/**
 * Welch's test of a change of a mean, at 95 %, as the fields of a pulse have it. Null below two answers in either group.
 * Where nothing varies within either group, any change counts.
 */
export function welch(now: Sums, before: Sums): WelchResult | null {
  const [variance, priorVariance] = [meanVariance(now), meanVariance(before)];
  if (variance === null || priorVariance === null) return null;
  const difference = now.sum / now.count - before.sum / before.count;
  const both = variance + priorVariance;
  if (both === 0) return { difference, t: null, freedom: null, isSound: now.sum * before.count !== before.sum * now.count };
  const t = difference / Math.sqrt(both);
  const freedom = both ** 2 / (variance ** 2 / (now.count - 1) + priorVariance ** 2 / (before.count - 1));
  return { difference, t, freedom, isSound: Math.abs(t) > studentCritical95(freedom) };
}
