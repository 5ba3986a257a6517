// Generated from lwc-ts-src/answerFigures/filters.ts by `npm run build:lwc`. Change the source, not this file.
import { ACCEPTED, ANSWER_FIELDS } from './names';
/** Filters that all hold; what is undefined asks nothing. */
export function all(...filters) {
    return { and: filters.filter((filter) => filter !== undefined) };
}
/** Answers that count: not those in quarantine or taken out. */
export function accepted() {
    return { [ANSWER_FIELDS.status]: { eq: ACCEPTED } };
}
