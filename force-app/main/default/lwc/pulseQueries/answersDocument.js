// Generated from lwc-ts-src/pulseQueries/answersDocument.ts by `npm run build:lwc`. Change the source, not this file.
import { CONTACT_PULSE_MASTER, relationshipOf, RESPONSE_FIELDS, RESPONSE_FLAGS, RESPONSE_OBJECT } from 'c/pulseSchema';
import { startOfMonth } from './months';
/** As many answers as one page of GraphQL brings. */
export const MOST_DOTS = 2000;
/** The single answers from a month on, newest first, for those who want to see them; its variable is `$pulse`. */
export function answersDocument(level, fromMonth) {
    const lookup = RESPONSE_FIELDS.contactPulse;
    const ofPulse = level === 'contact' ? `${lookup}: { eq: $pulse }` : `${relationshipOf(lookup)}: { ${CONTACT_PULSE_MASTER}: { eq: $pulse } }`;
    const at = RESPONSE_FIELDS.respondedAt;
    const from = new Date(startOfMonth(fromMonth)).toISOString();
    return `query pulseAnswers($pulse: ID) {
  uiapi {
    query {
      answers: ${RESPONSE_OBJECT}(
        first: ${MOST_DOTS}
        where: { ${ofPulse}, ${RESPONSE_FIELDS.status}: { eq: "Accepted" }, ${RESPONSE_FLAGS.rated}: { eq: 1 }, ${at}: { gte: { value: "${from}" } } }
        orderBy: { ${at}: { order: DESC } }
      ) {
        totalCount
        edges { node {
          Id
          respondedAt: ${at} @optional { value }
          rating: ${RESPONSE_FIELDS.rating} @optional { value }
          touchpoint: ${RESPONSE_FIELDS.touchpoint} @optional { value }
        } }
      }
    }
  }
}`;
}
/** The dots, oldest first. */
export function readDots(data) {
    return (data.uiapi.query.answers?.edges ?? [])
        .flatMap(({ node: { Id, respondedAt, rating, touchpoint } }) => {
        const at = Date.parse(respondedAt?.value ?? '');
        const value = rating?.value;
        if (Number.isNaN(at) || value === null || value === undefined)
            return [];
        return [{ id: Id, at, rating: value, touchpoint: touchpoint?.value ?? '' }];
    })
        .reverse();
}
