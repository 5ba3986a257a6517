// Generated from lwc-ts-src/npsMath/npsMath.ts by `npm run build:lwc`. Change the source, not this file.
/**
 * NPS and means from counts and sums alone, so that they work on aggregates of any number of answers.
 * Nothing is rounded here. Without a rated answer there is no figure: null, never 0.
 */
export { addCounts, countsOfRatings, npsOf, NO_ANSWERS } from './counts';
export { npsInterval, npsMargin } from './interval';
export { npsChange, npsTrend } from './change';
export { weightedNps } from './weighted';
export { meanOf, meanVariance, welch } from './means';
export { npsVolatility } from './volatility';
export { chiSquareCritical95, studentCritical95, Z_95 } from './criticalValues';
