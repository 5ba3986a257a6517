import { middles, round, shares, stacked, valueAxis, type Axis } from './chartAxes.ts';
import type { ChartModel } from './chartModel.ts';
import { type ChartPoint, type Drawing, type DrawnText, fitted, type Shape, textWidth } from './drawing.ts';

/** How a number is written at an axis. */
export type TickText = (value: number) => string;

/** A bar between two values: which series of which category. */
interface Bar {
  readonly category: number;
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** Its place among the bars of its category, and how many there are. */
  readonly place: number;
  readonly places: number;
}

/** Bars of all categories; series stand beside each other, or on each other. */
function barsOf({ categories, series, stacking }: ChartModel): readonly Bar[] {
  const drawn = series.map((one, index) => ({ one, index })).filter(({ one }) => one.isLine !== true);
  return categories.flatMap((_category, category) => {
    const values = drawn.map(({ one }) => one.values[category] ?? null);
    if (stacking !== 'none') {
      const parts = stacked(stacking === 'hundred' ? shares(values) : values);
      return parts.map(([from, to], at): Bar => ({ category, series: drawn[at]?.index ?? 0, from, to, place: 0, places: 1 }));
    }
    return values.flatMap((value, at): Bar[] =>
      value === null ? [] : [{ category, series: drawn[at]?.index ?? 0, from: 0, to: value, place: at, places: values.length }],
    );
  });
}

function valuesOf(model: ChartModel, bars: readonly Bar[]): readonly number[] {
  const lines = model.series.filter(({ isLine }) => isLine === true).flatMap(({ values }) => values.filter((value) => value !== null));
  return [...bars.flatMap(({ from, to }) => [from, to]), ...lines];
}

const bottom = 26;
const turned = 76;

/** Columns that stand side by side. */
export function columnDrawing(model: ChartModel, width: number, height: number, tick: TickText): Drawing {
  const bars = barsOf(model);
  const values = valuesOf(model, bars);
  const left = axisWidth(valueAxis(values, [0, 1], { count: 5, withZero: true }), tick);
  const slot = (width - left - 4) / Math.max(1, model.categories.length);
  const longest = Math.max(...model.categories.map((one) => textWidth(one.short ?? one.label)));
  const isTurned = longest > slot - 6 && slot < 90;
  const floor = height - (isTurned ? turned : bottom);
  const labels = model.showsValues && model.stacking === 'none' && slot / Math.max(1, bars[0]?.places ?? 1) > 34;
  // Figures below a bar stand above the names.
  const lowest = labels && values.some((value) => value < 0) ? floor - 12 : floor;
  const axis = valueAxis(values, [lowest, 16], { count: Math.max(2, Math.round(floor / 50)), withZero: true });
  const xs = middles(model.categories.length, left, width - 4);
  const wide = Math.min(slot * 0.72, 48 * Math.max(1, bars[0]?.places ?? 1));
  const box = (bar: Bar): readonly [number, number, number] => {
    const each = wide / bar.places;
    const start = (xs[bar.category] ?? 0) - wide / 2 + each * bar.place;
    return [start, start + Math.max(1, each - (bar.places > 1 ? 2 : 0)), start + each / 2];
  };
  const shapes = bars.map((bar): Shape => {
    const [x1, x2] = box(bar);
    return { d: rectangle(x1, axis.at(bar.from), x2, axis.at(bar.to)), look: 'fill', colour: colourOf(model, bar.series) };
  });
  const points = bars.map((bar): ChartPoint => ({
    x: round(box(bar)[2]),
    y: round(axis.at(bar.to)),
    category: bar.category,
    series: bar.series,
  }));
  const valueTexts = labels
    ? bars.map((bar): DrawnText => ({
        x: round(box(bar)[2]),
        y: round(bar.to >= 0 ? axis.at(bar.to) - 4 : axis.at(bar.to) + 12),
        text: model.series[bar.series]?.texts[bar.category] ?? '',
        anchor: 'middle',
        look: 'value',
      }))
    : [];
  const lines = lineShapes(model, xs, axis);
  return {
    width,
    height,
    shapes: [...gridAcross(axis, left, width), ...shapes, ...lines.shapes, line(left, axis.at(0), width, axis.at(0), 'axis')],
    texts: [...ticksUp(axis, left, tick), ...categoryTexts(model, xs, slot, floor, isTurned), ...valueTexts],
    points: [...points, ...lines.points].sort((one, other) => one.category - other.category || one.series - other.series),
  };
}

