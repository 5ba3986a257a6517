import * as fc from 'fast-check';
import { ACT_FROM, largeRevenue, levelOf, riskOf, WATCH_FROM, type Customer, type PulseFigures } from 'c/portfolioRisk';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const HEALTHY: PulseFigures = {
  id: 'a00000000000001AAA',
  score: 9.4,
  priorScore: 9.2,
  trend: 0.2,
  trendIsSound: false,
  trendThreshold: 0.5,
  band: 'Green',
  target: 9,
  yellowFrom: 7,
  ratingCount: 30,
  priorRatingCount: 28,
  minAnswers: 5,
  lastResponseAt: '2026-03-01T09:00:00Z',
  isStale: false,
};

describe('the risk of a customer', () => {
  it('is none on target, with a fresh answer', () => {
    expect(riskOf(customer(), Infinity, NOW)).toEqual({ points: 0, level: 'low', reasons: [] });
  });

  it('is worth acting on below the yellow limit, and more the further below', () => {
    const [near, far] = [6.9, 5].map((score) => riskOf(customer({ score }), Infinity, NOW));
    expect(near).toMatchObject({ level: 'act', reasons: [{ kind: 'red', target: 9, few: false }] });
    expect(far?.points).toBeGreaterThan(near?.points ?? 0);
  });

  it('grows between target and limit from a look to nearly an alarm', () => {
    expect(riskOf(customer({ score: 8.99 }), Infinity, NOW).points).toBeCloseTo(10.1, 5);
    expect(riskOf(customer({ score: 7 }), Infinity, NOW).points).toBe(30);
    expect(riskOf(customer({ score: 9 }), Infinity, NOW).points).toBe(0);
  });

  it('counts a pulse of few answers half, and says so', () => {
    const [few, enough] = [4, 5].map((ratingCount) => riskOf(customer({ score: 6, ratingCount }), Infinity, NOW));
    expect(few?.points).toBe((enough?.points ?? 0) / 2);
    expect(few?.reasons[0]).toMatchObject({ kind: 'red', few: true });
  });

  it('takes a fall only where it is sound and beyond the threshold', () => {
    const kinds = (figures: Partial<PulseFigures>) => riskOf(customer(figures), Infinity, NOW).reasons.map(({ kind }) => kind);
    expect(kinds({ trend: -0.6, trendIsSound: true })).toEqual(['fall']);
    expect(kinds({ trend: -0.6, trendIsSound: false })).toEqual([]);
    expect(kinds({ trend: -0.4, trendIsSound: true })).toEqual([]);
    expect(kinds({ trend: 2, trendIsSound: true })).toEqual([]);
    expect(kinds({ trend: -2, trendIsSound: true, priorScore: undefined })).toEqual([]);
  });

  it.each([
    ['never answered', { lastResponseAt: undefined }, 'neverAnswered'],
    ['not within the window', { lastResponseAt: '2025-01-01T00:00:00Z', isStale: true, score: undefined }, 'silent'],
    ['not for half a year', { lastResponseAt: '2025-08-01T00:00:00Z' }, 'goingSilent'],
  ] as const)('sees silence: %s', (_when, figures, kind) => {
    expect(riskOf(customer(figures), Infinity, NOW).reasons).toMatchObject([{ kind }]);
  });

  it('never takes a missing score for a low one', () => {
    const kinds = riskOf(customer({ score: undefined, ratingCount: 0 }), Infinity, NOW).reasons.map(({ kind }) => kind);
    expect(kinds).not.toContain('red');
  });

  it('takes a score of 0 as the worst one', () => {
    expect(riskOf(customer({ score: 0 }), Infinity, NOW).reasons[0]).toMatchObject({ kind: 'red', below: 9, points: 75 });
  });

  it('looks at the earliest deadline of the open follow-ups', () => {
    const followUps = [
      { id: '1', name: 'FU-1', dueAt: NOW - 2 * DAY },
      { id: '2', name: 'FU-2', dueAt: NOW + DAY },
    ];
    expect(riskOf({ ...customer(), followUps }, Infinity, NOW)).toMatchObject({ points: 27, reasons: [{ kind: 'overdue' }] });
    expect(riskOf({ ...customer(), followUps: followUps.slice(1) }, Infinity, NOW).reasons).toMatchObject([{ kind: 'open', points: 10 }]);
  });

  it('weighs by segment and size, and says so last', () => {
    const [plain, important] = [undefined, 'A'].map((segment) =>
      riskOf({ ...customer({ score: 6 }), segment, revenue: 100 }, segment ? 100 : Infinity, NOW),
    );
    expect(important?.points).toBeCloseTo((plain?.points ?? 0) * 1.5 * 1.25, 10);
    expect(important?.reasons.map(({ kind }) => kind)).toEqual(['red', 'segment', 'large']);
  });

  it('never makes a risk of importance alone', () => {
    expect(riskOf({ ...customer(), segment: 'A', revenue: 100 }, 1, NOW)).toEqual({ points: 0, level: 'low', reasons: [] });
  });

  it('never falls when things get worse', () => {
    const figure = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        figure,
        figure,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('A', 'B', 'C', undefined),
        (one, other, days, segment) => {
          const at = (score: number, overdue: number) =>
            riskOf({ ...customer({ score }), segment, followUps: [{ id: '1', name: '', dueAt: NOW - overdue * DAY }] }, Infinity, NOW)
              .points;
          expect(at(Math.min(one, other), days)).toBeGreaterThanOrEqual(at(Math.max(one, other), days) - 1e-9);
          expect(at(one, days + 1)).toBeGreaterThanOrEqual(at(one, days));
        },
      ),
    );
  });

  it('has levels that follow the points', () => {
    expect([0, WATCH_FROM - 0.01, WATCH_FROM, ACT_FROM - 0.01, ACT_FROM].map(levelOf)).toEqual(['low', 'low', 'watch', 'watch', 'act']);
  });
});

describe('the largest customers by revenue', () => {
  it('are a fifth of those that have one', () => {
    const revenues = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, undefined, 0];
    expect(largeRevenue(revenues.map((revenue) => ({ ...customer(), revenue })))).toBe(90);
  });

  it('are none among fewer than five', () => {
    expect(largeRevenue([1, 2, 3, 4].map((revenue) => ({ ...customer(), revenue })))).toBe(Infinity);
  });
});

function customer(figures: Partial<PulseFigures> = {}): Customer {
  return {
    id: '001000000000001AAA',
    name: 'Nordlys Ferries',
    ownerName: 'Maren Manager',
    segment: undefined,
    revenue: undefined,
    revenueText: '',
    isOnHold: false,
    pulse: { ...HEALTHY, ...figures },
    followUps: [],
  };
}
