import { DateTime } from 'luxon';
import type { FieldType } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { fiscalMonth, fiscalYearOf, type FiscalYear } from './fiscalYear.ts';

/** The date functions of the SOQL reference. */
const PARTS: Readonly<Record<string, (moment: DateTime, fiscal: FiscalYear) => number | string>> = {
  CALENDAR_MONTH: (moment) => moment.month,
  CALENDAR_QUARTER: (moment) => moment.quarter,
  CALENDAR_YEAR: (moment) => moment.year,
  DAY_IN_MONTH: (moment) => moment.day,
  // Sunday is 1.
  DAY_IN_WEEK: (moment) => (moment.weekday % 7) + 1,
  DAY_IN_YEAR: (moment) => moment.ordinal,
  DAY_ONLY: (moment) => moment.toISODate() ?? '',
  FISCAL_MONTH: fiscalMonth,
  FISCAL_QUARTER: (moment, fiscal) => Math.ceil(fiscalMonth(moment, fiscal) / 3),
  FISCAL_YEAR: fiscalYearOf,
  HOUR_IN_DAY: (moment) => moment.hour,
  // Weeks are counted in sevens from the first of the month or year.
  WEEK_IN_MONTH: (moment) => Math.floor((moment.day - 1) / 7) + 1,
  WEEK_IN_YEAR: (moment) => Math.floor((moment.ordinal - 1) / 7) + 1,
};

/** Parts of a day in UTC that SQLite tells itself, without a call for each record. */
const FORMATS: Readonly<Record<string, string>> = {
  CALENDAR_MONTH: '%m',
  CALENDAR_YEAR: '%Y',
  DAY_IN_MONTH: '%d',
  DAY_IN_YEAR: '%j',
  DAY_ONLY: '%Y-%m-%d',
  HOUR_IN_DAY: '%H',
};

/** A date function over a value in UTC as plain SQL; undefined for those that SQLite does not have. */
export function plainDateSql(name: string, sql: string, type: FieldType): string | undefined {
  const moment = type === 'datetime' ? `(${sql}) / 1000.0, 'unixepoch'` : `(${sql})`;
  if (name === 'CALENDAR_QUARTER') return `(CAST(strftime('%m', ${moment}) AS INTEGER) + 2) / 3`;
  const format = FORMATS[name];
  if (format === undefined) return undefined;
  const part = `strftime('${format}', ${moment})`;
  return name === 'DAY_ONLY' ? part : `CAST(${part} AS INTEGER)`;
}

const DATE_TIME_ONLY = new Set(['DAY_ONLY', 'HOUR_IN_DAY']);

/** Whether this is the name of a date function. */
export function isDateFunction(name: string): boolean {
  return Object.hasOwn(PARTS, name);
}

/** Whether a date function takes a field of this type. */
export function takesType(name: string, type: FieldType): boolean {
  return type === 'datetime' || (type === 'date' && !DATE_TIME_ONLY.has(name));
}

/** What a date function gives. */
export function dateFunctionType(name: string): FieldType {
  return name === 'DAY_ONLY' ? 'date' : 'int';
}

/**
 * Makes `soql_date(function, value, zone, start, named)` known to SQL. The value is
 * a date text or epoch milliseconds; date-times are read in UTC unless the query
 * says convertTimezone, as the reference has it. `start` and `named` tell the fiscal year.
 */
export function registerDateFunctions(database: OrgDatabase): void {
  database.connection.function('soql_date', { deterministic: true }, (name, value, zone, start, named) => {
    const part = typeof name === 'string' ? PARTS[name] : undefined;
    if (part === undefined || typeof zone !== 'string') return null;
    const fiscal = { startMonth: typeof start === 'number' ? start : 1, namedByStart: named === 1 };
    if (typeof value === 'number') return part(DateTime.fromMillis(value, { zone }), fiscal);
    return typeof value === 'string' ? part(DateTime.fromISO(value, { zone: 'utc' }), fiscal) : null;
  });
}
