// Generated from lwc-ts-src/liveWall/items.ts by `npm run build:lwc`. Change the source, not this file.
import TIME_ZONE from '@salesforce/i18n/timeZone';
import LOCALE from '@salesforce/i18n/locale';
import nobody from '@salesforce/label/c.Pulse_Wall_Nobody';
import wasDue from '@salesforce/label/c.Pulse_Wall_Was_Due';
import noRating from '@salesforce/label/c.Pulse_No_Rating';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import { bandLook, ratingBand } from 'c/pulseBands';
import { fill, formatDate, formatRelative, formatWhole } from 'c/pulseWording';
import { dayOf } from './refreshLoop';
const timeFormat = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: TIME_ZONE });
/** The time of day of a moment in epoch milliseconds, where the user is. */
export function timeText(moment) {
    return timeFormat.format(moment);
}
/** An answer as the wall shows it: the time of day for today's, the day for older ones. */
export function feedItem(node, now, isNew) {
    const at = node.respondedAt?.value ? Date.parse(node.respondedAt.value) : undefined;
    const isToday = at !== undefined && dayOf(at, TIME_ZONE) === dayOf(now, TIME_ZONE);
    return {
        id: node.Id,
        ...rating(node.rating?.value ?? undefined),
        facts: texts(node.touchpoint?.value, node.account?.Name?.value, node.contact?.Name?.value),
        comment: node.comment?.value?.trim() ?? '',
        timeText: at === undefined ? '' : isToday ? timeText(at) : formatDate(new Date(at).toISOString()),
        isNew,
    };
}
/** A follow-up as the radar shows it. */
export function radarItem(node, now) {
    const due = node.dueAt?.value;
    const isLate = node.overdue?.value === true && Boolean(due);
    return {
        id: node.Id,
        ...rating(node.rating?.value ?? undefined),
        facts: texts(node.touchpoint?.value, node.account?.Name?.value, node.owner?.Name?.value),
        troubles: texts(node.inQueue?.value === true ? nobody : '', isLate ? fill(wasDue, formatRelative(due ?? '', now)) : ''),
    };
}
function rating(value) {
    const look = bandLook(ratingBand(value));
    if (value === undefined || !look)
        return { band: undefined, ratingText: noRating };
    return { band: look.band, ratingText: fill(ratingWords, formatWhole(value), look.ratingMeaning) };
}
/** Those that say something, each once. */
function texts(...all) {
    return [...new Set(all.filter((text) => Boolean(text)))];
}
