import { adjusted, standardError } from './adjusted';
import type { NpsCounts } from './counts';
import { chiSquareCritical95 } from './criticalValues';

/** How much an NPS goes up and down from period to period. */
export interface Volatility {
  /** The standard deviation of the periods' NPS, in points. */
  readonly points: number;
  /** What chance alone would make of it with so many answers, in points. */
  readonly expected: number;
  /** True where the periods differ by more than chance (chi-square test, 95 %). */
  readonly isSound: boolean;
}

/** Fewer periods than this say nothing about ups and downs. */
const FEWEST_PERIODS = 3;

/** The volatility over periods; those without a rated answer are left out. Null with fewer than three. */
export function npsVolatility(periods: readonly NpsCounts[]): Volatility | null {
  const used = periods.filter(({ rated }) => rated > 0);
  if (used.length < FEWEST_PERIODS) return null;
  const plain = used.map(({ promoters, detractors, rated }) => (promoters - detractors) / rated);
  const freedom = used.length - 1;
  const errors = used.map((counts) => standardError(counts) ** 2);
  return {
    points: Math.sqrt(squaresAround(plain, average(plain)) / freedom) * 100,
    expected: Math.sqrt(average(errors)) * 100,
    isSound:
      heterogeneity(
        used.map((counts) => adjusted(counts).mean),
        errors,
      ) > chiSquareCritical95(freedom),
  };
}

/** Cochran's Q: squared distances from the common mean, each measured by its own chance. */
function heterogeneity(means: readonly number[], errors: readonly number[]): number {
  const weights = errors.map((error) => 1 / error);
  const common = dot(weights, means) / weights.reduce((total, weight) => total + weight, 0);
  return dot(
    weights,
    means.map((mean) => (mean - common) ** 2),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function squaresAround(values: readonly number[], centre: number): number {
  return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((total, value, index) => total + value * (other[index] ?? 0), 0);
}
