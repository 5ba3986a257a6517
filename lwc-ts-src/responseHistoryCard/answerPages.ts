import { responseRow, type Connection, type ResponseNode, type ResponseRow } from 'c/responseRows';

/** The pages of answers fetched so far, as one list. */
export interface AnswerPages {
  readonly rows: readonly ResponseRow[];
  /** How many answers match the filter in all. */
  readonly totalCount: number;
  /** Where the next page begins; undefined when there is none. */
  readonly nextCursor: string | undefined;
}

/**
 * Adds a page to the ones before it. An answer that came before is replaced in place: pages shift by one when a new answer
 * arrives between two of them, and the wire hands out a page again when it is refreshed.
 */
export function withPage(before: AnswerPages | undefined, page: Connection<ResponseNode>, now: number): AnswerPages {
  const rows = new Map((before?.rows ?? []).map((row) => [row.id, row]));
  for (const { node } of page.edges) rows.set(node.Id, responseRow(node, now));
  const { hasNextPage = false, endCursor = null } = page.pageInfo ?? {};
  return {
    rows: [...rows.values()],
    totalCount: page.totalCount ?? rows.size,
    nextCursor: hasNextPage ? (endCursor ?? undefined) : undefined,
  };
}

/** All touchpoints met so far, in alphabetical order of the user's locale. */
export function touchpointsOf(known: readonly string[], rows: readonly ResponseRow[], locale: string): readonly string[] {
  const found = new Set(known);
  for (const { touchpoint } of rows) if (touchpoint !== '') found.add(touchpoint);
  return found.size === known.length ? known : [...found].sort((one, other) => one.localeCompare(other, locale));
}
