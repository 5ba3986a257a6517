/**
 * The GraphQL documents of a customer's answers and open follow-ups. Every custom field has an alias, so that the result reads
 * the same with and without a namespace; what a user may be refused is `@optional`, so that the rest still comes.
 */
import { answersField, filterVariables } from './answersQuery';
import { followUpsField } from './followUpsQuery';
import { isFiltered, type HistoryFilter } from './historyFilter';
import type { Parent } from './parents';

export { FOLLOW_UPS_SHOWN } from './followUpsQuery';
export { isFiltered, isSameFilter, NO_FILTER, type BandChoice, type HistoryFilter, type Program } from './historyFilter';
export type { Parent } from './parents';

/** How many answers the first page brings, and each one that is asked for. */
export const PAGE_SIZE = 25;

/** How many come at a time when all are loaded; with an upper bound the platform takes 200 to 2,000. */
export const BIG_PAGE_SIZE = 500;

/** More answers than are read into one page of a browser. */
export const MOST_ANSWERS = 50_000;

/** Pages of the usual size, or big ones when all answers are loaded. */
export type PageKind = 'first' | 'next' | 'big';

const SIZES: Readonly<Record<PageKind, string>> = {
  first: `first: ${PAGE_SIZE}`,
  next: `first: ${PAGE_SIZE}`,
  // The platform pages past 4,000 records with an upper bound alone.
  big: `first: ${BIG_PAGE_SIZE}, upperBound: ${MOST_ANSWERS}`,
};

/**
 * The document of one page of answers, newest first. Its variables are `$parentId`, `$after`, and those of the filter. The first
 * page of all answers brings the open follow-ups too: the panel beside the history asks with the same document, and both cost
 * one request.
 */
export function answersDocument(parent: Parent, filter: HistoryFilter, page: PageKind): string {
  const withFollowUps = page === 'first' && !isFiltered(filter);
  return `query responseHistory($parentId: ID, $after: String${filterVariables(filter)}) {
  uiapi {
    query {
      ${answersField(parent, filter, SIZES[page])}
      ${withFollowUps ? followUpsField(parent) : ''}
    }
  }
}`;
}

/** The variables of a document of answers. */
export function answersVariables(parentId: string, { touchpoint, since, until }: HistoryFilter, after: string | null): Variables {
  const used = Object.entries({ touchpoint, since, until }).filter(([, value]) => value !== undefined);
  return { parentId, after, ...Object.fromEntries(used) };
}

type Variables = Readonly<Record<string, unknown>>;

/** The document of the open follow-ups alone, where no history stands beside them. */
export function followUpsDocument(parent: Parent): string {
  return `query openFollowUps($parentId: ID) {
  uiapi {
    query {
      ${followUpsField(parent)}
    }
  }
}`;
}
