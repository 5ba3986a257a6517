import type { NpsCounts } from 'c/npsMath';
import { ANSWER_FIELDS } from './names';
import type { FieldValue } from './nodes';

/** A figure of an aggregate; null where nothing was there to add up. */
export type Figure = FieldValue<number>;

export type TextValue = FieldValue<string>;

/** How the queries ask for the answers of a group. */
export interface AnswerAggregate {
  readonly promoters: { readonly sum: Figure };
  readonly detractors: { readonly sum: Figure };
  readonly rated: { readonly sum: Figure };
}

export interface Aggregates<Node> {
  readonly edges: readonly { readonly node: { readonly aggregate: Node } }[];
  readonly totalCount?: number;
  readonly pageInfo?: { readonly hasNextPage: boolean };
}

/** The part of a query that asks for the counts of an NPS. */
export const COUNTS = `
  promoters: ${ANSWER_FIELDS.promoter} { sum { value } }
  detractors: ${ANSWER_FIELDS.detractor} { sum { value } }
  rated: ${ANSWER_FIELDS.rated} { sum { value } }`;

/** A list holds all its groups at most: what the platform gives by default is fewer. */
export const ALL_GROUPS = 2000;

/** Adding up no rows gives null on the platform: no answers. */
export function countsOf({ promoters, detractors, rated }: AnswerAggregate): NpsCounts {
  return { promoters: numberOf(promoters.sum), detractors: numberOf(detractors.sum), rated: numberOf(rated.sum) };
}

export function numberOf(figure: Figure | undefined): number {
  return figure?.value ?? 0;
}

/** The aggregates of all groups. */
export function nodesOf<Node>(aggregates: Aggregates<Node> | null | undefined): Node[] {
  return (aggregates?.edges ?? []).map(({ node }) => node.aggregate);
}
