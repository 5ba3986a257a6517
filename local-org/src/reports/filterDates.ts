import { DateTime } from 'luxon';
import { firstMoment, type CalendarContext } from '../soql/dateLiterals.ts';
import type { Parameter } from '../soql/sqlBuilder.ts';
import { intervalRange, literalOf } from './dateIntervals.ts';

/** What a date in a filter means: from `start` to just before `end`, known when the report runs. */
export interface DateBounds {
  readonly start: Parameter;
  readonly end: Parameter;
}

/** The forms in which files, pages and clients write days and moments. */
const DAY_FORMATS = ['yyyy-MM-dd', 'M/d/yyyy'];
const MOMENT_FORMATS = ['M/d/yyyy h:mm a', 'M/d/yyyy HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss'];

/**
 * A value of a date filter: a day, a moment, or a relative date.
 * @returns undefined when it is none of them
 */
export function dateBounds(text: string, kind: 'date' | 'datetime'): DateBounds | undefined {
  const literal = literalOf(text);
  if (literal !== undefined) return bounds((context) => intervalRange(text, context), kind);
  const read = (zone: string): { readonly value: DateTime; readonly isDay: boolean } | undefined => readDate(text.trim(), zone);
  if (read('utc') === undefined) return undefined;
  return bounds((context) => {
    const found = read(context.timeZone);
    if (found === undefined) throw new Error(`${text} is no date`);
    if (kind === 'date' || found.isDay) {
      const start = firstMoment(found.value);
      return { start, end: firstMoment(start.plus({ days: 1 })) };
    }
    return { start: found.value, end: found.value.plus({ milliseconds: 1 }) };
  }, kind);
}

/** The days from the first to the last, both included. */
export function dayBounds(startDate: string | undefined, endDate: string | undefined, kind: 'date' | 'datetime'): Partial<DateBounds> {
  const start = startDate === undefined ? undefined : dateBounds(startDate, kind)?.start;
  const end = endDate === undefined ? undefined : dateBounds(endDate, kind)?.end;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** The bounds of a duration of the standard date filter. */
export function intervalBounds(interval: string, kind: 'date' | 'datetime'): DateBounds {
  return bounds((context) => intervalRange(interval, context), kind);
}

function bounds(
  range: (context: CalendarContext) => { readonly start: DateTime; readonly end: DateTime },
  kind: 'date' | 'datetime',
): DateBounds {
  // Both ends are asked for, and by each statement of a run: its calendar is asked once.
  const known = new WeakMap<CalendarContext, ReturnType<typeof range>>();
  const side =
    (which: 'start' | 'end'): Parameter =>
    (context) => {
      const found = known.get(context) ?? range(context);
      known.set(context, found);
      const value = found[which];
      return kind === 'date' ? value.toISODate() : value.toMillis();
    };
  return { start: side('start'), end: side('end') };
}

function readDate(text: string, zone: string): { readonly value: DateTime; readonly isDay: boolean } | undefined {
  for (const format of DAY_FORMATS) {
    const value = DateTime.fromFormat(text, format, { zone });
    if (value.isValid) return { value, isDay: true };
  }
  for (const format of MOMENT_FORMATS) {
    const value = DateTime.fromFormat(text, format, { zone, locale: 'en-US' });
    if (value.isValid) return { value, isDay: false };
  }
  if (!/^\d{4}-\d{2}-\d{2}T/u.test(text)) return undefined;
  const value = DateTime.fromISO(text, { zone });
  return value.isValid ? { value, isDay: false } : undefined;
}
