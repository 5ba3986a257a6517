import { ACCEPTED, ANSWER_FIELDS } from './names';

/** A filter of a GraphQL query, as its variables carry it. */
export type Filter = Readonly<Record<string, unknown>>;

/** Filters that all hold; what is undefined asks nothing. */
export function all(...filters: readonly (Filter | undefined)[]): Filter {
  return { and: filters.filter((filter) => filter !== undefined) };
}

/** Answers that count: not those in quarantine or taken out. */
export function accepted(): Filter {
  return { [ANSWER_FIELDS.status]: { eq: ACCEPTED } };
}
