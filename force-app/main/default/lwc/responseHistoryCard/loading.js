// Generated from lwc-ts-src/responseHistoryCard/loading.ts by `npm run build:lwc`. Change the source, not this file.
import { NO_FILTER } from 'c/historyQuery';
import { withPage } from './answerPages';
/** The first page of a filter, under what was shown before. */
export function firstPage(filter, before) {
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
export function furtherPages(state, step) {
    const cursor = state.pages?.nextCursor;
    if (cursor === undefined)
        return state;
    const asked = step === 'all' ? bigPage(state.asked, cursor) : { ...state.asked, after: cursor, page: sameKind(state.asked) };
    return { ...state, step, asked, error: undefined };
}
/** A collection keeps its upper bound (limits of the GraphQL wire): big pages begin anew, and are gone on with by big pages. */
function bigPage(asked, cursor) {
    return { ...asked, after: asked.page === 'big' ? cursor : null, page: 'big' };
}
function sameKind({ page }) {
    return page === 'big' ? 'big' : 'next';
}
/** What has come stays. */
export function stopped(state) {
    return { ...state, step: 'idle' };
}
/** Everything that is shown, once more, past the cache. */
export function refreshing(state) {
    const asked = { ...state.asked, after: null, page: 'first' };
    return { ...state, asked, step: 'refresh', fresh: undefined, wantsFresh: !isFirstPage(state.asked), error: undefined };
}
/** The page that did not come, once more. */
export function retrying(state) {
    return { ...state, step: isFirstPage(state.asked) ? 'refresh' : 'more', error: undefined };
}
export function isFirstPage({ after, page }) {
    return after === null && page === 'first';
}
/** A page has come. */
export function received(state, page, now) {
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
export function failed(state, error) {
    return { ...state, error, step: 'idle', fresh: undefined, ...(state.step === 'first' ? { pages: undefined } : {}) };
}
function refreshReceived(state, page, now) {
    const fresh = withPage(state.fresh, page, now);
    const { nextCursor } = fresh;
    const isWhole = nextCursor === undefined || fresh.rows.length >= (state.pages?.rows.length ?? 0);
    if (isWhole)
        return { ...state, pages: fresh, fresh: undefined, step: 'idle', error: undefined };
    return { ...state, fresh, wantsFresh: true, asked: bigPage(state.asked, nextCursor) };
}
