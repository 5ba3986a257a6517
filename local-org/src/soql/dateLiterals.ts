import { DateTime } from 'luxon';
import { CALENDAR_YEAR, startOfFiscalYear, type FiscalYear } from './fiscalYear.ts';

/** Where and when a query runs, as its date literals see it. */
export interface CalendarContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone of the user. */
  readonly timeZone: string;
  /** The user's locale, e.g. `en_GB`: it says on which day a week starts. */
  readonly locale: string;
  /** The org's fiscal year; the calendar year when absent. */
  readonly fiscalYear?: FiscalYear;
}

/** From the first moment of `start` to just before the first moment of `end`. */
export interface DayRange {
  readonly start: DateTime;
  readonly end: DateTime;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscalQuarter' | 'fiscalYear';

/** What the current week and fiscal year are counted by. */
interface Rules {
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekStart: number;
  readonly fiscalYear: FiscalYear;
}

interface LiteralRule {
  readonly takesNumber: boolean;
  readonly range: (today: DateTime, n: number, rules: Rules) => DayRange;
}

/**
 * The date literals of the SOQL reference.
 */
const RULES: ReadonlyMap<string, LiteralRule> = new Map([
  ...single('YESTERDAY', 'day', -1),
  ...single('TODAY', 'day', 0),
  ...single('TOMORROW', 'day', 1),
  ...named('WEEK', 'week'),
  ...named('MONTH', 'month'),
  ...named('QUARTER', 'quarter'),
  ...named('YEAR', 'year'),
  ...named('FISCAL_QUARTER', 'fiscalQuarter'),
  ...named('FISCAL_YEAR', 'fiscalYear'),
  rule('LAST_90_DAYS', false, (today) => ({ start: today.minus({ days: 90 }), end: today.plus({ days: 1 }) })),
  rule('NEXT_90_DAYS', false, (today) => ({ start: today.plus({ days: 1 }), end: today.plus({ days: 91 }) })),
  // "Last n days" ends with today, while the other units end with the one before the current.
  rule('LAST_N_DAYS', true, (today, n) => ({ start: today.minus({ days: n }), end: today.plus({ days: 1 }) })),
  rule('NEXT_N_DAYS', true, (today, n) => ({ start: today.plus({ days: 1 }), end: today.plus({ days: n + 1 }) })),
  rule('N_DAYS_AGO', true, (today, n) => ({ start: today.minus({ days: n }), end: today.minus({ days: n - 1 }) })),
  ...counted('WEEKS', 'week'),
  ...counted('MONTHS', 'month'),
  ...counted('QUARTERS', 'quarter'),
  ...counted('YEARS', 'year'),
  ...counted('FISCAL_QUARTERS', 'fiscalQuarter'),
  ...counted('FISCAL_YEARS', 'fiscalYear'),
]);

/** Whether a word is a date literal, and if so whether `:n` follows it. */
export function isDateLiteral(word: string): 'plain' | 'counted' | undefined {
  const found = RULES.get(word);
  if (found === undefined) return undefined;
  return found.takesNumber ? 'counted' : 'plain';
}

/** The days that a date literal means, in the user's time zone. */
export function dateLiteralRange(name: string, n: number | undefined, context: CalendarContext): DayRange {
  const found = RULES.get(name);
  if (found === undefined) throw new Error(`${name} is not a date literal`);
  const today = DateTime.fromMillis(context.now, { zone: context.timeZone }).startOf('day');
  const rules = { weekStart: firstDayOfWeek(context.locale), fiscalYear: context.fiscalYear ?? CALENDAR_YEAR };
  const { start, end } = found.range(today, n ?? 0, rules);
  return { start: firstMoment(start), end: firstMoment(end) };
}

/** The first moment of a day: where clocks go forward or back at midnight, midnight is not there, or there twice. */
export function firstMoment(day: DateTime): DateTime {
  const start = day.startOf('day');
  return start.getPossibleOffsets().reduce((first, one) => (one < first ? one : first), start);
}

/** 1 (Monday) to 7 (Sunday) for a locale such as `en_US`. */
export function firstDayOfWeek(locale: string): number {
  const SUNDAY = 7;
  try {
    const known: LocaleWithWeek = new Intl.Locale(locale.replaceAll('_', '-'));
    return known.getWeekInfo?.().firstDay ?? SUNDAY;
  } catch {
    return SUNDAY;
  }
}

/** What Node's Intl has and TypeScript's library does not declare yet. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?(): { readonly firstDay: number } };

function rule(name: string, takesNumber: boolean, range: LiteralRule['range']): [string, LiteralRule] {
  return [name, { takesNumber, range }];
}

function single(name: string, unit: Unit, offset: number): [string, LiteralRule][] {
  return [rule(name, false, (today, _n, rules) => periods(today, unit, offset, 1, rules))];
}

/** LAST_x, THIS_x, NEXT_x */
function named(suffix: string, unit: Unit): [string, LiteralRule][] {
  return [...single(`LAST_${suffix}`, unit, -1), ...single(`THIS_${suffix}`, unit, 0), ...single(`NEXT_${suffix}`, unit, 1)];
}

/** LAST_N_x, NEXT_N_x, N_x_AGO */
function counted(suffix: string, unit: Unit): [string, LiteralRule][] {
  return [
    rule(`LAST_N_${suffix}`, true, (today, n, rules) => periods(today, unit, -n, n, rules)),
    rule(`NEXT_N_${suffix}`, true, (today, n, rules) => periods(today, unit, 1, n, rules)),
    rule(`N_${suffix}_AGO`, true, (today, n, rules) => periods(today, unit, -n, 1, rules)),
  ];
}

/** `count` units from the one `offset` units away from the current. */
function periods(today: DateTime, unit: Unit, offset: number, count: number, rules: Rules): DayRange {
  const current = startOf(today, unit, rules);
  const months = { fiscalQuarter: 3, fiscalYear: 12 } as const;
  const after = (units: number): DateTime =>
    unit === 'fiscalQuarter' || unit === 'fiscalYear' ? current.plus({ months: units * months[unit] }) : current.plus({ [unit]: units });
  return { start: after(offset), end: after(offset + count) };
}

function startOf(today: DateTime, unit: Unit, { weekStart, fiscalYear }: Rules): DateTime {
  switch (unit) {
    case 'week':
      return today.minus({ days: (today.weekday - weekStart + 7) % 7 });
    case 'fiscalYear':
      return startOfFiscalYear(today, fiscalYear);
    case 'fiscalQuarter': {
      const year = startOfFiscalYear(today, fiscalYear);
      const months = (today.year - year.year) * 12 + today.month - year.month;
      return year.plus({ months: months - (months % 3) });
    }
    default:
      return today.startOf(unit);
  }
}
