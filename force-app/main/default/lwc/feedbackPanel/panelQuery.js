// Generated from lwc-ts-src/feedbackPanel/panelQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { FOLLOW_UP_FIELDS, PULSE_FIELDS, relationshipOf, RESPONSE_FIELDS, RESPONSE_OBJECT } from 'c/pulseSchema';
import { FOLLOW_UP, LOOKUPS } from './schema';
/** Contacts of one address that the panel tells apart. */
const MOST_CUSTOMERS = 10;
const MOST_FOLLOW_UPS = 3;
/** Everything that the panel shows, in one request: whose it is, the last answers, the open follow-ups. */
export function panelQuery({ object, by }, answerCount) {
    const { pulse, answer, followUp } = LOOKUPS[object];
    const type = by === 'id' ? 'ID' : 'EmailAddress';
    return `query feedbackPanel($value: ${type}) {
  uiapi {
    query {
      customers: ${object}(first: ${MOST_CUSTOMERS}, where: ${by === 'id' ? '{ Id: { eq: $value } }' : '{ Email: { eq: $value } }'}) {
        edges {
          node {
            Id
            Name @optional { value }
            ${object === 'Contact' ? 'account: Account @optional { Name @optional { value } }' : ''}
            pulse: ${relationshipOf(pulse)} @optional { ${PULSE_VALUES} }
          }
        }
      }
      answers: ${RESPONSE_OBJECT}(
        first: ${String(answerCount)}
        where: { and: [${ofCustomer(answer, by)}, { ${RESPONSE_FIELDS.status}: { eq: "Accepted" } }] }
        orderBy: { ${RESPONSE_FIELDS.respondedAt}: { order: DESC, nulls: LAST } }
      ) {
        edges {
          node {
            Id
            Name { value }
            rating: ${RESPONSE_FIELDS.rating} @optional { value }
            touchpoint: ${RESPONSE_FIELDS.touchpoint} @optional { value }
            respondedAt: ${RESPONSE_FIELDS.respondedAt} @optional { value }
            comment: ${RESPONSE_FIELDS.comment} @optional { value }
            status: ${RESPONSE_FIELDS.status} @optional { value }
            ${object === 'Account' ? `contact: ${relationshipOf(RESPONSE_FIELDS.contact)} @optional { Name @optional { value } }` : ''}
          }
        }
      }
      followUps: ${FOLLOW_UP}(
        first: ${MOST_FOLLOW_UPS}
        where: { and: [${ofCustomer(followUp, by)}, { ${FOLLOW_UP_FIELDS.status}: { ne: "Resolved" } }] }
        orderBy: { ${FOLLOW_UP_FIELDS.dueAt}: { order: ASC, nulls: LAST } }
      ) {
        edges {
          node {
            Id
            Name { value }
            status: ${FOLLOW_UP_FIELDS.status} @optional { value }
            dueAt: ${FOLLOW_UP_FIELDS.dueAt} @optional { value }
            owner: Owner @optional { ... on User { Name @optional { value } } }
          }
        }
      }
    }
  }
}`;
}
const PULSE_VALUES = ['score', 'band', 'ratingCount', 'trend', 'trendIsSound', 'priorScore', 'priorRatingCount']
    .map((figure) => `${figure}: ${PULSE_FIELDS[figure]} @optional { value }`)
    .join(' ');
function ofCustomer(lookup, by) {
    if (by === 'id')
        return `{ ${lookup}: { eq: $value } }`;
    return `{ ${relationshipOf(lookup)}: { Email: { eq: $value } } }`;
}
