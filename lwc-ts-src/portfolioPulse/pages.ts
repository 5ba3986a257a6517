import type { Connection } from 'c/responseRows';

/** More pages than this are not read: ten thousand customers are nobody's portfolio. */
const MOST_PAGES = 5;

/** The pages of one list read so far. */
export interface Pages<Node> {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly count: number;
  readonly totalCount: number;
  /** Where the next page begins; undefined at the end. */
  readonly next: string | undefined;
  /** There is more, but it is not read. */
  readonly isCut: boolean;
}

/** Adds a page to those before it; a record that moved between two pages stands once. */
export function addPage<Node extends { readonly Id: string }>(before: Pages<Node> | undefined, page: Connection<Node>): Pages<Node> {
  const nodes = new Map(before?.nodes ?? []);
  for (const { node } of page.edges) nodes.set(node.Id, node);
  const count = (before?.count ?? 0) + 1;
  const cursor = page.pageInfo?.hasNextPage === true ? (page.pageInfo.endCursor ?? undefined) : undefined;
  const isCut = cursor !== undefined && count >= MOST_PAGES;
  return { nodes, count, totalCount: page.totalCount ?? nodes.size, next: isCut ? undefined : cursor, isCut };
}
