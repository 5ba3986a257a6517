/**
 * NPS and means from counts and sums alone, so that they work on aggregates of any number of answers.
 * Nothing is rounded here. Without a rated answer there is no figure: null, never 0.
 */
export { addCounts, countsOfRatings, npsOf, NO_ANSWERS, type NpsCounts } from './counts';
export { npsInterval, npsMargin, type Interval } from './interval';
export { npsChange, npsTrend, type Change, type NpsTrend } from './change';
export { weightedNps, type WeightedCounts, type WeightedNps } from './weighted';
export { meanOf, meanVariance, welch, type Sums, type WelchResult } from './means';
export { npsVolatility, type Volatility } from './volatility';
export { chiSquareCritical95, studentCritical95, Z_95 } from './criticalValues';
