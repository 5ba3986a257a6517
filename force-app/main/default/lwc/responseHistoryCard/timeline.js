// Generated from lwc-ts-src/responseHistoryCard/timeline.ts by `npm run build:lwc`. Change the source, not this file.
import { formatMonthOf } from 'c/pulseWording';
/** Rows in the order of time, month by month of the user's time zone. */
export function timelineMonths(rows, recordId) {
    const months = new Map();
    for (const row of rows) {
        const heading = formatMonthOf(row.respondedAt);
        const entry = { row, isThisRecord: row.id === recordId, entryClass: `entry ${row.band ?? 'none'}` };
        const month = months.get(heading);
        if (month)
            month.push(entry);
        else
            months.set(heading, [entry]);
    }
    return [...months].map(([heading, entries]) => ({ key: heading || '-', heading, entries }));
}
