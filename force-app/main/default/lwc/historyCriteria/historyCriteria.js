// Generated from lwc-ts-src/historyCriteria/historyCriteria.ts by `npm run build:lwc`. Change the source, not this file.
/** What a person looks for in the history, and the answers that match. */
import { NO_FILTER } from 'c/historyQuery';
import { foldedText } from 'c/responseRows';
import { periodFilter } from './periods';
export { PERIOD_DAYS } from './periods';
export { NEWEST_FIRST, nextSorting, sorted } from './sorting';
export const NO_CHOICES = {
    search: '',
    band: undefined,
    touchpoint: undefined,
    program: undefined,
    period: undefined,
    followUp: undefined,
    withComment: false,
};
/** What the org is asked for, at a moment in epoch milliseconds. */
export function filterOf({ band, touchpoint, program, period }, now) {
    return { ...NO_FILTER, band, touchpoint, program, ...periodFilter(period, now) };
}
/** True where the page looks itself, so that answers it has not loaded are not found. */
export function looksItself({ search, withComment, followUp }) {
    return search.trim() !== '' || withComment || followUp !== undefined;
}
/** How many of the filters beside the search are set. */
export function choiceCount({ search: _search, withComment, ...choices }) {
    return Object.values(choices).filter((choice) => choice !== undefined).length + (withComment ? 1 : 0);
}
/**
 * The answers that match, in the order given.
 * @param hasAll every answer is loaded, so the page does what else the org does
 */
export function matching(rows, criteria, hasAll) {
    const tests = [...(hasAll ? orgTests(criteria.filter) : []), ...ownTests(criteria)];
    return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}
function orgTests({ band, touchpoint, program, since, until }) {
    const from = since === undefined ? -Infinity : Date.parse(since);
    const to = until === undefined ? Infinity : Date.parse(until);
    return [
        ...(band === undefined ? [] : [(row) => (band === 'unrated' ? row.rating === null : row.band === band)]),
        ...(touchpoint === undefined ? [] : [(row) => row.touchpoint === touchpoint]),
        ...(program === undefined ? [] : [(row) => row.program === program]),
        ...(from === -Infinity && to === Infinity ? [] : [(row) => row.time >= from && row.time < to]),
    ];
}
function ownTests({ search, withComment, followUp }) {
    const words = foldedText(search).split(/\s+/u).filter(Boolean);
    return [
        ...(withComment ? [(row) => row.comment !== ''] : []),
        ...(followUp === undefined ? [] : [(row) => hasFollowUp(row, followUp)]),
        ...(words.length === 0 ? [] : [(row) => words.every((word) => row.searchText.includes(word))]),
    ];
}
function hasFollowUp({ followUp }, choice) {
    switch (choice) {
        case 'none':
            return followUp === undefined;
        case 'any':
            return followUp !== undefined;
        case 'open':
            return followUp !== undefined && followUp.state !== 'resolved';
        default:
            return followUp?.state === choice;
    }
}
