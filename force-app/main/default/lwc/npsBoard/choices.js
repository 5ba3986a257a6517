// Generated from lwc-ts-src/npsBoard/choices.ts by `npm run build:lwc`. Change the source, not this file.
import { GROUPINGS } from 'c/npsQueries';
import { fill, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';
import { PERIODS } from './period';
/** Values of choices that are no data; a combobox has no blank value. */
export const RELATIONAL = '*';
export const ALL_SEGMENTS = '*';
export const NO_SEGMENT = '-';
const PERIOD_LABELS = {
    last30: fill(LABELS.periodDays, formatWhole(30)),
    last90: fill(LABELS.periodDays, formatWhole(90)),
    last365: fill(LABELS.periodDays, formatWhole(365)),
    thisQuarter: LABELS.periodThisQuarter,
    lastQuarter: LABELS.periodLastQuarter,
    thisYear: LABELS.periodThisYear,
    lastYear: LABELS.periodLastYear,
};
const GROUPING_LABELS = {
    owner: LABELS.groupOwner,
    team: LABELS.groupTeam,
    segment: LABELS.segment,
    country: LABELS.groupCountry,
    industry: LABELS.groupIndustry,
    channel: LABELS.groupChannel,
};
export const PERIOD_OPTIONS = PERIODS.map((value) => ({ label: PERIOD_LABELS[value], value }));
export const GROUPING_OPTIONS = GROUPINGS.map((value) => ({ label: GROUPING_LABELS[value], value }));
export function groupingLabel(grouping) {
    return GROUPING_LABELS[grouping];
}
/** NPS first, then each touchpoint, which is labelled as what it is. */
export function measureOptions(touchpoints) {
    return [
        { label: LABELS.measureRelational, value: RELATIONAL },
        ...touchpoints.map(({ key, name }) => ({ label: fill(LABELS.measureTouchpoint, name), value: key })),
    ];
}
export function segmentOptions(segments) {
    return [{ label: LABELS.all, value: ALL_SEGMENTS }, ...segments, { label: LABELS.noSegment, value: NO_SEGMENT }];
}
export function measureOf(value) {
    return value === RELATIONAL ? { kind: 'relational' } : { kind: 'touchpoint', touchpoint: value };
}
/** What the choice of a segment filters by: undefined all, null those without one. */
export function segmentOf(value) {
    if (value === ALL_SEGMENTS)
        return undefined;
    return value === NO_SEGMENT ? null : value;
}
/** The period that a page's design names; the window of the pulse where it names none. */
export function periodOf(value) {
    return PERIODS.find((period) => period === value) ?? 'last365';
}
export function groupingOf(value) {
    return GROUPINGS.find((grouping) => grouping === value) ?? 'owner';
}
/** The touchpoints met before, and new ones, in the order of the newer list where both have them. */
export function withTouchpoints(before, found) {
    const missing = before.filter(({ key }) => !found.some((touchpoint) => touchpoint.key === key));
    return [...found, ...missing];
}
