import type { Filter } from 'c/answerFigures';

/** A condition on a date-time, as the variables of a query carry it. */
export type Moment = Filter;

/** How many days a huddle looks back. */
export const HUDDLE_DAYS = 7;

/** The days of a huddle, or the hours of a shift. */
export type Stretch = { readonly kind: 'days' } | { readonly kind: 'since'; readonly since: string };

const startOfLastDays = (days: number): Filter => ({ range: { last_n_days: days } });

/** Seven whole days, the last of them yesterday, where the user is; or from a moment on. The reports filter by the same words. */
export function within(stretch: Stretch): Moment {
  if (stretch.kind === 'since') return { gte: { value: stretch.since } };
  return { gte: startOfLastDays(HUDDLE_DAYS), lt: { literal: 'TODAY' } };
}

/** The seven days before those. */
export function weekBefore(): Moment {
  return { gte: startOfLastDays(2 * HUDDLE_DAYS), lt: startOfLastDays(HUDDLE_DAYS) };
}

/** First and last day of both weeks, `2026-11-15`, as they are in a time zone at a moment. */
export function huddleDays(now: number, timeZone: string): { readonly days: [string, string]; readonly before: [string, string] } {
  const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now));
  const daysAgo = (count: number): string => new Date(today - count * DAY).toISOString().slice(0, 10);
  return { days: [daysAgo(HUDDLE_DAYS), daysAgo(1)], before: [daysAgo(2 * HUDDLE_DAYS), daysAgo(HUDDLE_DAYS + 1)] };
}

const DAY = 86_400_000;
