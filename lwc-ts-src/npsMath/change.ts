import { adjusted, standardError } from './adjusted';
import { npsOf, type NpsCounts } from './counts';
import { Z_95 } from './criticalValues';

/** A change of a figure, and whether it is more than noise (95 %). */
export interface Change {
  /** In points, as the two figures show it. */
  readonly difference: number;
  readonly z: number;
  readonly isSound: boolean;
}

/** How an NPS changed from one group of answers to another that shares none with it; null where one of them has none. */
export function npsChange(now: NpsCounts, before: NpsCounts): Change | null {
  const [nps, priorNps] = [npsOf(now), npsOf(before)];
  if (nps === null || priorNps === null) return null;
  const z = (adjusted(now).mean - adjusted(before).mean) / Math.hypot(standardError(now), standardError(before));
  return { difference: nps - priorNps, z, isSound: Math.abs(z) > Z_95 };
}

/** A change with what it is measured against. */
export interface NpsTrend extends Change {
  readonly prior: number;
  /** Rated answers of the group before. */
  readonly answersBefore: number;
}

/** The change with the NPS before it; null where one of the two groups has no rated answer. */
export function npsTrend(now: NpsCounts, before: NpsCounts): NpsTrend | null {
  const [change, prior] = [npsChange(now, before), npsOf(before)];
  return change && prior !== null ? { ...change, prior, answersBefore: before.rated } : null;
}
