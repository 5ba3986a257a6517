import { formatMonthOf } from 'c/pulseWording';
import type { ResponseRow } from 'c/responseRows';

/** An answer on the line of time. */
export interface TimelineEntry {
  readonly row: ResponseRow;
  /** The answer whose own page this is. */
  readonly isThisRecord: boolean;
  /** Says the band by colour, which the badge says in words. */
  readonly entryClass: string;
}

/** The answers of one month. */
export interface TimelineMonth {
  readonly key: string;
  /** "October 2026"; empty for answers without a date. */
  readonly heading: string;
  readonly entries: readonly TimelineEntry[];
}

/** Rows in the order of time, month by month of the user's time zone. */
export function timelineMonths(rows: readonly ResponseRow[], recordId: string | undefined): readonly TimelineMonth[] {
  const months = new Map<string, TimelineEntry[]>();
  for (const row of rows) {
    const heading = formatMonthOf(row.respondedAt);
    const entry = { row, isThisRecord: row.id === recordId, entryClass: `entry ${row.band ?? 'none'}` };
    const month = months.get(heading);
    if (month) month.push(entry);
    else months.set(heading, [entry]);
  }
  return [...months].map(([heading, entries]) => ({ key: heading || '-', heading, entries }));
}
