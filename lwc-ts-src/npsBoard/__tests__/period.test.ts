import fc from 'fast-check';
import { dayIn, midnight, periodDays, PERIODS } from '../period';

const ZONES = [
  'UTC',
  'Europe/Copenhagen',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('the days of a period', () => {
  it.each([
    ['last30', ['2026-10-24', '2026-11-22'], ['2026-09-24', '2026-10-23']],
    ['thisQuarter', ['2026-10-01', '2026-12-31'], ['2026-07-01', '2026-09-30']],
    ['lastQuarter', ['2026-07-01', '2026-09-30'], ['2026-04-01', '2026-06-30']],
    ['thisYear', ['2026-01-01', '2026-12-31'], ['2025-01-01', '2025-12-31']],
    ['lastYear', ['2025-01-01', '2025-12-31'], ['2024-01-01', '2024-12-31']],
  ] as const)('of %s are %j, compared with %j', (period, days, priorDays) => {
    expect(periodDays(period, NOW, 'Europe/Copenhagen')).toMatchObject({ days, priorDays });
  });

  it('go over the turn of the year', () => {
    expect(periodDays('lastQuarter', Date.parse('2026-02-03T12:00:00Z'), 'UTC')).toMatchObject({
      days: ['2025-10-01', '2025-12-31'],
      priorDays: ['2025-07-01', '2025-09-30'],
    });
  });

  it('begin and end at midnight of the zone, and the period before ends where the period begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), instant, zone, (period, now, timeZone) => {
        const { span, prior, days } = periodDays(period, now, timeZone);
        expect(prior.to).toBe(span.from);
        expect(dayIn(Date.parse(span.from), timeZone)).toBe(days[0]);
        expect(dayIn(Date.parse(span.from) - 1, timeZone)).not.toBe(days[0]);
        expect(dayIn(Date.parse(span.to) - 1, timeZone)).toBe(days[1]);
        const isOver = period === 'lastQuarter' || period === 'lastYear';
        expect(Date.parse(span.to) > now).toBe(!isOver);
      }),
    );
  });

  it('begin where a day begins, also on the days on which clocks change', () => {
    expect(new Date(midnight('2026-03-29', 'Europe/Copenhagen')).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(new Date(midnight('2026-03-30', 'Europe/Copenhagen')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(new Date(midnight('2026-10-25', 'Europe/Copenhagen')).toISOString()).toBe('2026-10-24T22:00:00.000Z');
  });
});
