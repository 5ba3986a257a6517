// Generated from lwc-ts-src/trendChart/drawing.ts by `npm run build:lwc`. Change the source, not this file.
import { linePath, linearScale, monthStarts, niceTicks, round2, shapePath, stepPath } from 'c/chartScales';
import { BANDS } from 'c/pulseBands';
import { formatMonth, formatWhole, isRtl } from 'c/pulseWording';
/** Height of the drawing; its width is that of the card. */
export const HEIGHT = 240;
const MARGIN = { top: 12, bottom: 26, start: 26, end: 12 };
const HIGHEST = 10;
/** Room that one word under the axis takes. */
const TICK_WIDTH = 78;
/** Where everything of a trend lies in so many pixels. Time runs as the language does. */
export function drawingOf(trend, width) {
    const x = timeScale(trend, width);
    const y = valueScale(trend);
    const [left, right] = [Math.min(...x.range), Math.max(...x.range)];
    const pointAt = trend.points.map(({ at, score }) => (score === null ? null : { x: x.at(at), y: y.at(score) }));
    const dotAt = trend.dots.map(({ at, rating }) => ({ x: x.at(at), y: y.at(rating) }));
    const windowEnds = [x.at(trend.windowFrom), x.at(trend.until)];
    return {
        left,
        right,
        top: MARGIN.top,
        bottom: HEIGHT - MARGIN.bottom,
        windowX: round2(Math.min(...windowEnds)),
        windowWidth: round2(Math.abs((windowEnds[1] ?? 0) - (windowEnds[0] ?? 0))),
        windowHeight: HEIGHT - MARGIN.top - MARGIN.bottom,
        values: valueTicks(y, x),
        months: monthTicks(trend, x, width),
        line: linePath(pointAt),
        target: stepPath(targetPoints(trend, x, y)),
        shapes: pathsByBand(trend.points, pointAt, 4.5),
        dots: pathsByBand(trend.dots, dotAt, 3),
        marks: trend.marks.map(({ key, at }) => ({ key, x: round2(x.at(at)), flag: flagPath(x.at(at)) })),
        pointAt,
        dotAt,
    };
}
function timeScale({ from, until }, width) {
    const [start, end] = [MARGIN.start, Math.max(MARGIN.start + 1, width - MARGIN.end)];
    return linearScale([from, until], isRtl() ? [width - MARGIN.start, MARGIN.end] : [start, end]);
}
/** The whole scale where single answers are shown; else from a little below the lowest pulse, so that changes can be seen. */
function valueScale({ points, dots }) {
    const scores = points.flatMap(({ score, target }) => (score === null ? [target] : [score, target]));
    const lowest = dots.length > 0 ? 0 : Math.max(0, Math.floor(Math.min(...scores) - 1));
    return linearScale([lowest, HIGHEST], [HEIGHT - MARGIN.bottom, MARGIN.top]);
}
function valueTicks(y, x) {
    const at = x.range[0] + (isRtl() ? 8 : -8);
    return niceTicks(y.domain[0], y.domain[1], 5).map((value) => ({
        key: `v${value}`,
        x: at,
        y: round2(y.at(value)),
        text: formatWhole(value),
    }));
}
function monthTicks({ from, until }, x, width) {
    const most = Math.max(2, Math.floor((width - MARGIN.start - MARGIN.end) / TICK_WIDTH));
    const half = TICK_WIDTH / 2 - 12;
    return monthStarts(from, until, most)
        .map((time) => ({
        key: `m${time}`,
        x: round2(x.at(time)),
        y: HEIGHT - 8,
        text: formatMonth(new Date(time).toISOString().slice(0, 10)),
    }))
        .filter((tick) => tick.x >= half && tick.x <= width - half);
}
/** A target holds until the next moment at which another one is known. */
function targetPoints({ points, from, until }, x, y) {
    const [first] = points;
    if (!first)
        return [];
    const known = points.map(({ at, target }) => ({ x: x.at(at), y: y.at(target) }));
    const last = known[known.length - 1];
    return [{ x: x.at(from), y: y.at(first.target) }, ...known, ...(last ? [{ x: x.at(until), y: last.y }] : [])];
}
function pathsByBand(things, places, radius) {
    return BANDS.map(({ band, shape }) => ({
        key: band,
        className: band.toLowerCase(),
        d: places.flatMap((place, index) => (place && things[index]?.band === band ? [shapePath(shape, place, radius)] : [])).join(' '),
    }));
}
/** A little flag on top of the line of a mark. */
function flagPath(x) {
    const to = isRtl() ? -9 : 9;
    return `M ${round2(x)} ${MARGIN.top} l ${to} 4 l ${-to} 4 Z`;
}
