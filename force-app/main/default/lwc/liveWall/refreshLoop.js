// Generated from lwc-ts-src/liveWall/refreshLoop.ts by `npm run build:lwc`. Change the source, not this file.
import { MILLISECONDS_A_DAY } from 'c/pulseWording';
/** Never more often than this, whatever a page says; and never further apart than this, however long the org is away. */
const FEWEST_SECONDS = 15;
const MOST_DELAY = 5 * 60_000;
/** Two ticks of the clock that lie further apart than this: the computer slept between them. */
const SLEPT_FROM = 30_000;
/** How long the wall waits for the org before it calls the connection lost. */
export const PATIENCE = 20_000;
/** How often the wall looks at its clock. */
export const TICK = 1000;
/**
 * Milliseconds until the next refresh: the interval, doubled for each failure in a row, at most five minutes. A share of it
 * is left to chance (`random` from 0 to 1), so that many walls do not come back at the same moment.
 */
export function refreshDelay(seconds, failures, random) {
    const interval = Math.max(FEWEST_SECONDS, seconds) * 1000;
    if (failures === 0)
        return interval;
    return Math.min(MOST_DELAY, interval * 2 ** Math.min(failures, 10)) * (0.8 + 0.2 * random);
}
/** True where a refresh cannot wait for its turn: the computer slept, or another day has begun where the user is. */
export function isOvertaken(lastTick, now, timeZone) {
    if (now < lastTick || now - lastTick > SLEPT_FROM)
        return true;
    return dayOf(lastTick, timeZone) !== dayOf(now, timeZone);
}
/** The calendar day of a moment in a time zone, as text that differs from day to day. */
export function dayOf(moment, timeZone) {
    return dayFormat(timeZone).format(moment);
}
/** True where figures are so old that a person must be told, though nothing has failed yet. */
export function isOld(updatedAt, now, seconds) {
    return updatedAt !== undefined && now - updatedAt > Math.min(MILLISECONDS_A_DAY, 3 * refreshDelay(seconds, 0, 0) + PATIENCE);
}
const formats = new Map();
/** Made once: making one takes longer than everything else a tick does. */
function dayFormat(timeZone) {
    const made = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, made);
    return made;
}
