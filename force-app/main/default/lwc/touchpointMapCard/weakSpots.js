// Generated from lwc-ts-src/touchpointMapCard/weakSpots.ts by `npm run build:lwc`. Change the source, not this file.
import { meanOf, welch } from 'c/npsMath';
/** Fewer answers say nothing of a touchpoint, whatever a test makes of them. */
const FEWEST_ANSWERS = 5;
/** How far below the others the lowest one must lie to be named at all. */
const NAMED_FROM = 0.5;
/** Finds where a journey breaks: by Welch's test on sums, sums of squares and counts, never by the bare difference. */
export function weakSpots(touchpoints) {
    const rated = touchpoints.filter(({ now }) => now.count > 0);
    const compared = rated.map((one) => ({ one, rest: sumOf(rated.filter((other) => other !== one)) }));
    const breaks = compared
        .flatMap(({ one, rest }) => {
        const drop = soundDrop(one.now, rest);
        return drop === undefined ? [] : [{ name: one.name, score: mean(one.now), below: drop }];
    })
        .sort((one, other) => one.score - other.score)[0];
    const falls = rated
        .flatMap(({ name, now, before }) => {
        const drop = soundDrop(now, before);
        return drop === undefined ? [] : [{ name, from: mean(before), to: mean(now), drop }];
    })
        .sort((one, other) => other.drop - one.drop)[0];
    const low = compared
        .filter(({ one, rest }) => rest.count > 0 && mean(rest) - mean(one.now) >= NAMED_FROM)
        .sort((one, other) => mean(one.one.now) - mean(other.one.now))[0];
    return {
        breaks,
        falls: falls && { name: falls.name, from: falls.from, to: falls.to },
        lowest: breaks || falls || !low ? undefined : { name: low.one.name, score: mean(low.one.now) },
    };
}
/** By how much the first mean lies below the second, where that is more than chance. */
function soundDrop(low, high) {
    if (Math.min(low.count, high.count) < FEWEST_ANSWERS || !hasSquares(low) || !hasSquares(high))
        return undefined;
    const result = welch(low, high);
    return result !== null && result.isSound && result.difference < 0 ? -result.difference : undefined;
}
/** Squares that the user may not read come as nothing, and no variance is below zero. */
function hasSquares({ count, sum, squareSum }) {
    return squareSum * count >= sum * sum - 1e-6;
}
function mean(sums) {
    return meanOf(sums) ?? 0;
}
function sumOf(touchpoints) {
    return touchpoints.reduce((total, { now }) => ({ count: total.count + now.count, sum: total.sum + now.sum, squareSum: total.squareSum + now.squareSum }), { count: 0, sum: 0, squareSum: 0 });
}
