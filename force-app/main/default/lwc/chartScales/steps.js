// Generated from lwc-ts-src/chartScales/steps.ts by `npm run build:lwc`. Change the source, not this file.
/** How far Page Up and Page Down go. */
const PAGE = 10;
/**
 * Where a key leads among the `count` points of a chart that is one stop of the Tab key: the arrows to the next one, Home and End
 * to the ends, Page Up and Page Down ten further. Undefined for other keys, and where there is nothing to step through.
 * Left and right follow the eye: where time runs from right to left, so do they.
 */
export function steppedIndex(key, index, count, rtl = false) {
    if (count === 0)
        return undefined;
    const target = targetOf(key, index, count, rtl ? -1 : 1);
    return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}
/** The index of the position that lies nearest; -1 where there is none. Of two that lie equally near, the first. */
export function nearestIndex(positions, x) {
    return positions.reduce((best, position, index) => (best === -1 || Math.abs(position - x) < Math.abs((positions[best] ?? position) - x) ? index : best), -1);
}
function targetOf(key, index, count, forward) {
    switch (key) {
        case 'ArrowRight':
            return index + forward;
        case 'ArrowLeft':
            return index - forward;
        case 'ArrowDown':
            return index + 1;
        case 'ArrowUp':
            return index - 1;
        case 'PageDown':
            return index + PAGE;
        case 'PageUp':
            return index - PAGE;
        case 'Home':
            return 0;
        case 'End':
            return count - 1;
        default:
            return undefined;
    }
}
