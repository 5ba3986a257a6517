import type { GraphQLResult } from 'lightning/graphql';
import type { Connection } from 'c/responseRows';
import { addPage, type Pages } from './pages';

/** How far a list is read that comes page by page. */
export interface Reading<Node> {
  readonly pages: Pages<Node> | undefined;
  /** Where the page begins that is asked for; null for the first. */
  readonly after: string | null;
  readonly error: unknown;
  readonly refresh: (() => Promise<void>) | undefined;
  /** What comes next is to be fetched past the cache. */
  readonly wantsFresh: boolean;
}

export const UNREAD: Reading<never> = { pages: undefined, after: null, error: undefined, refresh: undefined, wantsFresh: false };

/** What is known after a result of the wire. A page out of the cache is fetched again where a fresh one is wanted. */
export function readOn<Node extends { readonly Id: string }>(
  before: Reading<Node>,
  page: Connection<Node> | null | undefined,
  { errors, refresh }: GraphQLResult<unknown>,
): Reading<Node> {
  if (page && before.wantsFresh) {
    void refresh?.();
    return { ...before, refresh, wantsFresh: false };
  }
  if (page) {
    const pages = addPage(before.after === null ? undefined : before.pages, page);
    return { ...before, pages, after: pages.next ?? before.after, error: undefined, refresh };
  }
  return { ...before, refresh, ...(errors?.length ? { error: errors } : {}) };
}

/** True where a page or an error came. */
export function isNews<Node>(before: Reading<Node>, now: Reading<Node>): boolean {
  return now.pages !== before.pages || now.error !== before.error;
}

/** From the first page on again; pages that are shown stay until it is there. */
export function fromFirst<Node>({ pages, refresh }: Reading<Node>, wantsFresh = false): Reading<Node> {
  return { ...UNREAD, pages, refresh, wantsFresh };
}

/** From the first page on again, with nothing to show until then. */
export function anew<Node>({ refresh }: Reading<Node>, wantsFresh = false): Reading<Node> {
  return { ...UNREAD, refresh, wantsFresh };
}

/** All that was read so far. */
export function readNodes<Node>({ pages }: Reading<Node>): Node[] {
  return [...(pages?.nodes.values() ?? [])];
}
