import { NO_FILTER, type HistoryFilter, type PageKind } from 'c/historyQuery';
import type { Connection, ResponseNode } from 'c/responseRows';
import { withPage, type AnswerPages } from './answerPages';

/**
 * What is being fetched: nothing, the first page of a filter, the next one, all that are left, or what is shown once more.
 * `failed` remembers which of them went wrong.
 */
export type Step = 'idle' | 'first' | 'more' | 'all' | 'refresh';

/** The page that the wire is asked for. */
export interface Asked {
  readonly filter: HistoryFilter;
  readonly after: string | null;
  readonly page: PageKind;
}

/** Where the fetching of answers stands; each function below gives the next state. */
export interface Loading {
  readonly asked: Asked;
  readonly step: Step;
  /** Shown now; while another filter's first page comes, still the ones before. */
  readonly pages: AnswerPages | undefined;
  /** The filter that `pages` were fetched with. */
  readonly shownFilter: HistoryFilter;
  /** What a refresh has brought so far; it takes the place of `pages` as a whole. */
  readonly fresh: AnswerPages | undefined;
  /** The next result is to be fetched past the cache. */
  readonly wantsFresh: boolean;
  readonly error: unknown;
}

/** The first page of a filter, under what was shown before. */
export function firstPage(filter: HistoryFilter, before?: Loading): Loading {
  return {
    asked: { filter, after: null, page: 'first' },
    step: 'first',
    pages: before?.pages,
    shownFilter: before?.shownFilter ?? NO_FILTER,
    fresh: undefined,
    wantsFresh: false,
    error: undefined,
  };
}

/** The next page, or all that are left; the same state where there are none. */
export function furtherPages(state: Loading, step: 'more' | 'all'): Loading {
  const cursor = state.pages?.nextCursor;
  if (cursor === undefined) return state;
  const asked = step === 'all' ? bigPage(state.asked, cursor) : { ...state.asked, after: cursor, page: sameKind(state.asked) };
  return { ...state, step, asked, error: undefined };
}

/** A collection keeps its upper bound (limits of the GraphQL wire): big pages begin anew, and are gone on with by big pages. */
function bigPage(asked: Asked, cursor: string): Asked {
  return { ...asked, after: asked.page === 'big' ? cursor : null, page: 'big' };
}

function sameKind({ page }: Asked): PageKind {
  return page === 'big' ? 'big' : 'next';
}

/** What has come stays. */
export function stopped(state: Loading): Loading {
  return { ...state, step: 'idle' };
}

/** Everything that is shown, once more, past the cache. */
export function refreshing(state: Loading): Loading {
  const asked = { ...state.asked, after: null, page: 'first' as const };
  return { ...state, asked, step: 'refresh', fresh: undefined, wantsFresh: !isFirstPage(state.asked), error: undefined };
}

/** The page that did not come, once more. */
export function retrying(state: Loading): Loading {
  return { ...state, step: isFirstPage(state.asked) ? 'refresh' : 'more', error: undefined };
}

export function isFirstPage({ after, page }: Asked): boolean {
  return after === null && page === 'first';
}

/** A page has come. */
export function received(state: Loading, page: Connection<ResponseNode>, now: number): Loading {
  switch (state.step) {
    case 'refresh':
      return refreshReceived(state, page, now);
    case 'all': {
      const pages = withPage(state.pages, page, now);
      const next = { ...state, pages, error: undefined };
      return pages.nextCursor === undefined ? stopped(next) : furtherPages(next, 'all');
    }
    default: {
      const pages = withPage(isFirstPage(state.asked) ? undefined : state.pages, page, now);
      return { ...state, pages, shownFilter: state.asked.filter, step: 'idle', error: undefined };
    }
  }
}

/** A page could not be fetched: without a first page nothing is left to show, else what was shown stays. */
export function failed(state: Loading, error: unknown): Loading {
  return { ...state, error, step: 'idle', fresh: undefined, ...(state.step === 'first' ? { pages: undefined } : {}) };
}

function refreshReceived(state: Loading, page: Connection<ResponseNode>, now: number): Loading {
  const fresh = withPage(state.fresh, page, now);
  const { nextCursor } = fresh;
  const isWhole = nextCursor === undefined || fresh.rows.length >= (state.pages?.rows.length ?? 0);
  if (isWhole) return { ...state, pages: fresh, fresh: undefined, step: 'idle', error: undefined };
  return { ...state, fresh, wantsFresh: true, asked: bigPage(state.asked, nextCursor) };
}
