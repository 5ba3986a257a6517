import type { DateTime } from 'luxon';
import type { UserDateInterval } from '../metadata/reports/reportWords.ts';
import { dateLiteralRange, isDateLiteral, type CalendarContext, type DayRange } from '../soql/dateLiterals.ts';

/** Whole units from one to another, counted from the current one: 0 is the current, -1 the one before. */
interface Units {
  readonly unit: 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';
  readonly from: number;
  readonly to: number;
}

/** A duration of the standard date filter. */
export interface DateInterval {
  /** As metadata names it. */
  readonly interval: Exclude<UserDateInterval, 'INTERVAL_CUSTOM'>;
  /** As the Analytics API names it (`durationValue`). */
  readonly duration: string;
  readonly label: string;
  readonly group: 'Fiscal Quarter' | 'Fiscal Year' | 'Calendar Quarter' | 'Calendar Year' | 'Calendar Month' | 'Calendar Week' | 'Day';
}

type Row = readonly [interval: DateInterval['interval'], duration: string, label: string, range: Units | string];

const FISCAL_QUARTERS = rows('FISCAL_QUARTER', 'FQ', [
  ['INTERVAL_CURRENT', 'THIS_FISCAL_QUARTER', 'Current', 0, 0],
  ['INTERVAL_CURNEXT1', 'THIS_NEXT_FISCAL_QUARTER', 'Current and Next', 0, 1],
  ['INTERVAL_CURPREV1', 'LAST_THIS_FISCAL_QUARTER', 'Current and Previous', -1, 0],
  ['INTERVAL_NEXT1', 'NEXT_FISCAL_QUARTER', 'Next', 1, 1],
  ['INTERVAL_PREV1', 'LAST_FISCAL_QUARTER', 'Previous', -1, -1],
  ['INTERVAL_CURNEXT3', 'THIS_NEXT_3_FISCAL_QUARTERS', 'Current and Next 3', 0, 3],
]);
const FISCAL_YEARS = rows('FISCAL_YEAR', 'FY', [
  ['INTERVAL_CURFY', 'THIS_FISCAL_YEAR', 'Current', 0, 0],
  ['INTERVAL_PREVFY', 'LAST_FISCAL_YEAR', 'Previous', -1, -1],
  ['INTERVAL_PREV2FY', 'LAST_N_FISCAL_YEARS:2', 'Previous 2', -2, -1],
  ['INTERVAL_AGO2FY', 'N_FISCAL_YEARS_AGO:2', '2 Ago', -2, -2],
  ['INTERVAL_NEXTFY', 'NEXT_FISCAL_YEAR', 'Next', 1, 1],
  ['INTERVAL_PREVCURFY', 'LAST_THIS_FISCAL_YEAR', 'Current and Previous', -1, 0],
  ['INTERVAL_PREVCUR2FY', 'LAST_2_THIS_FISCAL_YEAR', 'Current and Previous 2', -2, 0],
  ['INTERVAL_CURNEXTFY', 'THIS_NEXT_FISCAL_YEAR', 'Current and Next', 0, 1],
]);
const QUARTERS = rows('QUARTER', 'CQ', [
  ['INTERVAL_CURRENTQ', 'THIS_QUARTER', 'Current', 0, 0],
  ['INTERVAL_CURNEXTQ', 'THIS_NEXT_QUARTER', 'Current and Next', 0, 1],
  ['INTERVAL_CURPREVQ', 'LAST_THIS_QUARTER', 'Current and Previous', -1, 0],
  ['INTERVAL_NEXTQ', 'NEXT_QUARTER', 'Next', 1, 1],
  ['INTERVAL_PREVQ', 'LAST_QUARTER', 'Previous', -1, -1],
  ['INTERVAL_CURNEXT3Q', 'THIS_NEXT_3_QUARTERS', 'Current and Next 3', 0, 3],
]);
const YEARS = rows('YEAR', 'CY', [
  ['INTERVAL_CURY', 'THIS_YEAR', 'Current', 0, 0],
  ['INTERVAL_PREVY', 'LAST_YEAR', 'Previous', -1, -1],
  ['INTERVAL_PREV2Y', 'LAST_N_YEARS:2', 'Previous 2', -2, -1],
  ['INTERVAL_AGO2Y', 'N_YEARS_AGO:2', '2 Ago', -2, -2],
  ['INTERVAL_NEXTY', 'NEXT_YEAR', 'Next', 1, 1],
  ['INTERVAL_PREVCURY', 'LAST_THIS_YEAR', 'Current and Previous', -1, 0],
  ['INTERVAL_PREVCUR2Y', 'LAST_2_THIS_YEAR', 'Current and Previous 2', -2, 0],
  ['INTERVAL_CURNEXTY', 'THIS_NEXT_YEAR', 'Current and Next', 0, 1],
]);
const MONTHS = rows('MONTH', 'Month', [
  ['INTERVAL_LASTMONTH', 'LAST_MONTH', 'Last', -1, -1],
  ['INTERVAL_THISMONTH', 'THIS_MONTH', 'This', 0, 0],
  ['INTERVAL_NEXTMONTH', 'NEXT_MONTH', 'Next', 1, 1],
  ['INTERVAL_LASTTHISMONTH', 'LAST_THIS_MONTH', 'Current and Previous', -1, 0],
  ['INTERVAL_THISNEXTMONTH', 'THIS_NEXT_MONTH', 'Current and Next', 0, 1],
]);
const WEEKS = rows('WEEK', 'Week', [
  ['INTERVAL_LASTWEEK', 'LAST_WEEK', 'Last', -1, -1],
  ['INTERVAL_THISWEEK', 'THIS_WEEK', 'This', 0, 0],
  ['INTERVAL_NEXTWEEK', 'NEXT_WEEK', 'Next', 1, 1],
]);
const DAYS: readonly Row[] = [
  ['INTERVAL_YESTERDAY', 'YESTERDAY', 'Yesterday', 'YESTERDAY'],
  ['INTERVAL_TODAY', 'TODAY', 'Today', 'TODAY'],
  ['INTERVAL_TOMORROW', 'TOMORROW', 'Tomorrow', 'TOMORROW'],
  ...[7, 30, 60, 90, 120].flatMap((n): Row[] => {
    const days = String(n) as '7' | '30' | '60' | '90' | '120';
    return [
      [`INTERVAL_LAST${days}`, `LAST_N_DAYS:${days}`, `Last ${days} Days`, `LAST_N_DAYS:${days}`],
      [`INTERVAL_NEXT${days}`, `NEXT_N_DAYS:${days}`, `Next ${days} Days`, `NEXT_N_DAYS:${days}`],
    ];
  }),
];

