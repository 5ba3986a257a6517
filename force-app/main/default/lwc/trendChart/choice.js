// Generated from lwc-ts-src/trendChart/choice.ts by `npm run build:lwc`. Change the source, not this file.
import { nearestIndex, steppedIndex } from 'c/chartScales';
/** How near the pointer must come to an answer. */
const REACH = 14;
/** What lies under the pointer: an answer within reach, else the nearest moment. */
export function choiceAt({ pointAt, dotAt }, xOfPoints, at) {
    const distances = dotAt.map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
    const dot = nearestIndex(distances, 0);
    if (dot !== -1 && (distances[dot] ?? Infinity) <= REACH)
        return { kind: 'dot', index: dot };
    return pointAt.length === 0 ? undefined : { kind: 'point', index: nearestIndex(xOfPoints, at.x) };
}
/** Where a key leads: left and right through the months, up and down through the answers. Undefined for other keys. */
export function choiceByKey(key, current, drawing, rtl) {
    const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
    const kind = isVertical ? 'dot' : key.startsWith('Arrow') ? 'point' : (current?.kind ?? 'point');
    const count = kind === 'dot' ? drawing.dotAt.length : drawing.pointAt.length;
    const isSame = current?.kind === kind;
    const index = steppedIndex(key, isSame ? current.index : count - 1, count, rtl && !isVertical);
    if (index === undefined)
        return undefined;
    // The first key shows the newest one rather than stepping away from it unseen.
    return { kind, index: isSame || !key.startsWith('Arrow') ? index : count - 1 };
}