/** Bars that lie under each other, each with its name before it. @param least height that they may fill, in pixels */
export function barDrawing(model: ChartModel, width: number, least: number, tick: TickText): Drawing {
  const bars = barsOf(model);
  const values = valuesOf(model, bars);
  const places = Math.max(1, bars[0]?.places ?? 1);
  const row = Math.max(30, places * 16 + 12, Math.min(46, (least - 30) / model.categories.length));
  const height = row * model.categories.length + 30;
  const left = Math.min(Math.max(...model.categories.map(({ label }) => textWidth(label))) + 12, width * 0.38);
  const valueRoom =
    model.showsValues && model.stacking === 'none' ? 10 + Math.max(...model.series.flatMap(({ texts }) => texts.map(textWidth))) : 8;
  const hasBelow = values.some((value) => value < 0);
  const axis = valueAxis(values, [left + (hasBelow ? valueRoom : 2), width - valueRoom], {
    count: Math.max(2, Math.round((width - left) / 90)),
    withZero: true,
  });
  const ys = middles(model.categories.length, 0, height - 30);
  const box = (bar: Bar): readonly [number, number, number] => {
    const thick = Math.min(22 * bar.places, row - 10);
    const each = thick / bar.places;
    const start = (ys[bar.category] ?? 0) - thick / 2 + each * bar.place;
    return [start, start + Math.max(1, each - (bar.places > 1 ? 2 : 0)), start + each / 2];
  };
  const shapes = bars.map((bar): Shape => {
    const [y1, y2] = box(bar);
    return { d: rectangle(axis.at(bar.from), y1, axis.at(bar.to), y2), look: 'fill', colour: colourOf(model, bar.series) };
  });
  const valueTexts =
    valueRoom > 8
      ? bars.map((bar): DrawnText => ({
          x: round(axis.at(bar.to) + (bar.to >= 0 ? 5 : -5)),
          y: round(box(bar)[2] + 4),
          text: model.series[bar.series]?.texts[bar.category] ?? '',
          anchor: bar.to >= 0 ? 'start' : 'end',
          look: 'value',
        }))
      : [];
  const names = model.categories.map(({ label }, index): DrawnText => {
    const text = fitted(label, left - 8);
    return {
      x: round(left - 8),
      y: round((ys[index] ?? 0) + 4),
      text,
      anchor: 'end',
      look: 'category',
      ...(text === label ? {} : { whole: label }),
    };
  });
  const floor = height - 30;
  const grid = axis.ticks.map((value) => line(axis.at(value), 0, axis.at(value), floor, 'grid'));
  const ticks = axis.ticks.map((value): DrawnText => ({
    x: round(axis.at(value)),
    y: floor + 16,
    text: tick(value),
    anchor: 'middle',
    look: 'tick',
  }));
  return {
    width,
    height,
    shapes: [...grid, ...shapes, line(axis.at(0), 0, axis.at(0), floor, 'axis')],
    texts: [...ticks, ...names, ...valueTexts],
    points: bars.map((bar) => ({ x: round(axis.at(bar.to)), y: round(box(bar)[2]), category: bar.category, series: bar.series })),
  };
}

/** Lines over time or other categories. */
export function lineDrawing(model: ChartModel, width: number, height: number, tick: TickText): Drawing {
  const series = model.series.map((one) => ({ ...one, isLine: true }));
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const floor = height - bottom;
  const count = Math.max(2, Math.round(floor / 50));
  const axis = valueAxis(values.length === 0 ? [0] : values, [floor - 8, 16], { count, withZero: true });
  const left = axisWidth(axis, tick);
  const slot = (width - left - 8) / Math.max(1, model.categories.length);
  const xs = middles(model.categories.length, left, width - 8);
  const { shapes, points } = lineShapes({ ...model, series }, xs, axis);
  const labels = model.showsValues && series.length === 1 && slot > 30;
  const valueTexts = labels
    ? points.map((point, at): DrawnText => ({
        x: point.x,
        y: isDip(points, at) && point.y + 18 < floor ? point.y + 18 : point.y - 8,
        text: series[point.series]?.texts[point.category] ?? '',
        anchor: 'middle',
        look: 'value',
      }))
    : [];
  return {
    width,
    height,
    shapes: [...gridAcross(axis, left, width), line(left, axis.at(0), width, axis.at(0), 'axis'), ...shapes],
    texts: [...ticksUp(axis, left, tick), ...categoryTexts(model, xs, slot, floor, false), ...valueTexts],
    points,
  };
}

