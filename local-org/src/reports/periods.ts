import { DateTime } from 'luxon';
import { fiscalYearOf, type FiscalYear } from '../soql/fiscalYear.ts';
import type { DateGranularity } from './definition.ts';
import { localMillis } from './zoneSql.ts';

/** By what periods of days are told, beside the granularity. */
export interface PeriodRules {
  readonly zone: string;
  readonly locale: string;
  readonly fiscalYear: FiscalYear;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekStart: number;
}

/**
 * The SQL of the period that a day or moment falls into, as the first day of the period
 * (`YYYY-MM-DD`); of MonthInYear and DayInMonth the number.
 * @param sql a date text, or epoch milliseconds
 */
export function periodSql(sql: string, type: 'date' | 'datetime', granularity: DateGranularity, rules: PeriodRules): string {
  const moment = type === 'date' ? sql : `${localMillis(sql, rules.zone)} / 1000.0, 'unixepoch'`;
  const format = (pattern: string, ...modifiers: string[]): string =>
    `strftime('${pattern}', ${[moment, ...modifiers.map((modifier) => `'${modifier}'`)].join(', ')})`;
  const shift = ['start of month', `-${String(fiscalShift(granularity, rules.fiscalYear))} months`];
  switch (granularity) {
    case 'Day':
      return type === 'date' ? sql : format('%Y-%m-%d');
    case 'Week':
      return format('%Y-%m-%d', '-6 days', `weekday ${String(rules.weekStart % 7)}`);
    case 'Month':
      return format('%Y-%m-01');
    case 'Quarter':
      return quarterSql(format('%Y-'), format('%m'));
    case 'Year':
      return format('%Y-01-01');
    case 'FiscalQuarter':
      return quarterSql(format('%Y-', ...shift), format('%m', ...shift));
    case 'FiscalYear':
      return format('%Y-01-01', ...shift);
    case 'MonthInYear':
      return `CAST(${format('%m')} AS INTEGER)`;
    case 'DayInMonth':
      return `CAST(${format('%d')} AS INTEGER)`;
  }
}

function quarterSql(year: string, month: string): string {
  return `(${year} || substr('010101040404070707101010', 2 * ${month} - 1, 2) || '-01')`;
}

/** Months by which fiscal periods lie behind calendar ones: SQL tells the period shifted back by them. */
function fiscalShift(granularity: DateGranularity, { startMonth }: FiscalYear): number {
  if (granularity === 'FiscalYear') return startMonth - 1;
  return granularity === 'FiscalQuarter' ? (startMonth - 1) % 3 : 0;
}

/** The first day of the period that SQL has told; numbers stay as they are. */
export function periodValue(value: string | number, granularity: DateGranularity, { fiscalYear }: PeriodRules): string | number {
  const months = fiscalShift(granularity, fiscalYear);
  if (typeof value === 'number' || months === 0) return value;
  return DateTime.fromISO(value, { zone: 'utc' }).plus({ months }).toISODate() ?? value;
}

/** A period as a person reads it: `January 2026`, `Q1 CY2026`, `12/28/2025 - 1/3/2026`. */
export function periodLabel(value: string | number, granularity: DateGranularity, rules: PeriodRules): string {
  const locale = rules.locale.replaceAll('_', '-');
  if (typeof value === 'number') {
    return granularity === 'MonthInYear' ? DateTime.utc(2000, value, 1).setLocale(locale).toFormat('LLLL') : String(value);
  }
  const start = DateTime.fromISO(value, { zone: 'utc', locale });
  const day = (date: DateTime): string => date.toLocaleString(DateTime.DATE_SHORT);
  switch (granularity) {
    case 'Week':
      return `${day(start)} - ${day(start.plus({ days: 6 }))}`;
    case 'Month':
      return start.toLocaleString({ month: 'long', year: 'numeric' });
    case 'Quarter':
      return `Q${String(start.quarter)} CY${String(start.year)}`;
    case 'Year':
      return `CY${String(start.year)}`;
    case 'FiscalQuarter':
      return `Q${String(fiscalQuarter(start, rules.fiscalYear))} FY ${String(fiscalYearOf(start, rules.fiscalYear))}`;
    case 'FiscalYear':
      return `FY ${String(fiscalYearOf(start, rules.fiscalYear))}`;
    default:
      return day(start);
  }
}

function fiscalQuarter(start: DateTime, { startMonth }: FiscalYear): number {
  return Math.floor(((start.month - startMonth + 12) % 12) / 3) + 1;
}
