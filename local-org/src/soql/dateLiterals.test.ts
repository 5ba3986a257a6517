import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateLiteralRange } from './dateLiterals.ts';

/** First and last day of a literal, on Wednesday 4 March 2026 in Copenhagen. */
function days(name: string, n?: number, locale = 'en_GB'): string {
  const context = { now: Date.parse('2026-03-03T23:30:00Z'), timeZone: 'Europe/Copenhagen', locale };
  const { start, end } = dateLiteralRange(name, n, context);
  return `${start.toISODate() ?? ''}..${end.minus({ milliseconds: 1 }).toISODate() ?? ''}`;
}

describe('date literals', () => {
  const cases: readonly (readonly [name: string, n: number | undefined, range: string])[] = [
    ['TODAY', undefined, '2026-03-04..2026-03-04'],
    ['YESTERDAY', undefined, '2026-03-03..2026-03-03'],
    ['TOMORROW', undefined, '2026-03-05..2026-03-05'],
    ['THIS_WEEK', undefined, '2026-03-02..2026-03-08'],
    ['LAST_WEEK', undefined, '2026-02-23..2026-03-01'],
    ['NEXT_WEEK', undefined, '2026-03-09..2026-03-15'],
    ['LAST_MONTH', undefined, '2026-02-01..2026-02-28'],
    ['THIS_QUARTER', undefined, '2026-01-01..2026-03-31'],
    ['NEXT_YEAR', undefined, '2027-01-01..2027-12-31'],
    ['LAST_FISCAL_QUARTER', undefined, '2025-10-01..2025-12-31'],
    ['LAST_90_DAYS', undefined, '2025-12-04..2026-03-04'],
    ['NEXT_90_DAYS', undefined, '2026-03-05..2026-06-02'],
    ['LAST_N_DAYS', 30, '2026-02-02..2026-03-04'],
    ['NEXT_N_DAYS', 2, '2026-03-05..2026-03-06'],
    ['N_DAYS_AGO', 0, '2026-03-04..2026-03-04'],
    ['LAST_N_WEEKS', 2, '2026-02-16..2026-03-01'],
    ['LAST_N_MONTHS', 2, '2026-01-01..2026-02-28'],
    ['NEXT_N_QUARTERS', 2, '2026-04-01..2026-09-30'],
    ['N_YEARS_AGO', 2, '2024-01-01..2024-12-31'],
  ];
  for (const [name, n, range] of cases) {
    it(`${name}${n === undefined ? '' : `:${n}`} is ${range}`, () => assert.equal(days(name, n), range));
  }

  it('takes whole days where clocks change at midnight', () => {
    const starts = (now: string, timeZone: string): readonly (string | undefined)[] => {
      const context = { now: Date.parse(now), timeZone, locale: 'en_US' };
      const { start, end } = dateLiteralRange('LAST_N_DAYS', 1, context);
      return [start, end].map((moment) => moment.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined);
    };
    // In Cairo clocks went forward from midnight to 1:00, in Havana back from 1:00 to midnight.
    assert.deepEqual(starts('2023-04-28T09:00:00Z', 'Africa/Cairo'), ['2023-04-26T22:00:00Z', '2023-04-28T21:00:00Z']);
    assert.deepEqual(starts('2018-11-04T12:00:00Z', 'America/Havana'), ['2018-11-03T04:00:00Z', '2018-11-05T05:00:00Z']);
    assert.deepEqual(starts('2018-11-05T12:00:00Z', 'America/Havana'), ['2018-11-04T04:00:00Z', '2018-11-06T05:00:00Z']);
  });

  it('starts the week on the day of the locale', () => {
    assert.equal(days('THIS_WEEK', undefined, 'en_US'), '2026-03-01..2026-03-07');
  });

  it('keeps to midnight across the change of summer time', () => {
    const context = { now: Date.parse('2026-03-29T10:00:00Z'), timeZone: 'Europe/Copenhagen', locale: 'da_DK' };
    const { start, end } = dateLiteralRange('TODAY', undefined, context);
    assert.equal(end.toMillis() - start.toMillis(), 23 * 3_600_000);
  });
});
