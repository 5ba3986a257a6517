// Generated from lwc-ts-src/npsPlot/nearest.ts by `npm run build:lwc`. Change the source, not this file.
/** No point further away than this answers a pointer, in pixels. */
const REACH = 40;
/** The index of the point nearest to a place in pixels, from the beginning of the line and from below; undefined where none is near. */
export function nearestPoint(points, place, size, acrossOnly) {
    let [best, least] = [undefined, acrossOnly ? Infinity : REACH];
    for (const [index, point] of points.entries()) {
        const across = (point.x / 100) * size.width - place.x;
        const distance = acrossOnly ? Math.abs(across) : Math.hypot(across, (point.y / 100) * size.height - place.y);
        if (distance < least)
            [best, least] = [index, distance];
    }
    return best;
}
