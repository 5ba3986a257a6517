// Generated from lwc-ts-src/npsMath/adjusted.ts by `npm run build:lwc`. Change the source, not this file.
/** Answers added for the adjusted-Wald interval: three, a quarter of them promoters and a quarter detractors. */
export const ADDED = { rated: 3, promoters: 0.75, detractors: 0.75 };
/** Mean and variance of one answer, coded 1, 0 and -1, after the adjustment. */
export function adjusted(counts) {
    const rated = counts.rated + ADDED.rated;
    const promoterShare = (counts.promoters + ADDED.promoters) / rated;
    const detractorShare = (counts.detractors + ADDED.detractors) / rated;
    const mean = promoterShare - detractorShare;
    return { mean, variance: promoterShare + detractorShare - mean ** 2, rated };
}
/** How far the mean may be off by chance: the square root of its variance. */
export function standardError(counts) {
    const { variance, rated } = adjusted(counts);
    return Math.sqrt(variance / rated);
}
