// Generated from lwc-ts-src/historyQuery/answersQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { childRelationship, FOLLOW_UP_FIELDS, OVERRIDE_FIELDS, PROGRAM_FIELD, REASON_FIELDS, relationshipOf, RESPONSE_FIELDS, RESPONSE_OBJECT, } from 'c/pulseSchema';
import { ANSWERS_OF, hasSeveralPeople } from './parents';
/** More reasons than anybody gives for one answer. */
const REASONS_OF_AN_ANSWER = 20;
/** Ratings of each band, as filters: the same lines as `Band__c`, on the stored field. */
const BAND_CONDITIONS = {
    Green: '{ gte: 9 }',
    Yellow: '{ gte: 7, lt: 9 }',
    Red: '{ lt: 7 }',
    unrated: '{ eq: null }',
};
/** One page of the answers that match, newest first, as the field `answers`. */
export function answersField(parent, filter, size) {
    return `answers: ${RESPONSE_OBJECT}(
        ${size}
        after: $after
        where: { ${conditions(parent, filter).join(', ')} }
        orderBy: { ${RESPONSE_FIELDS.respondedAt}: { order: DESC, nulls: LAST } }
      ) {
        edges {
          node {
            ${hasSeveralPeople(parent) ? CONTACT_NAME : ''}
            ${NODE_FIELDS}
          }
        }
        pageInfo { hasNextPage endCursor }
        totalCount
      }`;
}
/** The variables that the conditions of a filter need, declared. */
export function filterVariables({ touchpoint, since, until }) {
    const declared = [touchpoint && '$touchpoint: String', since && '$since: DateTime', until && '$until: DateTime'];
    return declared.flatMap((variable) => (variable ? [`, ${variable}`] : [])).join('');
}
function conditions(parent, { band, touchpoint, program, since, until }) {
    const found = [ANSWERS_OF[parent]];
    if (band !== undefined)
        found.push(`${RESPONSE_FIELDS.rating}: ${BAND_CONDITIONS[band]}`);
    if (touchpoint !== undefined)
        found.push(`${RESPONSE_FIELDS.touchpoint}: { eq: $touchpoint }`);
    if (program !== undefined)
        found.push(`${PROGRAM_FIELD}: { eq: "${program}" }`);
    const period = [since && 'gte: { value: $since }', until && 'lt: { value: $until }'].filter(Boolean);
    if (period.length > 0)
        found.push(`${RESPONSE_FIELDS.respondedAt}: { ${period.join(', ')} }`);
    return found;
}
const CONTACT_NAME = `contact: ${relationshipOf(RESPONSE_FIELDS.contact)} @optional { Name @optional { value } }`;
const NODE_FIELDS = `Id
            Name { value }
            rating: ${RESPONSE_FIELDS.rating} @optional { value }
            touchpoint: ${RESPONSE_FIELDS.touchpoint} @optional { value }
            program: ${PROGRAM_FIELD} @optional { value label }
            respondedAt: ${RESPONSE_FIELDS.respondedAt} @optional { value }
            comment: ${RESPONSE_FIELDS.comment} @optional { value }
            status: ${RESPONSE_FIELDS.status} @optional { value }
            erasedOn: ${RESPONSE_FIELDS.erasedOn} @optional { value }
            quarantineReason: ${RESPONSE_FIELDS.quarantineReason} @optional { value label }
            lastOverride: ${relationshipOf(RESPONSE_FIELDS.lastOverride)} @optional { why: ${OVERRIDE_FIELDS.why} @optional { value } }
            reasons: ${childRelationship('Reasons')}(first: ${REASONS_OF_AN_ANSWER}) @optional {
              edges {
                node {
                  Id
                  reason: ${REASON_FIELDS.reason} @optional { value }
                  givenBy: ${REASON_FIELDS.givenBy} @optional { value }
                  overruled: ${REASON_FIELDS.overruled} @optional { value }
                }
              }
            }
            followUps: ${childRelationship('FollowUps')}(first: 1, orderBy: { CreatedDate: { order: DESC } }) @optional {
              edges {
                node {
                  Id
                  Name { value }
                  status: ${FOLLOW_UP_FIELDS.status} @optional { value }
                  dueAt: ${FOLLOW_UP_FIELDS.dueAt} @optional { value }
                  resolvedAt: ${FOLLOW_UP_FIELDS.resolvedAt} @optional { value }
                  owner: Owner @optional { ... on User { Name @optional { value } } }
                }
              }
            }`;
