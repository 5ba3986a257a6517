/** Months are counted from year 0, so that they can be added and compared. */
export function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** When a month begins, in epoch milliseconds (UTC, as the aggregates count). */
export function startOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

/** `2025-11-01` */
export function dayOfMonth(month: number): string {
  return new Date(startOfMonth(month)).toISOString().slice(0, 10);
}

/** How many months the trend shows. */
export const SHOWN_MONTHS = 24;

/** The first month of each span of twelve that is asked for, oldest first, and at last the month after the newest. */
export function yearLimits(now: number): readonly number[] {
  const end = monthOf(now) + 1;
  return [36, 24, 12, 0].map((back) => end - back);
}
