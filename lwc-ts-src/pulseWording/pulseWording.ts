import DIR from '@salesforce/i18n/dir';
import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

/** Below this many answers a figure is marked as resting on few. */
export const FEW_ANSWERS = 30;

/** Length of the rolling window, in days; `WindowEndsOn__c` is set by the same number. */
export const WINDOW_DAYS = 365;

export const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

const MINUTE = ['minute', 60_000] as const;
const UNITS = [['day', MILLISECONDS_A_DAY], ['hour', 3_600_000], MINUTE] as const;

const plurals = onUse(() => new Intl.PluralRules(LANG));
const listFormat = onUse(() => new Intl.ListFormat(LANG, { type: 'conjunction' }));
const scoreFormat = onUse(() => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const wholeFormat = onUse(() => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 }));
const signedFormat = onUse(() => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }));
const dateFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE }));
const longMonthFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: TIME_ZONE }));
const dayFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }));
const monthFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' }));
const shortMonthFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' }));
const percentFormat = onUse(() => new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 }));
/** Words, not figures: they stand in the middle of a label, so they are of its language. */
const relativeFormat = onUse(() => new Intl.RelativeTimeFormat(LANG, { numeric: 'always' }));
const dateTimeFormat = onUse(() => new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE }));

/** Puts values into a label's `{0}`, `{1}`, ... A place without a value stays as it is. */
export function fill(label: string, ...values: readonly string[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

/**
 * The label for one or the label for many, with the count as `{0}` and further values after it. Which it is, the user's language
 * decides: none is one in French, and nothing is in Japanese. A label for one without the place of the count says "1" itself,
 * and so serves 1 alone.
 */
export function countLabel(count: number, one: string, many: string, ...more: readonly string[]): string {
  const isOne = plurals().select(count) === 'one' && (count === 1 || one.includes('{0}'));
  return fill(isOne ? one : many, formatWhole(count), ...more);
}

/** A pulse to one decimal, in the user's locale. */
export function formatScore(score: number): string {
  return scoreFormat().format(withoutNegativeZero(score, 1));
}

export function formatWhole(value: number): string {
  return wholeFormat().format(value);
}

/** An NPS: a whole number with its sign, zero without one. */
export function formatNps(nps: number): string {
  return signedFormat().format(withoutNegativeZero(nps, 0));
}

/** A number to so many decimals, in the user's locale. */
export function formatDecimal(value: number, digits: number): string {
  const format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(withoutNegativeZero(value, digits));
}

/** A number with its sign to so many decimals; zero has none. */
export function formatSigned(value: number, digits: number): string {
  const format = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });
  return format.format(withoutNegativeZero(value, digits));
}

/** A share of one, in whole percent. */
export function formatPercent(share: number): string {
  return percentFormat().format(share);
}

/** "sales, delivery, and service" in the user's language. */
export function formatList(items: readonly string[]): string {
  return listFormat().format(items);
}

/** The month of a calendar day: "Nov 2025". */
export function formatMonth(day: string): string {
  return formatInstant(monthFormat(), day);
}

/** The month of a calendar day without its year, for the marks of an axis: "Nov". */
export function formatMonthShort(day: string): string {
  return formatInstant(shortMonthFormat(), day);
}

/** From one calendar day to another, as short as the locale allows: "Nov 1 - 21, 2025". */
export function formatDayRange(from: string, to: string): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return Number.isNaN(start) || Number.isNaN(end) || start > end ? '' : dayFormat().formatRange(start, end);
}

/** True where the user's language runs from right to left: then time does, too. */
export function isRtl(): boolean {
  return DIR === 'rtl';
}

/** The day of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDate(instant: string): string {
  return formatInstant(dateFormat(), instant);
}

/** The month of an instant in the user's time zone: "October 2026"; empty for text that is no date. */
export function formatMonthOf(instant: string): string {
  return formatInstant(longMonthFormat(), instant);
}

/** A calendar day, `2026-10-03`, in the user's locale: the same day wherever it is read. */
export function formatDay(day: string): string {
  return formatInstant(dayFormat(), day);
}

/** Day and time of an instant, in the user's locale and time zone; empty for text that is no date. */
export function formatDateTime(instant: string): string {
  return formatInstant(dateTimeFormat(), instant);
}

/** How far an instant lies from another, in the largest unit that fits: "in 5 hours", "2 days ago". Below a minute it is a minute. */
export function formatRelative(instant: string, now: number): string {
  const milliseconds = Date.parse(instant) - now;
  if (Number.isNaN(milliseconds)) return '';
  const [unit, length] = UNITS.find((candidate) => Math.abs(milliseconds) >= candidate[1]) ?? MINUTE;
  const count = Math.trunc(milliseconds / length);
  return relativeFormat().format(count === 0 ? (milliseconds < 0 ? -1 : 1) : count, unit);
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

/** Makes a format when it is needed: each costs milliseconds, and no page needs all. */
function onUse<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => (made ??= make());
}
