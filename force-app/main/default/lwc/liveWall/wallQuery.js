// Generated from lwc-ts-src/liveWall/wallQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { ACCEPTED, ANSWER, ANSWER_FIELDS as A, COUNTS, FOLLOW_UP, FOLLOW_UP_FIELDS as F, RELATIONAL, RESOLVED, } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
/** How many answers and follow-ups a wall has room for. */
export const FEED_SIZE = 8;
export const RADAR_SIZE = 6;
const COUNTED = `{ ${A.status}: { eq: "${ACCEPTED}" } }`;
const OPEN = `{ ${F.status}: { ne: "${RESOLVED}" } }`;
/** Everything that the wall shows, in one request. "Today" is the org's word: it changes at midnight in the user's time zone. */
export function wallQuery(privacy, npsDays) {
    return `query liveWall {
  uiapi {
    aggregate {
      today: ${answers(`{ ${A.respondedAt}: { eq: { literal: TODAY } } }`)} {
        edges { node { aggregate { ${COUNTS} rating: ${A.rating} { sum { value } } } } }
        totalCount
      }
      yesterday: ${answers(`{ ${A.respondedAt}: { eq: { literal: YESTERDAY } } }`)} {
        edges { node { aggregate { rated: ${A.rated} { sum { value } } } } }
        totalCount
      }
      relational: ${answers(`{ ${A.program}: { eq: "${RELATIONAL}" } }, { ${A.respondedAt}: { eq: { range: { last_n_days: ${String(Math.trunc(npsDays))} } } } }`)} {
        edges { node { aggregate { ${COUNTS} } } }
      }
      open: ${FOLLOW_UP}(where: ${OPEN}) { edges { node { aggregate { due: ${F.dueAt} { count { value } } } } } totalCount }
      overdue: ${FOLLOW_UP}(where: { and: [${OPEN}, { ${F.overdue}: { eq: true } }] }) {
        edges { node { aggregate { due: ${F.dueAt} { count { value } } } } }
        totalCount
      }
    }
    query {
      feed: ${ANSWER}(
        first: ${FEED_SIZE}
        where: { and: [${COUNTED}, { ${A.respondedAt}: { gte: { range: { last_n_days: 7 } } } }] }
        orderBy: { ${A.respondedAt}: { order: DESC } }
      ) { edges { node { ${feedFields(privacy)} } } }
      radar: ${FOLLOW_UP}(
        first: ${RADAR_SIZE}
        where: { and: [${OPEN}, { ${F.kind}: { eq: "Answer" } }, { or: [{ ${F.overdue}: { eq: true } }, { ${F.inQueue}: { eq: true } }] }] }
        orderBy: { ${F.dueAt}: { order: ASC, nulls: LAST } }
      ) { edges { node { ${radarFields(privacy)} } } totalCount }
    }
  }
}`;
}
/**
 * Unhappy answers of the last two weeks that belong to no account. It may name no field of contacts: the wall's own user does not
 * see them, the query would be refused, and the radar all clear.
 */
export const UNLINKED_QUERY = `query liveWallUnlinked {
  uiapi {
    aggregate {
      unlinked: ${answers(`{ ${A.detractor}: { eq: 1 } }, { ${A.account}: { eq: null } }, { ${A.respondedAt}: { gte: { range: { last_n_days: 14 } } } }`)} {
        edges { node { aggregate { rated: ${A.rated} { sum { value } } } } }
        totalCount
      }
    }
  }
}`;
function answers(conditions) {
    return `${ANSWER}(where: { and: [${COUNTED}, ${conditions}] })`;
}
function feedFields({ showsAccounts, showsContacts, showsComments }) {
    return [
        `Id rating: ${A.rating} @optional { value } touchpoint: ${A.touchpoint} @optional { value }`,
        `respondedAt: ${A.respondedAt} @optional { value }`,
        showsAccounts ? name('account', A.account) : '',
        showsContacts ? name('contact', A.contact) : '',
        showsComments ? `comment: ${A.comment} @optional { value }` : '',
    ].join(' ');
}
function radarFields({ showsAccounts, showsOwners }) {
    return [
        `Id rating: ${F.rating} @optional { value } touchpoint: ${F.touchpoint} @optional { value } dueAt: ${F.dueAt} @optional { value }`,
        `overdue: ${F.overdue} @optional { value } inQueue: ${F.inQueue} @optional { value }`,
        showsAccounts ? name('account', F.account) : '',
        showsOwners ? 'owner: Owner @optional { ... on User { Name @optional { value } } }' : '',
    ].join(' ');
}
function name(alias, lookup) {
    return `${alias}: ${relationshipOf(lookup)} @optional { Name @optional { value } }`;
}
