// Generated from lwc-ts-src/historyCriteria/sorting.ts by `npm run build:lwc`. Change the source, not this file.
import LANG from '@salesforce/i18n/lang';
/** As the org gives them. */
export const NEWEST_FIRST = { key: 'date', ascending: false };
const collator = new Intl.Collator(LANG, { numeric: true, sensitivity: 'base' });
const FOLLOW_UP_ORDER = ['overdue', 'open', 'resolved'];
const COMPARE = {
    date: (one, other) => one.time - other.time,
    rating: (one, other) => (one.rating ?? 0) - (other.rating ?? 0),
    touchpoint: (one, other) => collator.compare(one.touchpoint, other.touchpoint),
    contact: (one, other) => collator.compare(one.contactName, other.contactName),
    followUp: (one, other) => followUpOrder(one) - followUpOrder(other),
};
const IS_BLANK = {
    date: (row) => row.time === 0,
    rating: (row) => row.rating === null,
    touchpoint: (row) => row.touchpoint === '',
    contact: (row) => row.contactName === '',
    followUp: (row) => row.followUp === undefined,
};
/** The rows in an order; what has no value there comes last either way. Of equals the one that came first stays first. */
export function sorted(rows, { key, ascending }) {
    if (key === NEWEST_FIRST.key && !ascending)
        return rows;
    const isBlank = IS_BLANK[key];
    const compare = COMPARE[key];
    const filled = rows.filter((row) => !isBlank(row)).sort((one, other) => (ascending ? compare(one, other) : compare(other, one)));
    return [...filled, ...rows.filter(isBlank)];
}
/** The other way round for the column that is sorted by, else the way that a person wants first. */
export function nextSorting(now, key) {
    return key === now.key ? { key, ascending: !now.ascending } : { key, ascending: key !== 'date' };
}
function followUpOrder({ followUp }) {
    return FOLLOW_UP_ORDER.indexOf(followUp?.state ?? '');
}
