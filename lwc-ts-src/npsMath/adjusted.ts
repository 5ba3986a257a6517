import type { NpsCounts } from './counts';

/** Answers added for the adjusted-Wald interval: three, a quarter of them promoters and a quarter detractors. */
export const ADDED = { rated: 3, promoters: 0.75, detractors: 0.75 } as const;

/** Mean and variance of one answer, coded 1, 0 and -1, after the adjustment. */
export function adjusted(counts: NpsCounts): { readonly mean: number; readonly variance: number; readonly rated: number } {
  const rated = counts.rated + ADDED.rated;
  const promoterShare = (counts.promoters + ADDED.promoters) / rated;
  const detractorShare = (counts.detractors + ADDED.detractors) / rated;
  const mean = promoterShare - detractorShare;
  return { mean, variance: promoterShare + detractorShare - mean ** 2, rated };
}

/** How far the mean may be off by chance: the square root of its variance. */
export function standardError(counts: NpsCounts): number {
  const { variance, rated } = adjusted(counts);
  return Math.sqrt(variance / rated);
}
