import fc from 'fast-check';
import { addCounts, countsOfRatings, npsChange, npsInterval, npsMargin, npsOf, NO_ANSWERS } from 'c/npsMath';
import { codes, countsOf, mean, populationVariance, someCodes, withAdded } from 'jest-mocks/plainNps';

describe('NPS from counts', () => {
  it('is the share of promoters less the share of detractors, whatever the answers', () => {
    fc.assert(fc.property(someCodes, (answers) => expect(npsOf(countsOf(answers))).toBeCloseTo(mean(answers) * 100, 9)));
  });

  it('is nothing without a rated answer, and 0 where both are as many', () => {
    expect(npsOf(NO_ANSWERS)).toBeNull();
    expect(npsOf({ promoters: 3, detractors: 3, rated: 10 })).toBe(0);
  });

  it('takes 0 to 6 as detractors, 7 and 8 as neither, 9 and 10 as promoters', () => {
    expect(countsOfRatings([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual({ promoters: 2, detractors: 7, rated: 11 });
    expect(countsOfRatings([5])).toEqual({ promoters: 0, detractors: 5, rated: 5 });
    expect(countsOfRatings([])).toEqual(NO_ANSWERS);
  });

  it('adds groups as if their answers stood in one', () => {
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 6 }), (groups) => expect(addCounts(groups.map(countsOf))).toEqual(countsOf(groups.flat()))),
    );
  });
});

describe('the interval of an NPS', () => {
  it('is the plain one of the answers and three more, and holds the NPS itself', () => {
    fc.assert(
      fc.property(someCodes, (answers) => {
        const four = withAdded(answers);
        const half = 1.959964 * Math.sqrt(populationVariance(four) / (answers.length + 3));
        const interval = npsInterval(countsOf(answers));
        expect(interval?.low).toBeCloseTo(Math.min(mean(answers), Math.max(-1, mean(four) - half)) * 100, 8);
        expect(interval?.high).toBeCloseTo(Math.max(mean(answers), Math.min(1, mean(four) + half)) * 100, 8);
        expect(npsMargin(countsOf(answers))).toBeCloseTo(half * 100, 8);
      }),
    );
  });

  it('reaches to the figure where a few answers all agree', () => {
    expect(npsInterval({ promoters: 0, detractors: 1, rated: 1 })?.low).toBe(-100);
    expect(npsInterval({ promoters: 2, detractors: 0, rated: 2 })?.high).toBe(100);
  });

  it('has the margins of the literature at 50 % promoters, 30 % passives and 20 % detractors', () => {
    const margins = [10, 30, 100, 385].map((rated) => npsMargin({ promoters: rated / 2, detractors: rated / 5, rated }));
    expect(margins.map((margin) => Math.round(margin ?? 0))).toEqual([42, 27, 15, 8]);
  });

  it('never leaves the scale, has a width even where all agree, and is nothing without answers', () => {
    fc.assert(
      fc.property(someCodes, (answers) => {
        const { low, high } = npsInterval(countsOf(answers)) ?? { low: 0, high: 0 };
        return low >= -100 && high <= 100 && low < high;
      }),
    );
    expect(npsInterval(NO_ANSWERS)).toBeNull();
    expect(npsMargin(NO_ANSWERS)).toBeNull();
  });

  it.each([
    [10, 0.5, 0.2],
    [10, 0.8, 0.05],
    [30, 0.6, 0.1],
    [30, 0.34, 0.33],
    [60, 0.2, 0.5],
  ])('holds the true NPS in about 95 of 100 samples of %i answers (%f promoters, %f detractors)', (rated, p, d) => {
    const truth = (p - d) * 100;
    let covered = 0;
    for (let promoters = 0; promoters <= rated; promoters++) {
      for (let detractors = 0; detractors <= rated - promoters; detractors++) {
        const interval = npsInterval({ promoters, detractors, rated });
        if (interval && interval.low <= truth && truth <= interval.high) covered += probability(promoters, detractors, rated, p, d);
      }
    }
    expect(covered).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.985);
  });
});

describe('a change of an NPS', () => {
  it('is measured by the chance in both groups', () => {
    fc.assert(
      fc.property(someCodes, someCodes, (now, before) => {
        const [fourNow, fourBefore] = [withAdded(now), withAdded(before)];
        const chance = populationVariance(fourNow) / (now.length + 3) + populationVariance(fourBefore) / (before.length + 3);
        const z = (mean(fourNow) - mean(fourBefore)) / Math.sqrt(chance);
        const change = npsChange(countsOf(now), countsOf(before));
        expect(change?.z).toBeCloseTo(z, 8);
        expect(change?.isSound).toBe(Math.abs(z) > 1.959964);
        expect(change?.difference).toBeCloseTo((mean(now) - mean(before)) * 100, 8);
      }),
    );
  });

  it('turns round with the order of time', () => {
    fc.assert(
      fc.property(someCodes, someCodes, (one, other) => {
        const [there, back] = [npsChange(countsOf(one), countsOf(other)), npsChange(countsOf(other), countsOf(one))];
        expect(there?.difference).toBeCloseTo(-(back?.difference ?? NaN), 9);
        expect(there?.isSound).toBe(back?.isSound);
      }),
    );
  });

  it('calls 20 points noise with 20 answers a side, and sound with 500', () => {
    const now = (rated: number) => ({ promoters: rated * 0.5, detractors: rated * 0.2, rated });
    const before = (rated: number) => ({ promoters: rated * 0.4, detractors: rated * 0.3, rated });
    expect(npsChange(now(20), before(20))?.isSound).toBe(false);
    expect(npsChange(now(500), before(500))?.isSound).toBe(true);
  });

  it('is nothing where one side has no answers', () => {
    expect(npsChange(NO_ANSWERS, { promoters: 1, detractors: 0, rated: 1 })).toBeNull();
  });
});

/** Of a sample of so many promoters and detractors. */
function probability(promoters: number, detractors: number, rated: number, p: number, d: number): number {
  const passives = rated - promoters - detractors;
  const ways = logFactorial(rated) - logFactorial(promoters) - logFactorial(detractors) - logFactorial(passives);
  return Math.exp(ways + promoters * Math.log(p) + detractors * Math.log(d) + passives * Math.log(1 - p - d));
}

function logFactorial(number: number): number {
  let value = 0;
  for (let factor = 2; factor <= number; factor++) value += Math.log(factor);
  return value;
}
