// Generated from lwc-ts-src/answerFigures/aggregates.ts by `npm run build:lwc`. Change the source, not this file.
import { ANSWER_FIELDS } from './names';
/** The part of a query that asks for the counts of an NPS. */
export const COUNTS = `
  promoters: ${ANSWER_FIELDS.promoter} { sum { value } }
  detractors: ${ANSWER_FIELDS.detractor} { sum { value } }
  rated: ${ANSWER_FIELDS.rated} { sum { value } }`;
/** A list holds all its groups at most: what the platform gives by default is fewer. */
export const ALL_GROUPS = 2000;
/** Adding up no rows gives null on the platform: no answers. */
export function countsOf({ promoters, detractors, rated }) {
    return { promoters: numberOf(promoters.sum), detractors: numberOf(detractors.sum), rated: numberOf(rated.sum) };
}
export function numberOf(figure) {
    return figure?.value ?? 0;
}
/** The aggregates of all groups. */
export function nodesOf(aggregates) {
    return (aggregates?.edges ?? []).map(({ node }) => node.aggregate);
}
