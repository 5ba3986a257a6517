import { intervalDays, isDateInterval } from '../reports/dateIntervals.ts';
import { readFiscalYear } from '../soql/fiscalYear.ts';
import type { ReportContext } from './reports/reportService.ts';
import type { DurationDays } from './wire/dateFilterJson.ts';

/** The days of durations for the reader, by the org's clock and the reader's time zone. */
export function durationDays({ org, user: { timeZone, locale } }: ReportContext): DurationDays {
  const context = { now: org.clock.now(), timeZone, locale, fiscalYear: readFiscalYear(org.database, org.schema) };
  return (interval) => (isDateInterval(interval) ? intervalDays(interval, context) : undefined);
}