/** Whether the line comes down to a point and goes up from it: its figure stands below then. */
function isDip(points: readonly ChartPoint[], at: number): boolean {
  const [before, here, after] = [points[at - 1], points[at], points[at + 1]];
  if (here === undefined || (before === undefined && after === undefined)) return false;
  return (before === undefined || before.y < here.y) && (after === undefined || after.y < here.y);
}

/** Lines of the series that are lines, and a dot at each value; a value that is missing is a gap. */
function lineShapes(
  model: ChartModel,
  xs: readonly number[],
  axis: Axis,
): { readonly shapes: readonly Shape[]; readonly points: readonly ChartPoint[] } {
  const drawn = model.series.map((one, index) => ({ one, index })).filter(({ one }) => one.isLine === true);
  const points = drawn.flatMap(({ one, index }) =>
    one.values.flatMap((value, category): ChartPoint[] =>
      value === null ? [] : [{ x: round(xs[category] ?? 0), y: round(axis.at(value)), category, series: index }],
    ),
  );
  const lines = drawn.map(({ index }): Shape => {
    const own = points.filter(({ series }) => series === index);
    const d = own.map(({ x, y, category }, at) => `${own[at - 1]?.category === category - 1 ? 'L' : 'M'} ${x} ${y}`).join(' ');
    return { d, look: 'line', colour: colourOf(model, index) };
  });
  return {
    shapes: [
      ...lines,
      ...points.map(({ x, y, series }): Shape => ({ d: mark(x, y, series), look: 'dot', colour: colourOf(model, series) })),
    ],
    points,
  };
}

/** The colour that a series is called by, else the next. */
export function colourOf({ series }: ChartModel, index: number): number {
  return series[index]?.colour ?? index;
}

/** Series differ by the shape of their dots also. */
export function mark(x: number, y: number, series: number): string {
  const shapes = [
    `M ${x - 4} ${y} a 4 4 0 1 0 8 0 a 4 4 0 1 0 -8 0 Z`,
    `M ${x - 4} ${y - 4} h 8 v 8 h -8 Z`,
    `M ${x} ${y - 5} l 5 9 h -10 Z`,
    `M ${x} ${y - 5} l 5 5 l -5 5 l -5 -5 Z`,
  ];
  return shapes[(series + Math.floor(series / 8)) % shapes.length] ?? '';
}

function categoryTexts(model: ChartModel, xs: readonly number[], slot: number, floor: number, isTurned: boolean): readonly DrawnText[] {
  const longest = Math.max(...model.categories.map((one) => textWidth(one.short ?? one.label)));
  const every = isTurned ? Math.max(1, Math.ceil(14 / slot)) : slot >= 90 ? 1 : Math.max(1, Math.ceil((longest + 8) / slot));
  return model.categories.flatMap(({ label: name, short: label = name }, index): DrawnText[] => {
    if (index % every !== 0) return [];
    // A turned name ends below its place and begins left of it: at the left edge there is less room.
    const text = fitted(label, isTurned ? Math.min(96, (xs[index] ?? 0) / 0.77 + 4) : slot * every - 6);
    const whole = text === label ? {} : { whole: label };
    // The first name does not reach below the figures of the axis.
    const x = round(Math.max(xs[index] ?? 0, isTurned ? 0 : textWidth(text) / 2 + (index === 0 ? 8 : 0)));
    return isTurned
      ? [{ x: x + 4, y: floor + 12, text, anchor: 'end', look: 'category', turn: -40, ...whole }]
      : [{ x, y: floor + 16, text, anchor: 'middle', look: 'category', ...whole }];
  });
}

function axisWidth(axis: Axis, tick: TickText): number {
  return Math.max(...axis.ticks.map((value) => textWidth(tick(value)))) + 10;
}

function ticksUp(axis: Axis, left: number, tick: TickText): readonly DrawnText[] {
  return axis.ticks.map((value) => ({ x: left - 6, y: round(axis.at(value) + 4), text: tick(value), anchor: 'end', look: 'tick' }));
}

function gridAcross(axis: Axis, left: number, width: number): readonly Shape[] {
  return axis.ticks.map((value) => line(left, axis.at(value), width, axis.at(value), 'grid'));
}

function line(x1: number, y1: number, x2: number, y2: number, look: string): Shape {
  return { d: `M ${round(x1)} ${round(y1)} L ${round(x2)} ${round(y2)}`, look };
}

function rectangle(x1: number, y1: number, x2: number, y2: number): string {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, low] = [Math.min(y1, y2), Math.max(y1, y2)];
  return `M ${round(left)} ${round(top)} H ${round(right)} V ${round(low)} H ${round(left)} Z`;
}
