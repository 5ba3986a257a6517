import { DateTime, type DateTimeOptions } from 'luxon';

/** Turns a cell into ISO 8601 in UTC, or `undefined` when no format fits. */
export type ReadDate = (cell: string) => string | undefined;

/** Formats used where a mapping names none. */
export const defaultDateFormats = ['ISO'];

/** Years outside of these are typing errors, not answers. */
const plausibleYears = { first: 1990, last: 2100 };

/** What a reader goes by where a mapping says nothing. */
export interface DateReading {
  /** IANA zone of dates that carry no offset of their own. */
  readonly zone: string;
  /** Moment (ISO 8601) by which answers are expected; a reading after it is taken only when no other format fits better. */
  readonly expectedBy?: string;
}

/**
 * A reader that tries the formats in order; the first that fits wins, so `d/M/yyyy` before `M/d/yyyy` reads day first where both fit.
 * Nobody answers in the future: where the first reading lies after `expectedBy` (default: tomorrow), the next that does not is taken.
 * @param formats Luxon's tokens, or `ISO`, `epoch seconds`, `epoch milliseconds`
 * @example dateReader(['d/M/yyyy', 'M/d/yyyy'], { zone: 'UTC' })('7/27/2022') // '2022-07-27T00:00:00.000Z'
 */
export function dateReader(formats: readonly string[], { zone, expectedBy }: DateReading): ReadDate {
  const readers = formats.map((format) => formatReader(format, { zone }));
  const latest = expectedBy === undefined ? DateTime.now().plus({ days: 1 }).toMillis() : DateTime.fromISO(expectedBy, { zone }).toMillis();
  return (cell) => {
    let late: string | undefined;
    for (const read of readers) {
      const date = read(cell);
      const moment = date?.isValid ? plausible(date.toUTC()) : undefined;
      if (moment === undefined) continue;
      if (Date.parse(moment) <= latest) return moment;
      late ??= moment;
    }
    return late;
  };
}

function plausible(date: DateTime): string | undefined {
  if (date.year < plausibleYears.first || date.year > plausibleYears.last) return undefined;
  return date.toISO() ?? undefined;
}

function formatReader(format: string, options: DateTimeOptions): (cell: string) => DateTime | undefined {
  if (format === 'ISO') return (cell) => readIso(cell, options);
  if (format === 'epoch seconds') return (cell) => readEpoch(cell, 1000);
  if (format === 'epoch milliseconds') return (cell) => readEpoch(cell, 1);
  const parser = DateTime.buildFormatParser(format, { locale: 'en' });
  return (cell) => DateTime.fromFormatParser(cell, parser, { ...options, locale: 'en' });
}

/** A full date is required: Luxon would read a bare time as today and a bare year as its first day. */
function readIso(cell: string, options: DateTimeOptions): DateTime | undefined {
  return /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(cell) ? DateTime.fromISO(cell.replace(' ', 'T'), options) : undefined;
}

function readEpoch(cell: string, factor: number): DateTime | undefined {
  return /^\d{1,16}$/.test(cell) ? DateTime.fromMillis(Number(cell) * factor) : undefined;
}
