import fc from 'fast-check';
import { arcPath, markPath, needlePath, pointOn, shareOf, type GaugeScale } from 'c/gaugeGeometry';

const SCALE: GaugeScale = { min: 0, max: 10, centre: { x: 100, y: 100 } };
const value = fc.double({ min: 0, max: 10, noNaN: true });
const radius = fc.double({ min: 1, max: 100, noNaN: true });

describe('gauge geometry', () => {
  it('puts the ends and the middle where a half circle has them', () => {
    expect(pointOn(SCALE, 0, 80).x).toBeCloseTo(20);
    expect(pointOn(SCALE, 10, 80).x).toBeCloseTo(180);
    expect(pointOn(SCALE, 5, 80).x).toBeCloseTo(100);
    expect(pointOn(SCALE, 5, 80).y).toBeCloseTo(20);
  });

  it('keeps every value on its circle, above the base line', () => {
    fc.assert(
      fc.property(value, radius, (at, length) => {
        const point = pointOn(SCALE, at, length);
        expect(Math.hypot(point.x - 100, point.y - 100)).toBeCloseTo(length, 6);
        expect(point.y).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it('moves to the right as the value grows', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        return pointOn(SCALE, low, 80).x <= pointOn(SCALE, high, 80).x + 1e-9;
      }),
    );
  });

  it('stops at the ends for values beyond them', () => {
    expect(shareOf(SCALE, -3)).toBe(0);
    expect(shareOf(SCALE, 11)).toBe(1);
  });

  it('begins each zone where the one before it ends', () => {
    fc.assert(
      fc.property(value, value, value, (one, two, three) => {
        const [from, between, to] = [one, two, three].sort((a, b) => a - b) as [number, number, number];
        const end = /(\S+ \S+)$/.exec(arcPath(SCALE, from, between, 80))?.[1];
        return end !== undefined && arcPath(SCALE, between, to, 80).startsWith(`M ${end} A`);
      }),
    );
  });

  it('draws a mark across the ring, along one ray', () => {
    expect(markPath(SCALE, 5, 60, 90)).toBe('M 100 40 L 100 10');
  });

  it('points the needle at the value, with its base across the centre', () => {
    expect(needlePath(SCALE, 5, 60, 4)).toBe('M 104 100 L 100 40 L 96 100 Z');
  });

  it('never writes a number that SVG cannot read', () => {
    fc.assert(
      fc.property(value, radius, (at, length) => {
        const path = [arcPath(SCALE, 0, at, length), needlePath(SCALE, at, length, 4)].join(' ');
        return /^[MALZ\d\s.e-]+$/.test(path);
      }),
    );
  });
});
