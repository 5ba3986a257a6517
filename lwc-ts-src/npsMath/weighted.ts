import { ADDED } from './adjusted';
import type { NpsCounts } from './counts';
import { Z_95 } from './criticalValues';
import { intervalAround, type Interval } from './interval';

/** Answers of one weight each. For a customer that counts by its value, that is the value shared among its answers. */
export interface WeightedCounts extends NpsCounts {
  readonly weightOfEach: number;
}

export interface WeightedNps {
  readonly nps: number;
  /** How many answers of one weight would tell as much. */
  readonly effectiveAnswers: number;
  /** In points, without the adjustment. */
  readonly standardError: number;
  readonly interval: Interval;
  readonly margin: number;
}

/**
 * NPS in which answers weigh differently. Where all weigh the same, it and its interval are the plain ones.
 * Null without a rated answer that weighs something.
 */
export function weightedNps(groups: readonly WeightedCounts[]): WeightedNps | null {
  const used = groups.filter(({ rated, weightOfEach }) => rated > 0 && weightOfEach > 0);
  const weight = sum(used, (group) => group.weightOfEach * group.rated);
  if (weight <= 0) return null;
  const squares = sum(used, (group) => group.weightOfEach ** 2 * group.rated);
  const mean = sum(used, (group) => group.weightOfEach * (group.promoters - group.detractors)) / weight;
  const { centre, half } = adjustedInterval(used, weight, squares / weight, mean);
  return {
    nps: mean * 100,
    effectiveAnswers: weight ** 2 / squares,
    standardError: (Math.sqrt(spreadAround(used, mean)) / weight) * 100,
    interval: intervalAround(mean, centre, half),
    margin: half * 100,
  };
}

/** The same answers are added as for the plain interval, each of the weight that an effective answer has. */
function adjustedInterval(groups: readonly WeightedCounts[], weight: number, weightOfAdded: number, mean: number) {
  const whole = weight + ADDED.rated * weightOfAdded;
  const centre = (weight * mean) / whole;
  const spread = spreadAround([...groups, { ...ADDED, weightOfEach: weightOfAdded }], centre);
  return { centre, half: (Z_95 * Math.sqrt(spread)) / whole };
}

/** The sum over all answers of the squared weight times the squared distance from a mean. */
function spreadAround(groups: readonly WeightedCounts[], mean: number): number {
  return sum(groups, ({ weightOfEach, promoters, detractors, rated }) => {
    const passives = rated - promoters - detractors;
    return weightOfEach ** 2 * (promoters * (1 - mean) ** 2 + detractors * (1 + mean) ** 2 + passives * mean ** 2);
  });
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
