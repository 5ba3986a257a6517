import fc from 'fast-check';
import { chiSquareCritical95, meanOf, meanVariance, npsVolatility, studentCritical95, welch, type Sums } from 'c/npsMath';
import { area, logGammaOfHalf, mean, ratings, sampleVariance, total } from 'jest-mocks/plainNps';

const sumsOf = (values: readonly number[]): Sums => ({
  count: values.length,
  sum: total(values),
  squareSum: total(values.map((value) => value ** 2)),
});

describe('a mean and its chance', () => {
  it('come out of sums as out of the ratings themselves', () => {
    fc.assert(
      fc.property(ratings, (values) => {
        expect(meanOf(sumsOf(values))).toBeCloseTo(mean(values), 9);
        expect(meanVariance(sumsOf(values))).toBeCloseTo(sampleVariance(values) / values.length, 9);
      }),
    );
  });

  it('are nothing without enough answers', () => {
    expect(meanOf({ count: 0, sum: 0, squareSum: 0 })).toBeNull();
    expect(meanVariance({ count: 1, sum: 4, squareSum: 16 })).toBeNull();
    expect(welch({ count: 1, sum: 4, squareSum: 16 }, sumsOf([1, 2]))).toBeNull();
  });
});

describe("Welch's test", () => {
  it('has the t and the degrees of freedom of its definition', () => {
    fc.assert(
      fc.property(ratings, ratings, (now, before) => {
        const [a, b] = [sampleVariance(now) / now.length, sampleVariance(before) / before.length];
        fc.pre(a + b > 0);
        const result = welch(sumsOf(now), sumsOf(before));
        expect(result?.t).toBeCloseTo((mean(now) - mean(before)) / Math.sqrt(a + b), 6);
        expect(result?.freedom).toBeCloseTo((a + b) ** 2 / (a ** 2 / (now.length - 1) + b ** 2 / (before.length - 1)), 4);
      }),
    );
  });

  it('calls any change sound where nothing varies, and no change none', () => {
    expect(welch(sumsOf([8, 8]), sumsOf([9, 9, 9]))?.isSound).toBe(true);
    expect(welch(sumsOf([9, 9]), sumsOf([9, 9, 9]))?.isSound).toBe(false);
  });
});

describe('critical values', () => {
  it.each([1, 2, 3, 5, 10, 30, 120])("leave 5 of 100 cases of Student's t outside, with %i degrees of freedom", (freedom) => {
    const scale = Math.exp(logGammaOfHalf(freedom + 1) - logGammaOfHalf(freedom)) / Math.sqrt(freedom * Math.PI);
    const density = (x: number): number => scale * (1 + x ** 2 / freedom) ** (-(freedom + 1) / 2);
    expect(Math.abs(2 * area(density, studentCritical95(freedom)) - 0.95)).toBeLessThan(0.0001);
  });

  it.each([2, 3, 5, 11, 23])('leave 5 of 100 cases of chi-square above, with %i degrees of freedom', (freedom) => {
    const scale = -(freedom / 2) * Math.log(2) - logGammaOfHalf(freedom);
    const density = (x: number): number => (x === 0 && freedom > 2 ? 0 : Math.exp(scale + (freedom / 2 - 1) * Math.log(x || 1) - x / 2));
    expect(Math.abs(area(density, chiSquareCritical95(freedom)) - 0.95)).toBeLessThan(0.0015);
  });
});

describe('volatility', () => {
  const month = (promoters: number, detractors: number, rated: number) => ({ promoters, detractors, rated });

  it('is the standard deviation of the months, which leaves months without answers out', () => {
    const result = npsVolatility([month(5, 1, 10), month(0, 0, 0), month(7, 1, 10), month(3, 1, 10)]);
    expect(result?.points).toBeCloseTo(Math.sqrt(sampleVariance([40, 60, 20])), 9);
  });

  it('is chance where months of few answers differ, and more where many do', () => {
    const months = (size: number) => [0.5, 0.35, 0.6, 0.4].map((share) => month(share * size, 0.2 * size, size));
    expect(npsVolatility(months(20))?.isSound).toBe(false);
    expect(npsVolatility(months(2000))?.isSound).toBe(true);
  });

  it('calls steady answers unsteady in few of 100 years', () => {
    const random = fc.sample(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 480, maxLength: 480 }), { numRuns: 400, seed: 7 });
    const alarms = random.filter((digits) => {
      const months = Array.from({ length: 12 }, (_, index) => digits.slice(index * 40, index * 40 + 40));
      return npsVolatility(
        months.map((answers) => month(answers.filter((d) => d < 5).length, answers.filter((d) => d > 7).length, answers.length)),
      )?.isSound;
    });
    expect(alarms.length).toBeLessThan(400 * 0.09);
  });

  it('needs three months', () => {
    expect(npsVolatility([month(1, 0, 2), month(1, 0, 2)])).toBeNull();
  });
});
