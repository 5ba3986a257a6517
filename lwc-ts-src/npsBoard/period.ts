import type { Span } from 'c/npsQueries';

/** The periods to choose from. */
export const PERIODS = ['last30', 'last90', 'last365', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;
export type Period = (typeof PERIODS)[number];

/** A stretch of days in the user's time zone, and what it is compared with: the stretch before it. */
export interface PeriodDays {
  readonly span: Span;
  readonly prior: Span;
  /** First and last days, `2026-11-01`, both within. */
  readonly days: readonly [string, string];
  readonly priorDays: readonly [string, string];
}

const DAY = 86_400_000;
const MONTHS_A_QUARTER = 3;
const MONTHS_A_YEAR = 12;

/** The days of a period, as they are at a moment in a time zone. */
export function periodDays(period: Period, now: number, timeZone: string): PeriodDays {
  const [first, afterLast, firstBefore] = BOUNDARIES[period](dayIn(now, timeZone));
  const at = (day: string): string => new Date(midnight(day, timeZone)).toISOString();
  return {
    span: { from: at(first), to: at(afterLast) },
    prior: { from: at(firstBefore), to: at(first) },
    days: [first, dayBefore(afterLast)],
    priorDays: [firstBefore, dayBefore(first)],
  };
}

/** The calendar day of an instant in a time zone. */
export function dayIn(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The instant at which a day begins in a time zone. The offset is looked up twice: it may change between noon and midnight. */
export function midnight(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const guess = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(guess, timeZone);
}

/** First day, day after the last, and first day of the period before. */
const BOUNDARIES: Readonly<Record<Period, (today: string) => [string, string, string]>> = {
  last30: (today) => lastDays(30, today),
  last90: (today) => lastDays(90, today),
  last365: (today) => lastDays(365, today),
  thisQuarter: (today) => months(MONTHS_A_QUARTER, 0, today),
  lastQuarter: (today) => months(MONTHS_A_QUARTER, 1, today),
  thisYear: (today) => months(MONTHS_A_YEAR, 0, today),
  lastYear: (today) => months(MONTHS_A_YEAR, 1, today),
};

/** So many days up to and with today, and as many before them. */
function lastDays(count: number, today: string): [string, string, string] {
  const afterLast = dayNumber(today) + 1;
  return [dayOf(afterLast - count), dayOf(afterLast), dayOf(afterLast - 2 * count)];
}

/** The quarter or year so many back; up to its end, as nothing can be later than now. */
function months(length: number, back: number, today: string): [string, string, string] {
  const month = Number(today.slice(0, 4)) * MONTHS_A_YEAR + Number(today.slice(5, 7)) - 1;
  const first = (Math.floor(month / length) - back) * length;
  return [monthStart(first), monthStart(first + length), monthStart(first - length)];
}

function monthStart(month: number): string {
  return new Date(Date.UTC(Math.floor(month / MONTHS_A_YEAR), month % MONTHS_A_YEAR)).toISOString().slice(0, 10);
}

function dayNumber(day: string): number {
  return Date.parse(day) / DAY;
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return dayOf(dayNumber(day) - 1);
}

/** How far the clocks of a time zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const wall = `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}T${part['hour'] ?? ''}:${part['minute'] ?? ''}:${part['second'] ?? ''}Z`;
  return Date.parse(wall) - Math.floor(instant / 1000) * 1000;
}
