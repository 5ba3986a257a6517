import { linePath, linearScale, monthStarts, niceTicks, round2, shapePath, stepPath, type Point, type Scale } from 'c/chartScales';
import { BANDS } from 'c/pulseBands';
import { formatMonth, formatWhole, isRtl } from 'c/pulseWording';
import type { Trend } from './trend';

/** Height of the drawing; its width is that of the card. */
export const HEIGHT = 240;

const MARGIN = { top: 12, bottom: 26, start: 26, end: 12 };
const HIGHEST = 10;
/** Room that one word under the axis takes. */
const TICK_WIDTH = 78;

/** A word of an axis and where it stands. */
export interface Tick {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The shapes of one band, as one path. */
export interface BandPath {
  readonly key: string;
  readonly className: string;
  readonly d: string;
}

/** Everything that the template draws. */
export interface Drawing {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly windowX: number;
  readonly windowWidth: number;
  readonly windowHeight: number;
  readonly values: readonly Tick[];
  readonly months: readonly Tick[];
  readonly line: string;
  readonly target: string;
  readonly shapes: readonly BandPath[];
  readonly dots: readonly BandPath[];
  readonly marks: readonly { readonly key: string; readonly x: number; readonly flag: string }[];
  readonly pointAt: readonly (Point | null)[];
  readonly dotAt: readonly Point[];
}

/** Where everything of a trend lies in so many pixels. Time runs as the language does. */
export function drawingOf(trend: Trend, width: number): Drawing {
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

function timeScale({ from, until }: Trend, width: number): Scale {
  const [start, end] = [MARGIN.start, Math.max(MARGIN.start + 1, width - MARGIN.end)];
  return linearScale([from, until], isRtl() ? [width - MARGIN.start, MARGIN.end] : [start, end]);
}

/** The whole scale where single answers are shown; else from a little below the lowest pulse, so that changes can be seen. */
function valueScale({ points, dots }: Trend): Scale {
  const scores = points.flatMap(({ score, target }) => (score === null ? [target] : [score, target]));
  const lowest = dots.length > 0 ? 0 : Math.max(0, Math.floor(Math.min(...scores) - 1));
  return linearScale([lowest, HIGHEST], [HEIGHT - MARGIN.bottom, MARGIN.top]);
}

function valueTicks(y: Scale, x: Scale): Tick[] {
  const at = x.range[0] + (isRtl() ? 8 : -8);
  return niceTicks(y.domain[0], y.domain[1], 5).map((value) => ({
    key: `v${value}`,
    x: at,
    y: round2(y.at(value)),
    text: formatWhole(value),
  }));
}

function monthTicks({ from, until }: Trend, x: Scale, width: number): Tick[] {
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
function targetPoints({ points, from, until }: Trend, x: Scale, y: Scale): Point[] {
  const [first] = points;
  if (!first) return [];
  const known = points.map(({ at, target }) => ({ x: x.at(at), y: y.at(target) }));
  const last = known[known.length - 1];
  return [{ x: x.at(from), y: y.at(first.target) }, ...known, ...(last ? [{ x: x.at(until), y: last.y }] : [])];
}

function pathsByBand(
  things: readonly { readonly band: string | undefined }[],
  places: readonly (Point | null)[],
  radius: number,
): BandPath[] {
  return BANDS.map(({ band, shape }) => ({
    key: band,
    className: band.toLowerCase(),
    d: places.flatMap((place, index) => (place && things[index]?.band === band ? [shapePath(shape, place, radius)] : [])).join(' '),
  }));
}

/** A little flag on top of the line of a mark. */
function flagPath(x: number): string {
  const to = isRtl() ? -9 : 9;
  return `M ${round2(x)} ${MARGIN.top} l ${to} 4 l ${-to} 4 Z`;
}
