import fc from 'fast-check';
import {
  areaPath,
  barPath,
  linearScale,
  linePath,
  monthStarts,
  nearestIndex,
  niceDomain,
  niceTicks,
  stepPath,
  steppedIndex,
} from 'c/chartScales';

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const range = fc.tuple(figure, figure).filter(([low, high]) => high - low > 1e-3);

describe('a linear scale', () => {
  it('leads from a value to its position and back', () => {
    fc.assert(
      fc.property(range, range, fc.double({ min: 0, max: 1, noNaN: true }), (domain, positions, share) => {
        const scale = linearScale(domain, positions);
        const value = domain[0] + (domain[1] - domain[0]) * share;
        return Math.abs(scale.valueAt(scale.at(value)) - value) <= 1e-6 * (domain[1] - domain[0]) + 1e-3;
      }),
    );
  });

  it('keeps the order of values, turned round where the range runs backwards', () => {
    fc.assert(
      fc.property(range, figure, figure, (domain, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const up = linearScale(domain, [0, 100]);
        const down = linearScale(domain, [100, 0]);
        return up.at(low) <= up.at(high) && down.at(low) >= down.at(high);
      }),
    );
  });

  it('keeps everything between the ends of its range', () => {
    const scale = linearScale([0, 10], [200, 20]);
    expect([-5, 0, 5, 10, 15].map((value) => scale.at(value))).toEqual([200, 200, 110, 20, 20]);
    expect([0, 20, 110, 300].map((position) => scale.valueAt(position))).toEqual([10, 10, 5, 0]);
  });

  it('puts everything in the middle where the domain has no extent', () => {
    expect(linearScale([3, 3], [0, 100]).at(3)).toBe(50);
  });
});

describe('ticks', () => {
  it('are round', () => {
    expect(niceTicks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(niceTicks(-100, 100, 4)).toEqual([-100, -50, 0, 50, 100]);
    expect(niceTicks(0.1, 0.42, 4)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(niceTicks(7, 7, 4)).toEqual([7]);
    expect(niceTicks(Number.NaN, 1, 4)).toEqual([Number.NaN]);
  });

  it('lie inside, grow, are evenly apart and at most one more than asked for', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 20 }), ([min, max], count) => {
        const ticks = niceTicks(min, max, count);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        const slack = 1e-6 * Math.max(1, Math.abs(min), Math.abs(max));
        return (
          ticks.length <= count + 1 &&
          ticks.every((tick) => tick >= min - slack && tick <= max + slack) &&
          ticks.slice(1).every((tick, index) => Math.abs(tick - (ticks[index] ?? 0) - step) <= slack && step > 0)
        );
      }),
    );
  });

  it('a round domain holds both values and ends on ticks', () => {
    expect(niceDomain(13, 87, 4)).toEqual([0, 100]);
    expect(niceDomain(5, 5, 4)).toEqual([5, 5]);
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 10 }), ([min, max], count) => {
        const [low, high] = niceDomain(min, max, count);
        const slack = 1e-6 * Math.max(1, Math.abs(min), Math.abs(max));
        return low <= min + slack && high >= max - slack;
      }),
    );
  });
});

describe('beginnings of months', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
  const months = (from: string, to: string, max: number): string[] =>
    monthStarts(day(from), day(to), max).map((time) => new Date(time).toISOString().slice(0, 7));

  it('are those from the one day to the other', () => {
    expect(months('2025-11-22', '2026-03-01', 12)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(months('2025-11-01', '2025-11-20', 12)).toEqual(['2025-11']);
  });

  it('are thinned evenly, counted from January', () => {
    expect(months('2025-01-01', '2025-12-31', 6)).toEqual(['2025-01', '2025-03', '2025-05', '2025-07', '2025-09', '2025-11']);
    expect(months('2024-02-01', '2026-12-31', 4)).toEqual(['2025-01', '2026-01']);
  });

  it('are never more than asked for', () => {
    const time = fc.integer({ min: 0, max: day('2100-01-01') });
    fc.assert(
      fc.property(time, time, fc.integer({ min: 1, max: 30 }), (one, other, max) => {
        const starts = monthStarts(Math.min(one, other), Math.max(one, other), max);
        return starts.length <= max && starts.every((start) => new Date(start).getUTCDate() === 1);
      }),
    );
  });
});

describe('paths', () => {
  it('draw a line with gaps, and a lone point as a dot', () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 2, y: 3.456 }, null, { x: 5, y: 6 }])).toBe('M 0 1 L 2 3.46 M 5 6 L 5 6');
    expect(linePath([null, null])).toBe('');
  });

  it('draw steps, areas and bars', () => {
    const points = [
      { x: 0, y: 9 },
      { x: 5, y: 8 },
    ];
    expect(stepPath(points)).toBe('M 0 9 H 5 V 8');
    expect(areaPath(points, [{ x: 0, y: 0 }])).toBe('M 0 9 L 5 8 L 0 0 Z');
    expect(areaPath([], points)).toBe('');
    expect(barPath(0, 10, 4, 20, 3)).toBe('M 0 30 V 12 Q 0 10 2 10 H 2 Q 4 10 4 12 V 30 Z');
    expect(barPath(0, 10, 4, 0, 3)).toBe('M 0 10 V 10 Q 0 10 0 10 H 4 Q 4 10 4 10 V 10 Z');
  });
});

describe('steps through the points of a chart', () => {
  it.each([
    ['ArrowRight', 3, false, 4],
    ['ArrowLeft', 3, false, 2],
    ['ArrowRight', 3, true, 2],
    ['ArrowLeft', 3, true, 4],
    ['ArrowDown', 3, true, 4],
    ['ArrowUp', 3, true, 2],
    ['ArrowLeft', 0, false, 0],
    ['ArrowRight', 24, false, 24],
    ['PageDown', 3, false, 13],
    ['PageUp', 3, false, 0],
    ['Home', 3, false, 0],
    ['End', 3, false, 24],
    ['Tab', 3, false, undefined],
  ])('%s from %d leads on (from right to left: %s)', (key, index, rtl, next) => {
    expect(steppedIndex(key, index, 25, rtl)).toBe(next);
  });

  it('lead nowhere where there is nothing', () => {
    expect(steppedIndex('ArrowRight', 0, 0)).toBeUndefined();
  });

  it('find the nearest position as a search through all of them does', () => {
    expect(nearestIndex([], 5)).toBe(-1);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer(), (positions, x) => {
        const found = positions[nearestIndex(positions, x)];
        return found !== undefined && Math.abs(found - x) === Math.min(...positions.map((position) => Math.abs(position - x)));
      }),
    );
  });
});
