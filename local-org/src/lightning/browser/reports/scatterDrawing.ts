import { round, valueAxis } from './chartAxes.ts';
import type { TickText } from './barDrawing.ts';
import type { ChartModel } from './chartModel.ts';
import { type ChartPoint, type Drawing, type DrawnText, type Shape, textWidth } from './drawing.ts';

/** A dot for each category, by its first two figures. */
export function scatterDrawing(model: ChartModel, width: number, height: number, tick: TickText): Drawing {
  const [first, second = first] = model.series;
  const pairs = (first?.values ?? []).flatMap((a, category) => {
    const b = second?.values[category] ?? null;
    return a === null || b === null ? [] : [{ category, a, b }];
  });
  const [as, bs] = [pairs.map(({ a }) => a), pairs.map(({ b }) => b)];
  const floor = height - 40;
  const up = valueAxis(bs.length === 0 ? [0] : bs, [floor, 12], { count: 4, withZero: false });
  const left = Math.max(...up.ticks.map((value) => textWidth(tick(value)))) + 10;
  const along = valueAxis(as.length === 0 ? [0] : as, [left + 8, width - 16], {
    count: Math.max(2, Math.round(width / 110)),
    withZero: false,
  });
  const points = pairs.map(({ category, a, b }): ChartPoint => ({ x: round(along.at(a)), y: round(up.at(b)), category, series: 0 }));
  const shapes: Shape[] = [
    ...up.ticks.map((value): Shape => ({ d: `M ${left} ${round(up.at(value))} H ${width}`, look: 'grid' })),
    { d: `M ${left} ${floor} H ${width}`, look: 'axis' },
    ...points.map(({ x, y }): Shape => ({ d: `M ${x - 5} ${y} a 5 5 0 1 0 10 0 a 5 5 0 1 0 -10 0 Z`, look: 'dot', colour: 0 })),
  ];
  const texts: DrawnText[] = [
    ...up.ticks.map((value): DrawnText => ({ x: left - 6, y: round(up.at(value) + 4), text: tick(value), anchor: 'end', look: 'tick' })),
    ...along.ticks.map((value): DrawnText => ({
      x: round(along.at(value)),
      y: floor + 16,
      text: tick(value),
      anchor: 'middle',
      look: 'tick',
    })),
    { x: width - 8, y: height - 4, text: first?.label ?? '', anchor: 'end', look: 'tick' },
    { x: 0, y: 8, text: second?.label ?? '', anchor: 'start', look: 'tick' },
  ];
  return { width, height, shapes, texts, points };
}
