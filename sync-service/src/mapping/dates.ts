import { DateTime, type DateTimeOptions } from 'luxon';

/** Turns a cell into ISO 8601 in UTC, or `undefined` when no format fits. */
export type ReadDate = (cell: string) => string | undefined;

/** Formats used where a mapping names none. */
export const defaultDateFormats = ['ISO'];

/** Years outside of these are typing errors, not answers. */
const plausibleYears = { first: 1990, last: 2100 };

/**
 * A reader that tries the formats in order; the first that fits wins, so `d/M/yyyy` before `M/d/yyyy` reads day first where both fit.
 * @param formats Luxon's tokens, or `ISO`, `epoch seconds`, `epoch milliseconds`
 * @param zone IANA zone of dates that carry no offset of their own
 * @example dateReader(['d/M/yyyy', 'M/d/yyyy'], 'UTC')('7/27/2022') // '2022-07-27T00:00:00.000Z'
 */
export function dateReader(formats: readonly string[], zone: string): ReadDate {
  const readers = formats.map((format) => formatReader(format, { zone }));
  return (cell) => {
    for (const read of readers) {
      const date = read(cell);
      if (date?.isValid) return plausible(date.toUTC());
    }
    return undefined;
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
