import { NO_FILTER, type HistoryFilter } from 'c/historyQuery';
import { MILLISECONDS_A_DAY, WINDOW_DAYS } from 'c/pulseWording';

/** How far back: the last days, or the window before the present one. */
export type Period = 'month' | 'quarter' | 'window' | 'prior';

/** Days of each period that ends today. */
export const PERIOD_DAYS: Readonly<Record<Exclude<Period, 'prior'>, number>> = { month: 30, quarter: 90, window: WINDOW_DAYS };

/** From when to when a period goes at a moment in epoch milliseconds; everything for none. */
export function periodFilter(period: Period | undefined, now: number): Pick<HistoryFilter, 'since' | 'until'> {
  if (period === undefined) return { since: NO_FILTER.since, until: NO_FILTER.until };
  const ago = (days: number): string => new Date(now - days * MILLISECONDS_A_DAY).toISOString();
  if (period === 'prior') return { since: ago(2 * WINDOW_DAYS), until: ago(WINDOW_DAYS) };
  return { since: ago(PERIOD_DAYS[period]), until: undefined };
}
