import { FormulaRunError } from '../errors.ts';
import { MS_PER_DAY, toEpochDay } from '../runtime/calendar.ts';

// What follows a complete date or date-time is ignored, as the platform ignores it; a time must be all there is.
const DATE = /^(\d{4})-(\d{1,9})-(\d{1,9})/;
const DATETIME = /^(\d{4})-(\d{1,9})-(\d{1,9})\s+(\d{1,9}):(\d{1,9}):(\d{1,9})/;
const TIME = /^(\d{1,9}):(\d{1,9}):(\d{1,9})\.(\d{1,9})$/;

/** `2026-01-31` to days since 1970-01-01. @throws FormulaRunError when it is no date */
export function parseDate(text: string): number {
  const [year, month, day] = numbers(DATE, text, 'date');
  return toEpochDay(year, month, day);
}

/** `2026-01-31 17:00:00`, read as UTC, to epoch milliseconds. @throws FormulaRunError when it is none */
export function parseDateTime(text: string): number {
  const [year, month, day, hour, minute, second] = numbers(DATETIME, text, 'date-time');
  return toEpochDay(year, month, day) * MS_PER_DAY + timeOfDay(hour, minute, second, 0);
}

/** `17:00:00.000` to milliseconds since midnight. @throws FormulaRunError when it is none */
export function parseTime(text: string): number {
  const [hour, minute, second, millisecond] = numbers(TIME, text, 'time');
  return timeOfDay(hour, minute, second, millisecond);
}

function numbers(pattern: RegExp, text: string, what: string): readonly [number, number, number, number, number, number] {
  const match = pattern.exec(text);
  if (!match) throw new FormulaRunError(`Invalid ${what}`);
  const part = (index: number): number => Number(match[index] ?? 0);
  return [part(1), part(2), part(3), part(4), part(5), part(6)];
}

function timeOfDay(hour: number, minute: number, second: number, millisecond: number): number {
  if (hour > 23 || minute > 59 || second > 59 || millisecond > 999) throw new FormulaRunError('Invalid time');
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}
