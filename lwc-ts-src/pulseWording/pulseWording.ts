import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

/** Below this many answers a figure is marked as resting on few. */
export const FEW_ANSWERS = 30;

/** Length of the rolling window, in days; `WindowEndsOn__c` is set by the same number. */
export const WINDOW_DAYS = 365;

export const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

const MINUTE = ['minute', 60_000] as const;
const UNITS = [['day', MILLISECONDS_A_DAY], ['hour', 3_600_000], MINUTE] as const;

const scoreFormat = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const wholeFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const signedFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
const dateTimeFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE });

/** Puts values into a label's `{0}`, `{1}`, ... A place without a value stays as it is. */
export function fill(label: string, ...values: readonly string[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

/** The label for one or the label for many, with the count as `{0}` and further values after it. */
export function countLabel(count: number, one: string, many: string, ...more: readonly string[]): string {
  return fill(count === 1 ? one : many, formatWhole(count), ...more);
}

/** A pulse to one decimal, in the user's locale. */
export function formatScore(score: number): string {
  return scoreFormat.format(withoutNegativeZero(score, 1));
}

export function formatWhole(value: number): string {
  return wholeFormat.format(value);
}

/** An NPS: a whole number with its sign, zero without one. */
export function formatNps(nps: number): string {
  return signedFormat.format(withoutNegativeZero(nps, 0));
}

/** The day of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDate(instant: string): string {
  return formatInstant(dateFormat, instant);
}

/** A calendar day, `2026-10-03`, in the user's locale: the same day wherever it is read. */
export function formatDay(day: string): string {
  return formatInstant(dayFormat, day);
}

/** Day and time of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDateTime(instant: string): string {
  return formatInstant(dateTimeFormat, instant);
}

/** How far an instant lies from another, in the largest unit that fits: "in 5 hours", "2 days ago". Below a minute it is a minute. */
export function formatRelative(instant: string, now: number): string {
  const milliseconds = Date.parse(instant) - now;
  if (Number.isNaN(milliseconds)) return '';
  const [unit, length] = UNITS.find((candidate) => Math.abs(milliseconds) >= candidate[1]) ?? MINUTE;
  const count = Math.trunc(milliseconds / length);
  return relativeFormat.format(count === 0 ? (milliseconds < 0 ? -1 : 1) : count, unit);
}

/** True when an instant lies further back than the rolling window. */
export function isOutsideWindow(instant: string, now: number): boolean {
  return now - Date.parse(instant) > WINDOW_DAYS * MILLISECONDS_A_DAY;
}

function formatInstant(format: Intl.DateTimeFormat, instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : format.format(time);
}

/** -0.04 would be shown as "-0.0". */
function withoutNegativeZero(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) === 0 ? 0 : value;
}
