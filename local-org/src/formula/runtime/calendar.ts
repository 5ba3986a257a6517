import { IANAZone } from 'luxon';
import { FormulaRunError } from '../errors.ts';

export const MS_PER_DAY = 86_400_000;

/** The offsets of a zone: of whole days in UTC and, for days when the clocks change, of their quarters of an hour; `varies` within one. */
interface KnownOffsets {
  readonly days: Map<number, number | 'varies'>;
  readonly quarters: Map<number, number | 'varies'>;
}

const offsets = new Map<string, KnownOffsets>();
const MS_PER_QUARTER = 900_000;
/** Days remembered for a zone: about a century, so that odd dates cannot fill the memory. */
const REMEMBERED_DAYS = 40_000;

/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** The first day of the year 1. */
const FIRST_MOMENT = -62_135_596_800_000;

/** A moment that the calendar holds. @throws FormulaRunError for one outside the years 1 to 9999 */
export function checkedMoment(milliseconds: number): number {
  if (milliseconds >= FIRST_MOMENT && milliseconds <= LAST_MOMENT) return milliseconds;
  throw new FormulaRunError('Date out of range');
}

/** Days since 1970-01-01 of a calendar day, which must exist. @throws FormulaRunError otherwise */
export function toEpochDay(year: number, month: number, day: number): number {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new FormulaRunError('Invalid date');
  }
  return utcDay(year, month, day);
}

export function fromEpochDay(epochDay: number): Day {
  const date = new Date(epochDay * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD` of a stored date to days since 1970-01-01; a time part is cut off. */
export function parseStoredDate(text: string): number {
  let day = daysByText.get(text);
  if (day === undefined) {
    day = utcDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
    // A text with a time is not asked for again.
    if (text.length === 10) remember(daysByText, text, day);
  }
  return day;
}

/** `YYYY-MM-DD` */
export function formatDate(epochDay: number): string {
  let text = textsByDay.get(epochDay);
  if (text === undefined) {
    text = new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10);
    remember(textsByDay, epochDay, text);
  }
  return text;
}

const daysByText = new Map<string, number>();
const textsByDay = new Map<number, string>();

function remember<Key, Known>(known: Map<Key, Known>, key: Key, value: Known): void {
  if (known.size >= REMEMBERED_DAYS) known.clear();
  known.set(key, value);
}

/** `YYYY-MM-DD HH:MM:SSZ`, the form of TEXT(datetime). */
export function formatDateTime(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** `HH:MM:SS.mmm`, the form of TEXT(time). */
export function formatTime(millisecond: number): string {
  return new Date(millisecond).toISOString().slice(11, 23);
}

/** 1 Sunday ... 7 Saturday. 1970-01-01 was a Thursday. */
export function weekday(epochDay: number): number {
  return modulo(epochDay + 4, 7) + 1;
}

export function dayOfYear(epochDay: number): number {
  return epochDay - utcDay(fromEpochDay(epochDay).year, 1, 1) + 1;
}

/** ISO 8601: week 1 holds the year's first Thursday; weeks start on Monday. */
export function isoWeek(epochDay: number): { readonly year: number; readonly week: number } {
  const thursday = epochDay - modulo(epochDay + 3, 7) + 3;
  return { year: fromEpochDay(thursday).year, week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** The last day of a month stays a last day; else the day of month stays, cut to the month's length. */
export function addMonths(epochDay: number, months: number): number {
  const { year, month, day } = fromEpochDay(epochDay);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = modulo(index, 12) + 1;
  const length = daysInMonth(targetYear, targetMonth);
  const isLastDay = day === daysInMonth(year, month);
  return toEpochDay(targetYear, targetMonth, isLastDay ? length : Math.min(day, length));
}

/** The day on which a moment falls in a zone. */
export function localDay(moment: number, timeZone: string): number {
  return Math.floor((moment + zoneOffset(moment, timeZone)) / MS_PER_DAY);
}

/** Milliseconds to add to UTC to get a zone's local time at a moment. @throws FormulaRunError for an unknown zone */
export function zoneOffset(moment: number, timeZone: string): number {
  if (timeZone === 'UTC' || timeZone === 'GMT') return 0;
  let known = offsets.get(timeZone);
  if (known === undefined) offsets.set(timeZone, (known = { days: new Map(), quarters: new Map() }));
  let offset = offsetOfSpan(known.days, moment, MS_PER_DAY, timeZone);
  if (offset === 'varies') offset = offsetOfSpan(known.quarters, moment, MS_PER_QUARTER, timeZone);
  return offset === 'varies' ? offsetAt(moment, timeZone) : offset;
}

/** The offset that holds all through the day or quarter in which a moment lies. */
function offsetOfSpan(known: Map<number, number | 'varies'>, moment: number, length: number, timeZone: string): number | 'varies' {
  const span = Math.floor(moment / length);
  let offset = known.get(span);
  if (offset === undefined) {
    const first = offsetAt(span * length, timeZone);
    offset = first === offsetAt((span + 1) * length - 1, timeZone) ? first : 'varies';
    remember(known, span, offset);
  }
  return offset;
}

function offsetAt(moment: number, timeZone: string): number {
  const minutes = IANAZone.create(timeZone).offset(moment);
  if (Number.isNaN(minutes)) throw new FormulaRunError(`Unknown time zone ${timeZone}`);
  return minutes * 60_000;
}

export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function utcDay(year: number, month: number, day: number): number {
  if (year >= 100) return Date.UTC(year, month - 1, day) / MS_PER_DAY;
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY;
}
