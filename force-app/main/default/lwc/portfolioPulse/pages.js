// Generated from lwc-ts-src/portfolioPulse/pages.ts by `npm run build:lwc`. Change the source, not this file.
/** More pages than this are not read: ten thousand customers are nobody's portfolio. */
const MOST_PAGES = 5;
/** Adds a page to those before it; a record that moved between two pages stands once. */
export function addPage(before, page) {
    const nodes = new Map(before?.nodes ?? []);
    for (const { node } of page.edges)
        nodes.set(node.Id, node);
    const count = (before?.count ?? 0) + 1;
    const cursor = page.pageInfo?.hasNextPage === true ? (page.pageInfo.endCursor ?? undefined) : undefined;
    const isCut = cursor !== undefined && count >= MOST_PAGES;
    return { nodes, count, totalCount: page.totalCount ?? nodes.size, next: isCut ? undefined : cursor, isCut };
}
