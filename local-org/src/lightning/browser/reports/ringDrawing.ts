import { round } from './chartAxes.ts';
import type { ChartModel } from './chartModel.ts';
import { type ChartPoint, type Drawing, type DrawnText, fitted, type Shape } from './drawing.ts';

interface Slice {
  readonly category: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** What each category has of the whole; what is blank, 0 or less has no part in it. */
export function slicesOf({ series }: ChartModel): readonly Slice[] {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  let before = 0;
  return values.flatMap((value, category) => {
    if (value === 0 || sum === 0) return [];
    const from = before / sum;
    before += value;
    return [{ category, value, from, to: before / sum }];
  });
}

/** A ring whose pieces are the categories, with what they come to in its middle. */
export function ringDrawing(model: ChartModel, width: number, height: number, sumText: string): Drawing {
  const size = Math.min(width, Math.max(180, Math.min(height, 240)));
  const [x, y, outer] = [width / 2, size / 2, size / 2 - 4];
  const inner = outer * 0.62;
  const slices = slicesOf(model);
  const at = (share: number, radius: number): readonly [number, number] => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return [round(x + radius * Math.cos(angle)), round(y + radius * Math.sin(angle))];
  };
  const shapes = slices.map(({ category, from, to }): Shape => ({
    d: piece(at, from, to, outer, inner),
    look: 'fill',
    colour: model.categories[category]?.colour ?? category,
  }));
  const points = slices.map(({ category, from, to }): ChartPoint => {
    const [px, py] = at((from + to) / 2, (outer + inner) / 2);
    return { x: px, y: py, category, series: 0 };
  });
  return { width, height: size, shapes, points, texts: [{ x, y: y + 6, text: sumText, anchor: 'middle', look: 'category' }] };
}

/** A ring's piece; a whole ring is two halves, as an arc cannot end where it begins. */
function piece(
  at: (share: number, radius: number) => readonly [number, number],
  from: number,
  to: number,
  outer: number,
  inner: number,
): string {
  if (to - from > 0.9999) return `${piece(at, 0, 0.5, outer, inner)} ${piece(at, 0.5, 0.9999, outer, inner)}`;
  const big = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [at(from, outer), at(to, outer), at(to, inner), at(from, inner)].map((point) => point.join(' '));
  return `M ${a ?? ''} A ${round(outer)} ${round(outer)} 0 ${big} 1 ${b ?? ''} L ${c ?? ''} A ${round(inner)} ${round(inner)} 0 ${big} 0 ${d ?? ''} Z`;
}

/** Steps that lie under each other, each as wide as its figure. */
export function funnelDrawing(model: ChartModel, width: number): Drawing {
  const values = (model.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const most = Math.max(...values, 1);
  const step = 44;
  const wide = (index: number): number => ((values[index] ?? 0) / most) * (width - 8);
  const shapes = values.map((_value, index): Shape => {
    const half = wide(index) / 2;
    const next = Math.min(half, wide(Math.min(index + 1, values.length - 1)) / 2);
    const [top, low, middle] = [index * step + 16, (index + 1) * step - 2, width / 2];
    const d = `M ${round(middle - half)} ${top} H ${round(middle + half)} L ${round(middle + (half + next) / 2)} ${low} H ${round(middle - (half + next) / 2)} Z`;
    return { d, look: 'fill', colour: index };
  });
  const texts = model.categories.map(({ label }, index): DrawnText => ({
    x: width / 2,
    y: index * step + 12,
    text: fitted(`${label}: ${model.series[0]?.texts[index] ?? ''}`, width),
    anchor: 'middle',
    look: 'category',
  }));
  const points = values.map((_value, category): ChartPoint => ({ x: width / 2, y: category * step + 28, category, series: 0 }));
  return { width, height: values.length * step + 4, shapes, texts, points };
}
