// Generated from lwc-ts-src/portfolioRisk/customer.ts by `npm run build:lwc`. Change the source, not this file.
/** The package's own lines, for a pulse that carries none. */
const DEFAULTS = { target: 9, yellowFrom: 7, trendThreshold: 0.5, minAnswers: 5 };
/** Makes customers of what the queries answered, each with its open follow-ups. */
export function customersOf(nodes, followUps) {
    const byAccount = followUpsByAccount(followUps);
    return nodes.map((node) => ({
        id: node.Id,
        name: node.Name?.value ?? '',
        ownerName: node.owner?.Name?.value ?? '',
        segment: node.segment?.value ?? undefined,
        revenue: node.revenue?.value ?? undefined,
        revenueText: node.revenue?.displayValue ?? '',
        isOnHold: node.onHold?.value === true,
        pulse: node.pulse ? pulseFigures(node.pulse) : undefined,
        followUps: byAccount.get(node.Id) ?? [],
    }));
}
/** The nodes of a connection that may be missing. */
export function nodesOf(connection) {
    return (connection?.edges ?? []).map(({ node }) => node);
}
function pulseFigures(node) {
    return {
        id: node.Id,
        score: node.score?.value ?? undefined,
        priorScore: node.priorScore?.value ?? undefined,
        trend: node.trend?.value ?? undefined,
        trendIsSound: node.trendIsSound?.value === true,
        trendThreshold: node.trendThreshold?.value ?? DEFAULTS.trendThreshold,
        band: node.band?.value ?? undefined,
        target: node.target?.value ?? DEFAULTS.target,
        yellowFrom: node.yellowFrom?.value ?? DEFAULTS.yellowFrom,
        ratingCount: node.ratingCount?.value ?? 0,
        priorRatingCount: node.priorRatingCount?.value ?? 0,
        minAnswers: node.minAnswers?.value ?? DEFAULTS.minAnswers,
        lastResponseAt: node.lastResponseAt?.value ?? undefined,
        isStale: node.isStale?.value === true,
    };
}
function followUpsByAccount(nodes) {
    const found = new Map();
    for (const node of nodes) {
        const account = node.account?.value;
        if (!account)
            continue;
        const dueAt = node.dueAt?.value;
        const followUp = { id: node.Id, name: node.Name?.value ?? '', dueAt: dueAt ? Date.parse(dueAt) : undefined };
        found.set(account, [...(found.get(account) ?? []), followUp]);
    }
    for (const list of found.values())
        list.sort((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity));
    return found;
}
