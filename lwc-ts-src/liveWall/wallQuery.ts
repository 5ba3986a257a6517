import {
  ACCEPTED,
  ANSWER,
  ANSWER_FIELDS as A,
  COUNTS,
  FOLLOW_UP,
  FOLLOW_UP_FIELDS as F,
  RELATIONAL,
  RESOLVED,
  type Aggregates,
  type AnswerAggregate,
  type Figure,
  type Named,
  type Optional,
} from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import type { Connection } from 'c/responseRows';

/** How many answers and follow-ups a wall has room for. */
export const FEED_SIZE = 8;
export const RADAR_SIZE = 6;

/** What may stand on a screen that everybody walks past. Nothing that is not allowed is asked for. */
export interface Privacy {
  readonly showsAccounts: boolean;
  readonly showsContacts: boolean;
  readonly showsOwners: boolean;
  readonly showsComments: boolean;
}

export interface DayFigures extends AnswerAggregate {
  readonly rating?: { readonly sum: Figure };
}

export interface FeedNode {
  readonly Id: string;
  readonly rating?: Optional<number>;
  readonly touchpoint?: Optional<string>;
  readonly respondedAt?: Optional<string>;
  readonly comment?: Optional<string>;
  readonly account?: Named | null;
  readonly contact?: Named | null;
}

export interface RadarNode {
  readonly Id: string;
  readonly rating?: Optional<number>;
  readonly touchpoint?: Optional<string>;
  readonly dueAt?: Optional<string>;
  readonly overdue?: Optional<boolean>;
  readonly inQueue?: Optional<boolean>;
  readonly account?: Named | null;
  readonly owner?: Named | null;
}

/** What the query answers with; a part that failed is null, with the reason among the errors. */
export interface WallData {
  readonly uiapi: {
    readonly aggregate: {
      readonly today: Aggregates<DayFigures> | null;
      readonly yesterday: Aggregates<unknown> | null;
      readonly relational: Aggregates<DayFigures> | null;
      readonly open: Aggregates<unknown> | null;
      readonly overdue: Aggregates<unknown> | null;
    };
    readonly query: { readonly feed: Connection<FeedNode> | null; readonly radar: Connection<RadarNode> | null };
  };
}

/** The answers of customers whom nobody knows: they start no follow-up. */
export interface UnlinkedData {
  readonly uiapi: { readonly aggregate: { readonly unlinked: Aggregates<unknown> | null } };
}

const COUNTED = `{ ${A.status}: { eq: "${ACCEPTED}" } }`;
const OPEN = `{ ${F.status}: { ne: "${RESOLVED}" } }`;

/** Everything that the wall shows, in one request. "Today" is the org's word: it changes at midnight in the user's time zone. */
export function wallQuery(privacy: Privacy, npsDays: number): string {
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
      relational: ${answers(
        `{ ${A.program}: { eq: "${RELATIONAL}" } }, { ${A.respondedAt}: { eq: { range: { last_n_days: ${String(Math.trunc(npsDays))} } } } }`,
      )} {
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
      unlinked: ${answers(
        `{ ${A.detractor}: { eq: 1 } }, { ${A.account}: { eq: null } }, { ${A.respondedAt}: { gte: { range: { last_n_days: 14 } } } }`,
      )} {
        edges { node { aggregate { rated: ${A.rated} { sum { value } } } } }
        totalCount
      }
    }
  }
}`;

function answers(conditions: string): string {
  return `${ANSWER}(where: { and: [${COUNTED}, ${conditions}] })`;
}

function feedFields({ showsAccounts, showsContacts, showsComments }: Privacy): string {
  return [
    `Id rating: ${A.rating} @optional { value } touchpoint: ${A.touchpoint} @optional { value }`,
    `respondedAt: ${A.respondedAt} @optional { value }`,
    showsAccounts ? name('account', A.account) : '',
    showsContacts ? name('contact', A.contact) : '',
    showsComments ? `comment: ${A.comment} @optional { value }` : '',
  ].join(' ');
}

function radarFields({ showsAccounts, showsOwners }: Privacy): string {
  return [
    `Id rating: ${F.rating} @optional { value } touchpoint: ${F.touchpoint} @optional { value } dueAt: ${F.dueAt} @optional { value }`,
    `overdue: ${F.overdue} @optional { value } inQueue: ${F.inQueue} @optional { value }`,
    showsAccounts ? name('account', F.account) : '',
    showsOwners ? 'owner: Owner @optional { ... on User { Name @optional { value } } }' : '',
  ].join(' ');
}

function name(alias: string, lookup: string): string {
  return `${alias}: ${relationshipOf(lookup)} @optional { Name @optional { value } }`;
}
