// Generated from lwc-ts-src/pulseQueries/pulseData.ts by `npm run build:lwc`. Change the source, not this file.
import { monthOf, yearLimits } from './months';
/** Reads what came for the moment at which it was asked. */
export function readDetails(data, now) {
    const { aggregate, query } = data.uiapi;
    const respondents = nodesOf(query?.contacts).flatMap((node) => {
        const score = node.score?.value;
        if (typeof score !== 'number')
            return [];
        const person = node.contact ?? node.lead;
        const name = person?.Name?.value ?? node.Name?.value ?? '';
        return [{ id: node.Id, name, recordId: person?.Id ?? node.Id, score, count: node.count?.value ?? 0, band: node.band?.value ?? null }];
    });
    return {
        months: monthsOf([aggregate?.year0, aggregate?.year1, aggregate?.year2], yearLimits(now)),
        snapshots: nodesOf(query?.snapshots).flatMap(snapshotOf),
        rebaselines: nodesOf(query?.rebaselines).flatMap(rebaselineOf),
        journey: nodesOf(query?.touchpoints).map(({ Id, Name, key }) => ({ id: Id, key: key?.value ?? '', name: Name?.value ?? '' })),
        touchpoints: touchpointsOf(aggregate?.window, aggregate?.prior),
        respondents,
        respondentCount: query?.contacts?.totalCount ?? respondents.length,
    };
}
function rebaselineOf({ scope, segment, effectiveOn, comparisonStart, note, appliedAt }) {
    const day = comparisonStart?.value ?? effectiveOn?.value;
    if (!day || !appliedAt?.value)
        return [];
    const rebaseline = { day, note: note?.value ?? '' };
    return [scope?.value === 'Segment' ? { ...rebaseline, segment: segment?.value ?? null } : rebaseline];
}
function snapshotOf({ month, score, count, target, yellowFrom }) {
    if (!month?.value)
        return [];
    return [
        {
            month: monthOf(Date.parse(month.value)),
            score: score?.value ?? null,
            count: count?.value ?? 0,
            target: target?.value ?? null,
            yellowFrom: yellowFrom?.value ?? null,
        },
    ];
}
function monthsOf(years, limits) {
    return years.flatMap((year, index) => nodesOf(year).flatMap(({ aggregate: { at, rating } }) => {
        const calendarMonth = at.calendarMonth.value;
        if (calendarMonth === null)
            return [];
        return [{ month: monthWithin(limits[index] ?? 0, calendarMonth), sum: rating.sum?.value ?? 0, count: rating.count?.value ?? 0 }];
    }));
}
/** The one month of the twelve from `first` on that is the calendar's month 1 to 12. */
function monthWithin(first, calendarMonth) {
    return first + ((calendarMonth - 1 - (first % 12) + 12) % 12);
}
function touchpointsOf(window, prior) {
    const [now, before] = [sumsByTouchpoint(window), sumsByTouchpoint(prior)];
    return [...new Set([...now.keys(), ...before.keys()])].map((touchpoint) => ({
        touchpoint,
        now: now.get(touchpoint) ?? NOTHING,
        before: before.get(touchpoint) ?? NOTHING,
    }));
}
const NOTHING = { count: 0, sum: 0, squareSum: 0 };
function sumsByTouchpoint(aggregate) {
    return new Map(nodesOf(aggregate).map(({ aggregate: { touchpoint, rating, square } }) => [
        touchpoint.value,
        { count: rating.count?.value ?? 0, sum: rating.sum?.value ?? 0, squareSum: square?.sum.value ?? 0 },
    ]));
}
function nodesOf(connection) {
    return connection?.edges.map(({ node }) => node) ?? [];
}
