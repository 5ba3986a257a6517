import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derive } from './derived.ts';
import { Figures } from './figures.ts';
import { twoSidedChance, welch } from './welch.ts';

test("given published critical values of Student's t, then five in a hundred lie beyond them", () => {
  for (const [freedom, critical] of [
    [1, 12.7062],
    [2, 4.30265],
    [5, 2.57058],
    [10, 2.22814],
    [30, 2.04227],
    [120, 1.97993],
  ] as const) {
    assert.ok(Math.abs(twoSidedChance(critical, freedom) - 0.05) < 1e-5, `${freedom}: ${twoSidedChance(critical, freedom)}`);
  }
});

test('given two small samples, then t and the degrees of freedom are those of a calculation by hand', () => {
  // 9 10 8 10 and 6 7 5 8: means 9.25 and 6.5, variances 0.91667 and 1.66667.
  const result = welch({ count: 4, sum: 37, squares: 345 }, { count: 4, sum: 26, squares: 174 });
  assert.ok(result !== undefined);
  assert.ok(Math.abs(result.t - 3.4219) < 1e-3, String(result.t));
  assert.ok(Math.abs(result.freedom - 5.5336) < 1e-3, String(result.freedom));
});

test('given ratings that do not differ, then any change counts, and none does not', () => {
  const figures = (sum: number, prior: number): Figures => {
    const some = new Figures();
    for (const [name, value] of Object.entries({ RatingCount__c: 5, RatingSum__c: sum, RatingSquareSum__c: (sum * sum) / 5 }))
      some.add(name, value);
    for (const [name, value] of Object.entries({ RatingCount__c: 5, RatingSum__c: prior, RatingSquareSum__c: (prior * prior) / 5 })) {
      some.add(`Prior${name}`, value);
    }
    return some;
  };
  const limits = { target: 9, yellowFrom: 7, minAnswers: 5 };
  assert.equal(derive(figures(50, 45), limits).TrendIsSound__c, true);
  assert.equal(derive(figures(45, 45), limits).TrendIsSound__c, false);
  assert.equal(derive(figures(50, 45), { ...limits, minAnswers: 6 }).TrendIsSound__c, false);
});
