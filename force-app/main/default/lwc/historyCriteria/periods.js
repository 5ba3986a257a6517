// Generated from lwc-ts-src/historyCriteria/periods.ts by `npm run build:lwc`. Change the source, not this file.
import { NO_FILTER } from 'c/historyQuery';
import { MILLISECONDS_A_DAY, WINDOW_DAYS } from 'c/pulseWording';
/** Days of each period that ends today. */
export const PERIOD_DAYS = { month: 30, quarter: 90, window: WINDOW_DAYS };
/** From when to when a period goes at a moment in epoch milliseconds; everything for none. */
export function periodFilter(period, now) {
    if (period === undefined)
        return { since: NO_FILTER.since, until: NO_FILTER.until };
    const ago = (days) => new Date(now - days * MILLISECONDS_A_DAY).toISOString();
    if (period === 'prior')
        return { since: ago(2 * WINDOW_DAYS), until: ago(WINDOW_DAYS) };
    return { since: ago(PERIOD_DAYS[period]), until: undefined };
}
