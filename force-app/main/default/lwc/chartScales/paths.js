// Generated from lwc-ts-src/chartScales/paths.ts by `npm run build:lwc`. Change the source, not this file.
/** Path data of a line through points; null leaves a gap. A point between two gaps is drawn as a dot by round line caps. */
export function linePath(points) {
    return runsOf(points)
        .map((run) => `M ${(run.length === 1 ? [...run, ...run] : run).map(coordinates).join(' L ')}`)
        .join(' ');
}
/** Path data of a line that stays level until the next point, as a limit does that is changed on a day. */
export function stepPath(points) {
    return runsOf(points)
        .map((run) => {
        const [first, ...rest] = run.map((point) => ({ x: round2(point.x), y: round2(point.y) }));
        return first ? [`M ${first.x} ${first.y}`, ...rest.map(({ x, y }) => `H ${x} V ${y}`)].join(' ') : '';
    })
        .join(' ');
}
/** Path data of the area between two lines that run the same way. */
export function areaPath(upper, lower) {
    if (upper.length === 0 || lower.length === 0)
        return '';
    return `M ${[...upper, ...[...lower].reverse()].map(coordinates).join(' L ')} Z`;
}
/** Path data of a bar that stands on its lower edge, its upper corners rounded. */
export function barPath(x, y, width, height, radius) {
    const r = round2(Math.max(0, Math.min(radius, width / 2, height)));
    const [left, top, right, bottom] = [round2(x), round2(y), round2(x + width), round2(y + height)];
    const [innerLeft, innerRight, innerTop] = [round2(left + r), round2(right - r), round2(top + r)];
    return `M ${left} ${bottom} V ${innerTop} Q ${left} ${top} ${innerLeft} ${top} H ${innerRight} Q ${right} ${top} ${right} ${innerTop} V ${bottom} Z`;
}
/** A coordinate as it stands in path data: a hundredth of a unit is finer than any screen. */
export function round2(value) {
    return Math.round(value * 100) / 100 + 0;
}
function coordinates({ x, y }) {
    return `${round2(x)} ${round2(y)}`;
}
/** The stretches without a gap. */
function runsOf(points) {
    const runs = [];
    let run = [];
    for (const point of [...points, null]) {
        if (point)
            run.push(point);
        else if (run.length > 0) {
            runs.push(run);
            run = [];
        }
    }
    return runs;
}
/** Path data of a small shape around a point, as bands have them. */
export function shapePath(shape, { x, y }, radius) {
    const r = round2(radius);
    const [left, right, top, bottom] = [round2(x - radius), round2(x + radius), round2(y - radius), round2(y + radius)];
    if (shape === 'circle')
        return `M ${left} ${round2(y)} a ${r} ${r} 0 1 0 ${2 * r} 0 a ${r} ${r} 0 1 0 ${-2 * r} 0 Z`;
    if (shape === 'square')
        return `M ${left} ${top} H ${right} V ${bottom} H ${left} Z`;
    return `M ${round2(x)} ${top} L ${right} ${bottom} H ${left} Z`;
}
