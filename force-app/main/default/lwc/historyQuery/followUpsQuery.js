// Generated from lwc-ts-src/historyQuery/followUpsQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { FOLLOW_UP_LIST_FIELDS, FOLLOW_UP_OBJECT, GUIDE_FIELDS, relationshipOf } from 'c/pulseSchema';
import { FOLLOW_UPS_OF } from './parents';
/** More open follow-ups of one customer than a person works through on its page; their number is told. */
export const FOLLOW_UPS_SHOWN = 20;
/** The open follow-ups, the most pressing first, as the field `openFollowUps`. */
export function followUpsField(parent) {
    return `openFollowUps: ${FOLLOW_UP_OBJECT}(
        first: ${FOLLOW_UPS_SHOWN}
        where: { ${FOLLOW_UPS_OF[parent]}, ${GUIDE_FIELDS.status}: { ne: "Resolved" } }
        orderBy: { ${GUIDE_FIELDS.dueAt}: { order: ASC, nulls: LAST } }
      ) @optional {
        edges {
          node {
            Id
            Name { value }
            ${OWN_FIELDS}
            owner: Owner @optional { ... on User { Name @optional { value } } ... on Group { Name @optional { value } } }
            contact: ${relationshipOf(GUIDE_FIELDS.contact)} @optional { Id Name @optional { value } }
            response: ${relationshipOf(GUIDE_FIELDS.response)} @optional { Id Name { value } }
          }
        }
        totalCount
      }`;
}
/** Each under the name that the guide gives it. */
const OWN_FIELDS = [
    ...['status', 'kind', 'rootCause', 'outcome'].map((name) => `${name}: ${GUIDE_FIELDS[name]} @optional { value label }`),
    ...[
        'cause',
        'dueAt',
        'remindedAt',
        'escalateAt',
        'escalatedAt',
        'secondEscalatedAt',
        'resolvedAt',
        'firstContactAt',
        'actionTaken',
        'theme',
        'suggestedAction',
    ].map((name) => `${name}: ${GUIDE_FIELDS[name]} @optional { value }`),
    `priority: ${FOLLOW_UP_LIST_FIELDS.priority} @optional { value label }`,
    `rating: ${FOLLOW_UP_LIST_FIELDS.rating} @optional { value }`,
].join('\n            ');
