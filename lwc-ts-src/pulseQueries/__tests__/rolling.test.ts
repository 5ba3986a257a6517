import fc from 'fast-check';
import { dayOfMonth, monthEnds, monthOf, SHOWN_MONTHS, startOfMonth, type MonthSums } from 'c/pulseQueries';

const NOW = monthOf(Date.parse('2026-03-12T09:00:00Z'));

describe('the pulse at the end of months', () => {
  it('is the mean of all ratings of the twelve months up to it, as a walk through the single answers finds', () => {
    const rating = fc.record({ month: fc.integer({ min: NOW - 35, max: NOW }), rating: fc.integer({ min: 0, max: 10 }) });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 200 }), (answers) => {
        return monthEnds(sumsOf(answers), [], NOW).every(({ month: end, score, count }) => {
          const inWindow = answers.filter(({ month }) => month > end - 12 && month <= end);
          const mean = inWindow.reduce((sum, answer) => sum + answer.rating, 0) / inWindow.length;
          return count === inWindow.length && (score === null ? count === 0 : Math.abs(score - mean) < 1e-9);
        });
      }),
    );
  });

  it('shows each month once, oldest first, without the running one', () => {
    const months = monthEnds([], [], NOW).map(({ month }) => dayOfMonth(month));
    expect(months).toHaveLength(SHOWN_MONTHS);
    expect([months[0], months[23]]).toEqual(['2024-03-01', '2026-02-01']);
  });

  it('is what was measured then where a snapshot was taken, zero and blank told apart', () => {
    const sums = [{ month: NOW - 1, sum: 90, count: 10 }];
    const taken = { target: 8.5, yellowFrom: 6, count: 4 };
    const at = (score: number | null): ReturnType<typeof monthEnds>[number] | undefined =>
      monthEnds(sums, [{ month: NOW - 1, score, ...taken }], NOW).at(-1);
    expect(at(0)).toEqual({ month: NOW - 1, score: 0, ...taken });
    expect(at(null)?.score).toBeNull();
    expect(monthEnds(sums, [], NOW).at(-1)).toMatchObject({ score: 9, count: 10, target: null });
  });

  it('counts months across years', () => {
    expect(monthOf(startOfMonth(NOW))).toBe(NOW);
    expect(dayOfMonth(monthOf(Date.parse('2025-12-31T23:59:59Z')) + 1)).toBe('2026-01-01');
  });
});

function sumsOf(answers: readonly { month: number; rating: number }[]): MonthSums[] {
  const months = new Map<number, MonthSums>();
  for (const { month, rating } of answers) {
    const known = months.get(month) ?? { month, sum: 0, count: 0 };
    months.set(month, { month, sum: known.sum + rating, count: known.count + 1 });
  }
  return [...months.values()];
}
