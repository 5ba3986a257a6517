// Generated from lwc-ts-src/npsMath/interval.ts by `npm run build:lwc`. Change the source, not this file.
import { adjusted, standardError } from './adjusted';
import { Z_95 } from './criticalValues';
/**
 * The adjusted-Wald interval of an NPS at 95 %, kept within -100 and 100; null without a rated answer.
 * The plain one is far too narrow for few answers, and of no width where all agree.
 */
export function npsInterval(counts) {
    if (counts.rated <= 0)
        return null;
    const { mean } = adjusted(counts);
    const half = Z_95 * standardError(counts);
    return { low: Math.max(-1, mean - half) * 100, high: Math.min(1, mean + half) * 100 };
}
/** Half the width of that interval before it is kept within the scale: the margin of error, in points. */
export function npsMargin(counts) {
    return counts.rated > 0 ? Z_95 * standardError(counts) * 100 : null;
}
