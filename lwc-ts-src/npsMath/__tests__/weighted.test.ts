import fc from 'fast-check';
import { npsInterval, npsMargin, npsOf, weightedNps, type WeightedCounts } from 'c/npsMath';
import { codes, countsOf, someCodes, total } from 'jest-mocks/plainNps';

const weight = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const groups = fc
  .array(fc.record({ answers: codes, weightOfEach: weight }), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some(({ answers }) => answers.length > 0));

const asCounts = (all: readonly { answers: readonly (1 | 0 | -1)[]; weightOfEach: number }[]): WeightedCounts[] =>
  all.map(({ answers, weightOfEach }) => ({ ...countsOf(answers), weightOfEach }));

describe('weighted NPS', () => {
  it('is the weighted mean of the answers one by one, with its standard error and effective answers', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const answers = all.flatMap((group) => group.answers.map((x) => ({ x, w: group.weightOfEach })));
        const W = total(answers.map(({ w }) => w));
        const m = total(answers.map(({ x, w }) => w * x)) / W;
        const variance = total(answers.map(({ x, w }) => (w / W) ** 2 * (x - m) ** 2));
        const result = weightedNps(asCounts(all));
        expect(result?.nps).toBeCloseTo(m * 100, 6);
        expect(result?.standardError).toBeCloseTo(Math.sqrt(variance) * 100, 6);
        expect(result?.effectiveAnswers).toBeCloseTo(W ** 2 / total(answers.map(({ w }) => w ** 2)), 6);
      }),
    );
  });

  it('is the plain NPS with the plain interval where all answers weigh the same', () => {
    fc.assert(
      fc.property(someCodes, someCodes, weight, (one, other, weightOfEach) => {
        const result = weightedNps([one, other].map((answers) => ({ ...countsOf(answers), weightOfEach })));
        const counts = countsOf([...one, ...other]);
        expect(result?.nps).toBeCloseTo(npsOf(counts) ?? NaN, 6);
        expect(result?.effectiveAnswers).toBeCloseTo(counts.rated, 6);
        expect(result?.interval.low).toBeCloseTo(npsInterval(counts)?.low ?? NaN, 6);
        expect(result?.interval.high).toBeCloseTo(npsInterval(counts)?.high ?? NaN, 6);
        expect(result?.margin).toBeCloseTo(npsMargin(counts) ?? NaN, 6);
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const [one, thousand] = [
          weightedNps(asCounts(all)),
          weightedNps(asCounts(all.map((g) => ({ ...g, weightOfEach: g.weightOfEach * 1000 })))),
        ];
        expect(thousand?.nps).toBeCloseTo(one?.nps ?? NaN, 6);
        expect(thousand?.margin).toBeCloseTo(one?.margin ?? NaN, 6);
      }),
    );
  });

  it('never has more effective answers than answers, and follows the heavy ones', () => {
    fc.assert(
      fc.property(groups, (all) => (weightedNps(asCounts(all))?.effectiveAnswers ?? 0) <= total(all.map((g) => g.answers.length)) + 1e-6),
    );
    const heavy = weightedNps([
      { promoters: 0, detractors: 1, rated: 1, weightOfEach: 99 },
      { promoters: 1, detractors: 0, rated: 1, weightOfEach: 1 },
    ]);
    expect(heavy?.nps).toBeCloseTo(-98);
    expect(heavy?.effectiveAnswers).toBeLessThan(1.03);
  });

  it('is nothing where nothing weighs', () => {
    expect(weightedNps([])).toBeNull();
    expect(weightedNps([{ promoters: 1, detractors: 0, rated: 1, weightOfEach: 0 }])).toBeNull();
    expect(weightedNps([{ promoters: 0, detractors: 0, rated: 0, weightOfEach: 5 }])).toBeNull();
  });
});
