// Generated from lwc-ts-src/npsMath/criticalValues.ts by `npm run build:lwc`. Change the source, not this file.
/** What a standard normal value passes, up or down, in 5 of 100 cases. */
export const Z_95 = 1.959964;
const Z_95_ONE_SIDED = 1.644854;
/**
 * The two-sided critical value of Student's t at 95 %, from one degree of freedom on, right to 0.05 %.
 * The formula of the field Trend Critical t, so that page and org call the same changes sound.
 */
export function studentCritical95(freedom) {
    return Z_95 + (2.3919 + (1.4886 + 1.6423 / freedom) / freedom) / (freedom - 0.4863);
}
/** What a chi-square value passes in 5 of 100 cases, after Wilson and Hilferty: right to 1 % from two degrees of freedom on. */
export function chiSquareCritical95(freedom) {
    const variance = 2 / (9 * freedom);
    return freedom * (1 - variance + Z_95_ONE_SIDED * Math.sqrt(variance)) ** 3;
}
