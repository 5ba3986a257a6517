// Generated from lwc-ts-src/pulseWording/pulseWording.ts by `npm run build:lwc`. Change the source, not this file.
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
/** Below this many answers a figure is marked as resting on few. */
export const FEW_ANSWERS = 30;
/** Length of the rolling window, in days; `WindowEndsOn__c` is set by the same number. */
export const WINDOW_DAYS = 365;
const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
const scoreFormat = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const wholeFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const signedFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE });
const dateTimeFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE });
/** Puts values into a label's `{0}`, `{1}`, ... A place without a value stays as it is. */
export function fill(label, ...values) {
    return label.replace(/\{(\d+)\}/g, (place, index) => values[Number(index)] ?? place);
}
/** The label for one or the label for many, with the count as `{0}` and further values after it. */
export function countLabel(count, one, many, ...more) {
    return fill(count === 1 ? one : many, formatWhole(count), ...more);
}
/** A pulse to one decimal, in the user's locale. */
export function formatScore(score) {
    return scoreFormat.format(withoutNegativeZero(score, 1));
}
export function formatWhole(value) {
    return wholeFormat.format(value);
}
/** An NPS: a whole number with its sign, zero without one. */
export function formatNps(nps) {
    return signedFormat.format(withoutNegativeZero(nps, 0));
}
/** The day of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDate(instant) {
    return formatInstant(dateFormat, instant);
}
/** Day and time of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDateTime(instant) {
    return formatInstant(dateTimeFormat, instant);
}
/** True when an instant lies further back than the rolling window. */
export function isOutsideWindow(instant, now) {
    return now - Date.parse(instant) > WINDOW_DAYS * MILLISECONDS_A_DAY;
}
function formatInstant(format, instant) {
    const time = Date.parse(instant);
    return Number.isNaN(time) ? '' : format.format(time);
}
/** -0.04 would be shown as "-0.0". */
function withoutNegativeZero(value, decimals) {
    const factor = 10 ** decimals;
    return Math.round(value * factor) === 0 ? 0 : value;
}
