import type { Figures } from './figures.ts';
import { twoSidedChance, welch } from './welch.ts';

/** What is stored on a pulse beside its roll-ups and decides over its band and its trend. */
export interface Limits {
  readonly target: number | undefined;
  readonly yellowFrom: number | undefined;
  readonly minAnswers: number | undefined;
}

/** What follows from the figures, unrounded; null where the pulse must show nothing. */
export interface Derived {
  readonly Score__c: number | null;
  readonly PriorScore__c: number | null;
  readonly Trend__c: number | null;
  readonly Nps__c: number | null;
  readonly PriorNps__c: number | null;
  readonly Band__c: string | null;
  /** Undefined where the chance lies so near 5 % that the formula of the org may round to the other side. */
  readonly TrendIsSound__c: boolean | undefined;
}

/** Decimals that the org shows of each figure. */
export const decimals = { Score__c: 2, PriorScore__c: 2, Trend__c: 2, Nps__c: 1, PriorNps__c: 1 } as const;

const level = 0.05;
/** The org's critical value is right to 0.05 %, which moves the chance by less than this. */
const uncertain = 0.0003;

export function derive(figures: Figures, limits: Limits): Derived {
  const score = ratio(figures.of('RatingSum__c'), figures.of('RatingCount__c'));
  const priorScore = ratio(figures.of('PriorRatingSum__c'), figures.of('PriorRatingCount__c'));
  return {
    Score__c: score,
    PriorScore__c: priorScore,
    Trend__c: score === null || priorScore === null ? null : score - priorScore,
    Nps__c: nps(figures, ''),
    PriorNps__c: nps(figures, 'Prior'),
    Band__c: band(score, limits),
    TrendIsSound__c: isSound(figures, limits),
  };
}

function ratio(sum: number, count: number): number | null {
  return count > 0 ? sum / count : null;
}

function nps(figures: Figures, window: '' | 'Prior'): number | null {
  const promoters = figures.of(`${window}RelationalPromoterCount__c`);
  const detractors = figures.of(`${window}RelationalDetractorCount__c`);
  const share = ratio(promoters - detractors, figures.of(`${window}RelationalCount__c`));
  return share === null ? null : share * 100;
}

function band(score: number | null, { target, yellowFrom }: Limits): string | null {
  if (score === null) return null;
  if (target !== undefined && score >= target) return 'Green';
  return yellowFrom !== undefined && score >= yellowFrom ? 'Yellow' : 'Red';
}

function isSound(figures: Figures, { minAnswers }: Limits): boolean | undefined {
  const sample = (window: '' | 'Prior'): { count: number; sum: number; squares: number } => ({
    count: figures.of(`${window}RatingCount__c`),
    sum: figures.of(`${window}RatingSum__c`),
    squares: figures.of(`${window}RatingSquareSum__c`),
  });
  const [now, before] = [sample(''), sample('Prior')];
  const fewest = Math.max(minAnswers ?? 2, 2);
  if (now.count < fewest || before.count < fewest) return false;
  const test = welch(now, before);
  if (test === undefined) return now.sum * before.count !== before.sum * now.count;
  const chance = twoSidedChance(test.t, test.freedom);
  return Math.abs(chance - level) < uncertain ? undefined : chance < level;
}
