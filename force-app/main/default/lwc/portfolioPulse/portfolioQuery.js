// Generated from lwc-ts-src/portfolioPulse/portfolioQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { FOLLOW_UP_FIELDS, FOLLOW_UP_OBJECT, PULSE_FIELDS, relationshipOf } from 'c/pulseSchema';
import { ACCOUNT_FIELDS, FOLLOW_UP_CUSTOMER, PULSE_LIMITS } from './schema';
/** The most that one request gives. */
const PAGE_SIZE = 2000;
/** How far pages go in all: ten thousand customers are nobody's portfolio. */
const MOST = 10_000;
/** People of one manager that a picker can offer. */
const PEOPLE = 200;
/** The variable that each choice needs beside the cursor; undefined where it needs none. */
export const OWNER_VARIABLES = {
    mine: 'me',
    reports: 'me',
    colleagues: 'manager',
    person: 'person',
    everybody: undefined,
};
/**
 * One page of customers, the lowest pulse first, so that a portfolio that is cut loses none that is at risk.
 * Every custom field has an alias; what a user may be refused is `@optional`.
 */
export function customersQuery(whose) {
    const pulse = relationshipOf(ACCOUNT_FIELDS.pulse);
    return `query portfolioCustomers(${ownerVariable(whose)}$after: String) {
  uiapi {
    query {
      customers: Account(
        first: ${PAGE_SIZE}
        upperBound: ${MOST}
        after: $after
        ${ownerFilter(whose, (condition) => `where: ${condition}`)}
        orderBy: { ${pulse}: { ${PULSE_FIELDS.score}: { order: ASC, nulls: LAST } } }
      ) {
        edges {
          node {
            Id
            Name @optional { value }
            revenue: AnnualRevenue @optional { value displayValue }
            segment: ${ACCOUNT_FIELDS.segment} @optional { value }
            onHold: ${ACCOUNT_FIELDS.onHold} @optional { value }
            owner: Owner @optional { Name @optional { value } }
            pulse: ${pulse} @optional {
              Id
              ${PULSE_VALUES}
            }
          }
        }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
}`;
}
/** The open follow-ups of those customers, the earliest deadline first. */
export function followUpsQuery(whose) {
    const account = relationshipOf(FOLLOW_UP_CUSTOMER.account);
    const isOpen = `{ ${FOLLOW_UP_FIELDS.status}: { ne: "Resolved" } }`;
    const where = ownerFilter(whose, (condition) => `{ ${account}: ${condition} }`);
    return `query portfolioFollowUps(${ownerVariable(whose)}$after: String) {
  uiapi {
    query {
      followUps: ${FOLLOW_UP_OBJECT}(
        first: ${PAGE_SIZE}
        upperBound: ${MOST}
        after: $after
        where: { and: [${where === '' ? isOpen : `${isOpen}, ${where}`}] }
        orderBy: { ${FOLLOW_UP_FIELDS.dueAt}: { order: ASC, nulls: LAST } }
      ) {
        edges {
          node {
            Id
            Name @optional { value }
            account: ${FOLLOW_UP_CUSTOMER.account} @optional { value }
            dueAt: ${FOLLOW_UP_FIELDS.dueAt} @optional { value }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
}
/** My manager, and the people who report to me, directly or through one of them. */
export const PEOPLE_QUERY = `query portfolioPeople($me: ID) {
  uiapi {
    query {
      me: User(first: 1, where: { Id: { eq: $me } }) { edges { node { Id manager: ManagerId @optional { value } } } }
      reports: User(
        first: ${PEOPLE}
        where: { and: [{ IsActive: { eq: true } }, { or: [{ ManagerId: { eq: $me } }, { Manager: { ManagerId: { eq: $me } } }] }] }
        orderBy: { Name: { order: ASC } }
      ) { edges { node { Id Name @optional { value } } } }
    }
  }
}`;
/** The people under my manager, for somebody to whom nobody reports. */
export const COLLEAGUES_QUERY = `query portfolioColleagues($manager: ID) {
  uiapi {
    query {
      colleagues: User(
        first: ${PEOPLE}
        where: { and: [{ IsActive: { eq: true } }, { ManagerId: { eq: $manager } }] }
        orderBy: { Name: { order: ASC } }
      ) { edges { node { Id Name @optional { value } } } }
    }
  }
}`;
const PULSE_VALUES = Object.entries({
    score: PULSE_FIELDS.score,
    priorScore: PULSE_FIELDS.priorScore,
    trend: PULSE_FIELDS.trend,
    trendIsSound: PULSE_FIELDS.trendIsSound,
    trendThreshold: PULSE_LIMITS.trendThreshold,
    band: PULSE_FIELDS.band,
    target: PULSE_FIELDS.target,
    yellowFrom: PULSE_FIELDS.yellowFrom,
    ratingCount: PULSE_FIELDS.ratingCount,
    priorRatingCount: PULSE_FIELDS.priorRatingCount,
    minAnswers: PULSE_LIMITS.minAnswers,
    lastResponseAt: PULSE_FIELDS.lastResponseAt,
    isStale: PULSE_LIMITS.isStale,
})
    .map(([alias, field]) => `${alias}: ${field} @optional { value }`)
    .join('\n              ');
function ownerVariable(whose) {
    const variable = OWNER_VARIABLES[whose];
    return variable === undefined ? '' : `$${variable}: ID, `;
}
/** The condition on an account's owner, in its place; empty where all accounts count. */
function ownerFilter(whose, place) {
    const condition = CONDITIONS[whose];
    return condition === undefined ? '' : place(condition);
}
const CONDITIONS = {
    mine: '{ OwnerId: { eq: $me } }',
    reports: '{ or: [{ Owner: { ManagerId: { eq: $me } } }, { Owner: { Manager: { ManagerId: { eq: $me } } } }] }',
    colleagues: '{ Owner: { ManagerId: { eq: $manager } } }',
    person: '{ OwnerId: { eq: $person } }',
    everybody: undefined,
};
