import { DateTime } from 'luxon';

/**
 * How the two windows are cut for a query. Days are counted by the org's own clock and calendar (date literals), in the time zone of
 * the user who asks. `shift` looks at them as they were a day ago (1) or will be tomorrow (-1).
 */
export interface Windows {
  readonly shift: number;
}

const days = 365;

/** Condition for answers of the current window: given at most 365 days ago. */
export function inWindow({ shift }: Windows): string {
  return `RespondedAt__c >= N_DAYS_AGO:${days + shift}`;
}

/** Condition for answers of the window before: 366 to 730 days ago. */
export function inPriorWindow({ shift }: Windows): string {
  return `RespondedAt__c < N_DAYS_AGO:${days + shift} AND RespondedAt__c >= N_DAYS_AGO:${2 * days + shift}`;
}

/** The moment at which a day begins in a time zone, as a SOQL literal. @param day `YYYY-MM-DD` */
export function startOfDay(day: string, zone: string, plusDays = 0): string {
  return DateTime.fromISO(day, { zone }).startOf('day').plus({ days: plusDays }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
