import {
  ANSWER,
  ANSWER_FIELDS as A,
  FOLLOW_UP,
  FOLLOW_UP_FIELDS as F,
  TOUCHPOINT,
  TOUCHPOINT_FIELDS as T,
  type FieldValue,
  type Named,
  type Optional,
} from 'c/answerFigures';
import { childRelationship, relationshipOf } from 'c/pulseSchema';
import type { Connection } from 'c/responseRows';

/** As many rows as anybody talks through; how many more there are is told. */
export const MOST_ROWS = 40;

interface FollowUpBase {
  readonly Id: string;
  readonly Name: FieldValue<string>;
  readonly account?: Named | null;
  readonly cause?: Optional<string>;
  readonly owner?: Named | null;
}

export interface OpenNode extends FollowUpBase {
  readonly status?: Optional<string>;
  readonly dueAt?: Optional<string>;
  readonly overdue?: Optional<boolean>;
  readonly escalatedAt?: Optional<string>;
  readonly CreatedDate?: Optional<string>;
}

export interface ResolvedNode extends FollowUpBase {
  readonly rootCause?: Optional<string>;
  readonly outcome?: Optional<string>;
  readonly resolvedAt?: Optional<string>;
}

export interface DetractorNode {
  readonly Id: string;
  readonly Name: FieldValue<string>;
  readonly account?: Named | null;
  readonly contact?: Named | null;
  readonly rating?: Optional<number>;
  readonly touchpoint?: Optional<string>;
  readonly respondedAt?: Optional<string>;
  readonly followUps?: {
    readonly edges: readonly { readonly node: { readonly Name: FieldValue<string>; readonly status?: Optional<string> } }[];
  } | null;
}

interface Count {
  readonly edges: readonly { readonly node: { readonly aggregate: { readonly number: { readonly count: FieldValue<number> } } } }[];
}

interface ResolvedCount {
  readonly edges: readonly {
    readonly node: {
      readonly aggregate: {
        readonly number: { readonly count: FieldValue<number> };
        readonly onTime?: { readonly sum: FieldValue<number> } | null;
      };
    };
  }[];
}

/** What the query answers with. */
export interface ListData {
  readonly uiapi: {
    readonly aggregate: {
      readonly open: Count;
      readonly overdue: Count;
      readonly made: Count;
      readonly resolved: ResolvedCount;
      readonly detractors: Count;
    };
    readonly query: {
      readonly open: Connection<OpenNode>;
      readonly resolved: Connection<ResolvedNode>;
      readonly detractors: Connection<DetractorNode>;
      readonly touchpoints: {
        readonly edges: readonly { readonly node: { readonly Name: FieldValue<string>; readonly key: FieldValue<string> } }[];
      };
    };
  };
}

const NUMBER = 'edges { node { aggregate { number: Id { count { value } } } } }';
const OWNER = 'owner: Owner @optional { ... on User { Name @optional { value } } ... on Group { Name @optional { value } } }';
const ACCOUNT = `account: ${relationshipOf(F.account)} @optional { Name @optional { value } }`;

/** Nine objects in one document; the platform takes ten. */
export const LIST_QUERY = `query pulseHuddleLists(
  $open: ${FOLLOW_UP}_Filter, $overdue: ${FOLLOW_UP}_Filter, $made: ${FOLLOW_UP}_Filter, $resolved: ${FOLLOW_UP}_Filter,
  $detractors: ${ANSWER}_Filter
) {
  uiapi {
    aggregate {
      open: ${FOLLOW_UP}(where: $open) { ${NUMBER} }
      overdue: ${FOLLOW_UP}(where: $overdue) { ${NUMBER} }
      made: ${FOLLOW_UP}(where: $made) { ${NUMBER} }
      resolved: ${FOLLOW_UP}(where: $resolved) {
        edges { node { aggregate { number: Id { count { value } } onTime: ${F.onTime} { sum { value } } } } }
      }
      detractors: ${ANSWER}(where: $detractors) { ${NUMBER} }
    }
    query {
      open: ${FOLLOW_UP}(first: ${MOST_ROWS}, where: $open, orderBy: { ${F.dueAt}: { order: ASC, nulls: LAST } }) {
        edges { node {
          Id Name { value } CreatedDate @optional { value }
          cause: ${F.cause} @optional { value }
          status: ${F.status} @optional { value label }
          dueAt: ${F.dueAt} @optional { value }
          overdue: ${F.overdue} @optional { value }
          escalatedAt: ${F.escalatedAt} @optional { value }
          ${ACCOUNT} ${OWNER}
        } }
      }
      resolved: ${FOLLOW_UP}(first: ${MOST_ROWS}, where: $resolved, orderBy: { ${F.resolvedAt}: { order: DESC } }) {
        edges { node {
          Id Name { value }
          cause: ${F.cause} @optional { value }
          rootCause: ${F.rootCause} @optional { value label }
          outcome: ${F.outcome} @optional { value label }
          resolvedAt: ${F.resolvedAt} @optional { value }
          ${ACCOUNT} ${OWNER}
        } }
      }
      detractors: ${ANSWER}(first: ${MOST_ROWS}, where: $detractors, orderBy: { ${A.respondedAt}: { order: DESC } }) {
        edges { node {
          Id Name { value }
          rating: ${A.rating} @optional { value }
          touchpoint: ${A.touchpoint} @optional { value }
          respondedAt: ${A.respondedAt} @optional { value }
          account: ${relationshipOf(A.account)} @optional { Name @optional { value } }
          contact: ${relationshipOf(A.contact)} @optional { Name @optional { value } }
          followUps: ${childRelationship('FollowUps')}(first: 1, orderBy: { CreatedDate: { order: DESC } }) @optional {
            edges { node { Name { value } status: ${F.status} @optional { value label } } }
          }
        } }
      }
      touchpoints: ${TOUCHPOINT}(first: 200, orderBy: { ${T.position}: { order: ASC, nulls: LAST } }) {
        edges { node { Name { value } key: ${T.key} { value } } }
      }
    }
  }
}`;

/** The lists, and how many records they would hold in full. */
export interface HuddleLists {
  readonly open: readonly OpenNode[];
  readonly resolved: readonly ResolvedNode[];
  readonly detractors: readonly DetractorNode[];
  readonly counts: {
    readonly open: number;
    readonly overdue: number;
    readonly made: number;
    readonly resolved: number;
    readonly onTime: number;
    readonly detractors: number;
  };
  readonly touchpoints: readonly { readonly key: string; readonly name: string }[];
}

export function readLists({ uiapi: { aggregate, query } }: ListData): HuddleLists {
  return {
    open: query.open.edges.map(({ node }) => node),
    resolved: query.resolved.edges.map(({ node }) => node),
    detractors: query.detractors.edges.map(({ node }) => node),
    counts: {
      open: numberOf(aggregate.open),
      overdue: numberOf(aggregate.overdue),
      made: numberOf(aggregate.made),
      resolved: numberOf(aggregate.resolved),
      onTime: aggregate.resolved.edges[0]?.node.aggregate.onTime?.sum.value ?? 0,
      detractors: numberOf(aggregate.detractors),
    },
    touchpoints: query.touchpoints.edges.map(({ node }) => ({ key: node.key.value ?? '', name: node.Name.value ?? '' })),
  };
}

function numberOf({ edges }: Count): number {
  return edges[0]?.node.aggregate.number.count.value ?? 0;
}
