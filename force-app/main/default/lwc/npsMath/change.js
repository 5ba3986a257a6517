// Generated from lwc-ts-src/npsMath/change.ts by `npm run build:lwc`. Change the source, not this file.
import { adjusted, standardError } from './adjusted';
import { npsOf } from './counts';
import { Z_95 } from './criticalValues';
/** How an NPS changed from one group of answers to another that shares none with it; null where one of them has none. */
export function npsChange(now, before) {
    const [nps, priorNps] = [npsOf(now), npsOf(before)];
    if (nps === null || priorNps === null)
        return null;
    const z = (adjusted(now).mean - adjusted(before).mean) / Math.hypot(standardError(now), standardError(before));
    return { difference: nps - priorNps, z, isSound: Math.abs(z) > Z_95 };
}
/** The change with the NPS before it; null where one of the two groups has no rated answer. */
export function npsTrend(now, before) {
    const [change, prior] = [npsChange(now, before), npsOf(before)];
    return change && prior !== null ? { ...change, prior, answersBefore: before.rated } : null;
}
