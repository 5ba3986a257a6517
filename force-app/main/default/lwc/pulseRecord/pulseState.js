// Generated from lwc-ts-src/pulseRecord/pulseState.ts by `npm run build:lwc`. Change the source, not this file.
import { isOutsideWindow } from 'c/pulseWording';
/** Decides the state of a pulse at a moment in epoch milliseconds. */
export function pulseView(reading, now) {
    return { state: stateOf(reading.figures, now), figures: reading.figures };
}
function stateOf(figures, now) {
    if (figures.lastResponseAt !== null && isOutsideWindow(figures.lastResponseAt, now))
        return 'stale';
    if (figures.score !== null)
        return 'current';
    return figures.responseCount > 0 ? 'unrated' : 'none';
}
