import {
  childRelationship,
  FOLLOW_UP_FIELDS,
  OVERRIDE_FIELDS,
  REASON_FIELDS,
  relationshipOf,
  RESPONSE_FIELDS,
  RESPONSE_OBJECT,
} from 'c/pulseSchema';
import type { Connection, ResponseNode } from 'c/responseRows';
import type { Band } from 'c/pulseBands';

/** How many answers one page brings. */
export const PAGE_SIZE = 25;

/** More reasons than anybody gives for one answer. */
const REASONS_OF_AN_ANSWER = 20;

/** Which of a response's lookups leads to the customer shown. */
export type ParentField = 'account' | 'contact' | 'contactPulse';

/** A band, or the answers without a rating. */
export type BandChoice = Band | 'unrated';

export interface HistoryFilter {
  readonly band: BandChoice | undefined;
  readonly touchpoint: string | undefined;
}

/** What the query answers with; a part that failed is null, with the reason among the errors. */
export interface HistoryData {
  readonly uiapi: { readonly query: { readonly answers: Connection<ResponseNode> | null } };
}

/** Ratings of each band, as filters: the same lines as `Band__c`, on the stored field. */
const BAND_CONDITIONS: Readonly<Record<BandChoice, string>> = {
  Green: '{ gte: 9 }',
  Yellow: '{ gte: 7, lt: 9 }',
  Red: '{ lt: 7 }',
  unrated: '{ eq: null }',
};

/**
 * The document for one page of a customer's answers, newest first. Its variables are `$parentId`, `$after`, and `$touchpoint`
 * where the filter has one. Every custom field has an alias, so that the result reads the same with and without a namespace;
 * what a user may be refused is `@optional`, so that a viewer without comments still sees the answers.
 */
export function responseQuery(parent: ParentField, filter: HistoryFilter): string {
  return `query responseHistory($parentId: ID, $after: String${filter.touchpoint === undefined ? '' : ', $touchpoint: String'}) {
  uiapi {
    query {
      answers: ${RESPONSE_OBJECT}(
        first: ${PAGE_SIZE}
        after: $after
        where: { ${conditions(parent, filter).join(', ')} }
        orderBy: { ${RESPONSE_FIELDS.respondedAt}: { order: DESC, nulls: LAST } }
      ) {
        edges {
          node {
            ${parent === 'account' ? CONTACT_NAME : ''}
            ${NODE_FIELDS}
          }
        }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
}`;
}

function conditions(parent: ParentField, filter: HistoryFilter): string[] {
  const found = [`${RESPONSE_FIELDS[parent]}: { eq: $parentId }`];
  if (filter.band !== undefined) found.push(`${RESPONSE_FIELDS.rating}: ${BAND_CONDITIONS[filter.band]}`);
  if (filter.touchpoint !== undefined) found.push(`${RESPONSE_FIELDS.touchpoint}: { eq: $touchpoint }`);
  return found;
}

/** Only an account's answers come from several people. */
const CONTACT_NAME = `contact: ${relationshipOf(RESPONSE_FIELDS.contact)} @optional { Name @optional { value } }`;

const NODE_FIELDS = `Id
            Name { value }
            rating: ${RESPONSE_FIELDS.rating} @optional { value }
            touchpoint: ${RESPONSE_FIELDS.touchpoint} @optional { value }
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
