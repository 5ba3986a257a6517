import * as fc from 'fast-check';
import { dayOf, isOld, isOvertaken, refreshDelay } from '../refreshLoop';

const AT = Date.parse('2026-03-12T09:00:00Z');

describe('the delay before the next refresh', () => {
  it('is the interval while all goes well, never below 15 seconds', () => {
    expect([refreshDelay(30, 0, 0.5), refreshDelay(1, 0, 0.5)]).toEqual([30_000, 15_000]);
  });

  it('grows with each failure, up to five minutes, and differs from wall to wall', () => {
    expect([1, 2, 3, 4, 50].map((failures) => refreshDelay(30, failures, 1))).toEqual([60_000, 120_000, 240_000, 300_000, 300_000]);
    expect(refreshDelay(30, 1, 0)).toBe(48_000);
  });

  it('always lies between 15 seconds and the longest interval', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 600 }), fc.nat(1000), chance, (seconds, failures, random) => {
        const delay = refreshDelay(seconds, failures, random);
        return delay >= 15_000 && delay <= 600_000;
      }),
    );
  });
});

describe('what a refresh cannot wait for', () => {
  it('is a clock that jumped: the computer slept', () => {
    expect(isOvertaken(AT, AT + 1000, 'UTC')).toBe(false);
    expect(isOvertaken(AT, AT + 3_600_000, 'UTC')).toBe(true);
    expect(isOvertaken(AT, AT - 1000, 'UTC')).toBe(true);
  });

  it('is midnight where the user is', () => {
    const midnight = Date.parse('2026-03-12T23:00:00Z');
    expect(isOvertaken(midnight - 500, midnight + 500, 'Europe/Copenhagen')).toBe(true);
    expect(isOvertaken(midnight - 500, midnight + 500, 'UTC')).toBe(false);
  });

  it('knows the day on the day that summer begins', () => {
    expect(dayOf(Date.parse('2026-03-29T00:30:00Z'), 'Europe/Copenhagen')).toBe(
      dayOf(Date.parse('2026-03-29T21:59:00Z'), 'Europe/Copenhagen'),
    );
    expect(dayOf(Date.parse('2026-03-29T22:00:00Z'), 'Europe/Copenhagen')).not.toBe(
      dayOf(Date.parse('2026-03-29T21:59:00Z'), 'Europe/Copenhagen'),
    );
  });
});

describe('the age of figures', () => {
  it('is told after three intervals and some patience', () => {
    expect([undefined, AT - 100_000, AT - 111_000].map((updatedAt) => isOld(updatedAt, AT, 30))).toEqual([false, false, true]);
  });
});