const GROUPS: readonly (readonly [DateInterval['group'], readonly Row[]])[] = [
  ['Calendar Year', YEARS],
  ['Calendar Quarter', QUARTERS],
  ['Calendar Month', MONTHS],
  ['Calendar Week', WEEKS],
  ['Fiscal Year', FISCAL_YEARS],
  ['Fiscal Quarter', FISCAL_QUARTERS],
  ['Day', DAYS],
];

/**
 * The durations that the standard date filter can be set to, beside `INTERVAL_CUSTOM` (`CUSTOM`).
 * What the Analytics API calls those of two or three units is to be confirmed in a real org.
 */
export const dateIntervals: readonly DateInterval[] = GROUPS.flatMap(([group, list]) =>
  list.map(([interval, duration, label]) => ({ interval, duration, label, group })),
);

const RANGES: ReadonlyMap<string, Units | string> = new Map(
  GROUPS.flatMap(([, list]) => list).flatMap(([interval, duration, , range]) => [
    [interval, range],
    [duration, range],
  ]),
);

/** Whether there is a duration of that name, in either API's words, or a date literal (`LAST_N_MONTHS:3`). */
export function isDateInterval(name: string): boolean {
  return RANGES.has(name.toUpperCase()) || literalOf(name) !== undefined;
}

/** The days of a duration, from the first moment of the first to the first moment after the last, in the user's zone. */
export function intervalRange(name: string, context: CalendarContext): DayRange {
  const range = RANGES.get(name.toUpperCase());
  if (range !== undefined && typeof range !== 'string') {
    return { start: unitAt(range.unit, range.from, context).start, end: unitAt(range.unit, range.to, context).end };
  }
  const literal = literalOf(range ?? name);
  if (literal === undefined) throw new Error(`${name} is no duration`);
  return dateLiteralRange(literal.name, literal.n, context);
}

/** The first and the last day of a duration, `YYYY-MM-DD`, as the Analytics API tells them. */
export function intervalDays(name: string, context: CalendarContext): { readonly startDate: string; readonly endDate: string } {
  const { start, end } = intervalRange(name, context);
  return { startDate: isoDay(start), endDate: isoDay(end.minus({ days: 1 })) };
}

/** A relative date as people and files write it: `LAST_N_DAYS:30`, `LAST 30 DAYS`, `THIS MONTH`; undefined for anything else. */
export function literalOf(text: string): { readonly name: string; readonly n?: number } | undefined {
  const words = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_]+/gu, '_');
  if (isDateLiteral(words) === 'plain') return { name: words };
  const [, counted = '', count = ''] = /^([A-Z_]+):(\d{1,4})$/u.exec(words) ?? [];
  if (isDateLiteral(counted) === 'counted') return { name: counted, n: Number(count) };
  const [, side = '', n = '', unit = ''] = /^(LAST|NEXT)_(\d{1,4})_([A-Z_]+)$/u.exec(words) ?? [];
  if (isDateLiteral(`${side}_N_${unit}`) === 'counted') return { name: `${side}_N_${unit}`, n: Number(n) };
  const [, ago = '', units = ''] = /^(\d{1,4})_([A-Z_]+)_AGO$/u.exec(words) ?? [];
  if (isDateLiteral(`N_${units}_AGO`) === 'counted') return { name: `N_${units}_AGO`, n: Number(ago) };
  return undefined;
}

function unitAt(unit: Units['unit'], offset: number, context: CalendarContext): DayRange {
  if (offset === 0) return dateLiteralRange(`THIS_${unit}`, undefined, context);
  if (offset < 0) return dateLiteralRange(`N_${unit}S_AGO`, -offset, context);
  const { start } = dateLiteralRange(`NEXT_${unit}`, undefined, context);
  return { start, end: dateLiteralRange(`NEXT_N_${unit}S`, offset, context).end };
}

function rows(
  unit: Units['unit'],
  short: string,
  list: readonly (readonly [DateInterval['interval'], string, string, number, number])[],
): readonly Row[] {
  return list.map(([interval, duration, words, from, to]) => {
    const label = words === '2 Ago' ? `2 ${short} Ago` : `${words} ${short}`;
    return [interval, duration, label, { unit, from, to }];
  });
}

function isoDay(day: DateTime): string {
  return day.toISODate() ?? '';
}
