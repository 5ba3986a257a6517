// Generated from lwc-ts-src/chartScales/linearScale.ts by `npm run build:lwc`. Change the source, not this file.
/**
 * A straight scale. A range that runs backwards turns the drawing round, as y does and as time does from right to left.
 * A domain without extent puts everything in the middle.
 */
export function linearScale(domain, range) {
    return {
        domain,
        range,
        at: (value) => between(range, shareIn(domain, value)),
        valueAt: (position) => between(domain, shareIn(range, position)),
    };
}
/** How far a value lies from the first end to the second, 0 to 1. */
function shareIn([from, to], value) {
    if (from === to)
        return 0.5;
    return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
function between([from, to], share) {
    return share === 1 ? to : from + (to - from) * share;
}
