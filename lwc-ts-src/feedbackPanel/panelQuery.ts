import { FOLLOW_UP_FIELDS, PULSE_FIELDS, relationshipOf, RESPONSE_FIELDS, RESPONSE_OBJECT } from 'c/pulseSchema';
import type { Connection, FollowUpNode, ResponseNode } from 'c/responseRows';
import { FOLLOW_UP, LOOKUPS } from './schema';
import type { Subject } from './subject';

/** Contacts of one address that the panel tells apart. */
const MOST_CUSTOMERS = 10;
const MOST_FOLLOW_UPS = 3;

interface Value<T> {
  readonly value: T | null;
}

type Optional<T> = Value<T> | null | undefined;

export interface CustomerNode {
  readonly Id: string;
  readonly Name?: Optional<string>;
  readonly account?: { readonly Name?: Optional<string> } | null;
  readonly pulse?: {
    readonly score?: Optional<number>;
    readonly band?: Optional<string>;
    readonly ratingCount?: Optional<number>;
    readonly trend?: Optional<number>;
    readonly trendIsSound?: Optional<boolean>;
    readonly priorScore?: Optional<number>;
    readonly priorRatingCount?: Optional<number>;
  } | null;
}

export type PulseFigure = keyof NonNullable<CustomerNode['pulse']>;

/** What the query answers with; a part that failed is null, with the reason among the errors. */
export interface PanelData {
  readonly uiapi: {
    readonly query: {
      readonly customers: Connection<CustomerNode> | null;
      readonly answers: Connection<ResponseNode> | null;
      readonly followUps: Connection<FollowUpNode> | null;
    };
  };
}

/** Everything that the panel shows, in one request: whose it is, the last answers, the open follow-ups. */
export function panelQuery({ object, by }: Subject, answerCount: number): string {
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

const PULSE_VALUES = (['score', 'band', 'ratingCount', 'trend', 'trendIsSound', 'priorScore', 'priorRatingCount'] as const)
  .map((figure) => `${figure}: ${PULSE_FIELDS[figure]} @optional { value }`)
  .join(' ');

function ofCustomer(lookup: string, by: Subject['by']): string {
  if (by === 'id') return `{ ${lookup}: { eq: $value } }`;
  return `{ ${relationshipOf(lookup)}: { Email: { eq: $value } } }`;
}
