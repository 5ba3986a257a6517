// Generated from lwc-ts-src/npsBoard/rangeViews.ts by `npm run build:lwc`. Change the source, not this file.
import { npsChange, npsInterval, npsMargin, npsOf } from 'c/npsMath';
import { FEW_ANSWERS, fill, formatNps, formatWhole } from 'c/pulseWording';
import { onScale } from './figureView';
import { LABELS } from './labels';
/** The touchpoints in the order of the journey; undefined where none has a rated answer. */
export function journeyView(journey) {
    if (journey.length === 0)
        return undefined;
    const rows = journey.flatMap(({ key, name, now, before }) => rowOf(key, name, now, before));
    return { ...tableOf(rows), caption: LABELS.journeyTitle, columns: { ...COLUMNS, name: LABELS.touchpoint }, isLinked: true };
}
/**
 * The groups, the lowest NPS first. Those with few answers come last: among them the lowest is chance.
 * Undefined where there are none.
 */
export function groupsView(groups, groupedBy) {
    if (groups.length === 0)
        return undefined;
    const inOrder = [...groups].sort((one, other) => Number(isFew(one.now)) - Number(isFew(other.now)) || (npsOf(one.now) ?? 0) - (npsOf(other.now) ?? 0));
    const rows = inOrder.flatMap(({ name, now, before }) => rowOf(name ?? '', name ?? LABELS.groupUnknown, now, before));
    return { ...tableOf(rows), caption: LABELS.groupsTitle, columns: { ...COLUMNS, name: groupedBy }, isLinked: false };
}
const COLUMNS = { nps: LABELS.nps, answers: LABELS.answers, change: LABELS.columnChange };
function tableOf(rows) {
    return {
        rows,
        few: rows.some((row) => row.isFew) ? fill(LABELS.hollow, formatWhole(FEW_ANSWERS)) : '',
        showAll: fill(LABELS.showAll, formatWhole(rows.length)),
    };
}
function rowOf(id, name, now, before) {
    const [nps, interval, margin] = [npsOf(now), npsInterval(now), npsMargin(now)];
    if (nps === null || interval === null || margin === null)
        return [];
    return [
        {
            id,
            name,
            nps: formatNps(nps),
            margin: fill(LABELS.marginShort, formatWhole(margin)),
            answers: formatWhole(now.rated),
            isFew: isFew(now),
            ...changeOf(now, before),
            at: onScale(nps),
            low: onScale(interval.low),
            high: onScale(interval.high),
        },
    ];
}
/** A change is named only where it is sound. */
function changeOf(now, before) {
    const change = npsChange(now, before);
    if (!change)
        return { change: LABELS.changeUnknown, direction: 'none' };
    if (!change.isSound)
        return { change: LABELS.changeNone, direction: 'none' };
    const points = formatWhole(Math.abs(change.difference));
    return change.difference > 0
        ? { change: fill(LABELS.changeUp, points), direction: 'up' }
        : { change: fill(LABELS.changeDown, points), direction: 'down' };
}
function isFew({ rated }) {
    return rated < FEW_ANSWERS;
}
