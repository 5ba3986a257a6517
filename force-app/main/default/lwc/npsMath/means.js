// Generated from lwc-ts-src/npsMath/means.ts by `npm run build:lwc`. Change the source, not this file.
import { studentCritical95 } from './criticalValues';
/** The mean; null without an answer. */
export function meanOf({ count, sum }) {
    return count > 0 ? sum / count : null;
}
/** How far a mean may be off by chance: the variance of its ratings divided by their number. Null below two answers. */
export function meanVariance({ count, sum, squareSum }) {
    if (count < 2)
        return null;
    return Math.max(0, squareSum * count - sum ** 2) / (count - 1) / count ** 2;
}
/**
 * Welch's test of a change of a mean, at 95 %, as the fields of a pulse have it. Null below two answers in either group.
 * Where nothing varies within either group, any change counts.
 */
export function welch(now, before) {
    const [variance, priorVariance] = [meanVariance(now), meanVariance(before)];
    if (variance === null || priorVariance === null)
        return null;
    const difference = now.sum / now.count - before.sum / before.count;
    const both = variance + priorVariance;
    if (both === 0)
        return { difference, t: null, freedom: null, isSound: now.sum * before.count !== before.sum * now.count };
    const t = difference / Math.sqrt(both);
    const freedom = both ** 2 / (variance ** 2 / (now.count - 1) + priorVariance ** 2 / (before.count - 1));
    return { difference, t, freedom, isSound: Math.abs(t) > studentCritical95(freedom) };
}
