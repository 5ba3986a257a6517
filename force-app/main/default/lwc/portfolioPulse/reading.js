// Generated from lwc-ts-src/portfolioPulse/reading.ts by `npm run build:lwc`. Change the source, not this file.
import { addPage } from './pages';
export const UNREAD = { pages: undefined, after: null, error: undefined, refresh: undefined, wantsFresh: false };
/** What is known after a result of the wire. A page out of the cache is fetched again where a fresh one is wanted. */
export function readOn(before, page, { errors, refresh }) {
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
export function isNews(before, now) {
    return now.pages !== before.pages || now.error !== before.error;
}
/** From the first page on again; pages that are shown stay until it is there. */
export function fromFirst({ pages, refresh }, wantsFresh = false) {
    return { ...UNREAD, pages, refresh, wantsFresh };
}
/** From the first page on again, with nothing to show until then. */
export function anew({ refresh }, wantsFresh = false) {
    return { ...UNREAD, refresh, wantsFresh };
}
/** All that was read so far. */
export function readNodes({ pages }) {
    return [...(pages?.nodes.values() ?? [])];
}
