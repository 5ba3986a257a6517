// Generated from lwc-ts-src/npsQueries/ratingsQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { all, ANSWER, ANSWER_FIELDS, nodesOf, numberOf } from 'c/answerFigures';
import { answersWhere } from './filters';
/** Ratings cannot be grouped by on the platform, so each is counted apart: 0 to 9 are the ten objects that a document may hold. */
const COUNTED = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
export const RATINGS_QUERY = `
query npsRatings(${COUNTED.map((rating) => `$r${rating}: ${ANSWER}_Filter`).join(', ')}) {
  uiapi { aggregate {
    ${COUNTED.map((rating) => `r${rating}: ${ANSWER}(where: $r${rating}) { edges { node { aggregate { number: Id { count { value } } } } } }`).join('\n    ')}
  } }
}`;
export function ratingsVariables(selection, span) {
    const answers = answersWhere(selection, span);
    return Object.fromEntries(COUNTED.map((rating) => [`r${rating}`, all(answers, { [ANSWER_FIELDS.rating]: { eq: rating } })]));
}
/** How often each rating from 0 to 10 was given. `rated` is the number of all rated answers: those of 10 are what is left. */
export function readRatings({ uiapi }, rated) {
    const counted = COUNTED.map((rating) => nodesOf(uiapi.aggregate[`r${rating}`]).reduce((sum, node) => sum + numberOf(node.number.count), 0));
    // Answers that came between the two queries must not make a number negative.
    return [...counted, Math.max(0, rated - counted.reduce((sum, number) => sum + number, 0))];
}
