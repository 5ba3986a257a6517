import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openTestOrg } from '../../local-org/src/flow/testing/testOrg.ts';
import { readPackageSource } from '../../local-org/src/metadata/packageSource.ts';
import { twoSidedChance, welch, type Sample } from '../../sync-service/src/verify/welch.ts';

// The formula fields of the package against an independent computation: Welch's test over a grid of samples.
const source = await readPackageSource(join(import.meta.dirname, '../../force-app/main/default'));

/** Ratings of a window: how many, around which, how far apart. */
const windows: readonly Sample[] = [2, 3, 4, 5, 6, 8, 12, 20, 40, 150, 2000].flatMap((count) =>
  [3, 7, 8, 9].flatMap((middle) => [0, 1, 2, 3].map((spread) => sampleOf(count, middle, spread))),
);
const pairs = windows.flatMap((now, index) =>
  [1, 5, 7, 13, 29].map((step) => [now, windows[(index * step + step) % windows.length]] as const),
);

test("given samples of many sizes and spreads, then t, degrees of freedom, critical t and verdict are those of Welch's test", () => {
  const org = openTestOrg(source);
  const results = org.insert('AccountPulse__c', ...pairs.map((_, index) => ({ Key__c: `grid:${index}`, MinAnswers__c: 2 })));
  const store = org.database.prepare(
    'UPDATE "AccountPulse__c" SET "RatingCount__c" = ?, "RatingSum__c" = ?, "RatingSquareSum__c" = ?, "PriorRatingCount__c" = ?, "PriorRatingSum__c" = ?, "PriorRatingSquareSum__c" = ? WHERE "Id" = ?',
  );
  for (const [index, [now, before]] of pairs.entries()) {
    const result = results[index];
    if (result?.success !== true || before === undefined) throw new Error('The pulse was not made');
    store.run(...[now, before].flatMap(({ count, sum, squares }) => [count, sum, squares]), result.id);
  }
  const rows = new Map(
    org
      .rows('SELECT Key__c, RatingCount__c, TrendT__c, TrendFreedom__c, TrendCritical__c, TrendIsSound__c FROM AccountPulse__c')
      .map((row) => [row['Key__c'], row]),
  );
  let tested = 0;
  for (const [index, [now, before]] of pairs.entries()) {
    const row = rows.get(`grid:${index}`);
    if (row === undefined || before === undefined) throw new Error('The pulse is gone');
    assert.equal(row['RatingCount__c'], now.count);
    const expected = welch(now, before);
    if (expected === undefined) {
      assert.deepEqual([row['TrendT__c'], row['TrendFreedom__c'], row['TrendCritical__c']], [null, null, null]);
      assert.equal(row['TrendIsSound__c'], now.sum * before.count !== before.sum * now.count);
      continue;
    }
    tested += 1;
    const [t, freedom, critical] = [row['TrendT__c'], row['TrendFreedom__c'], row['TrendCritical__c']].map(Number);
    if (t === undefined || freedom === undefined || critical === undefined) throw new Error('blank');
    assert.ok(Math.abs(t - expected.t) < 0.0001 + Math.abs(expected.t) * 1e-6, `t ${t}, not ${expected.t}`);
    assert.ok(Math.abs(freedom - expected.freedom) < 0.0001 + expected.freedom * 1e-6, `${freedom}, not ${expected.freedom}`);
    // The critical value is right to 0.05 %: the chance beyond it is 5 %, to 0.03 points.
    assert.ok(Math.abs(twoSidedChance(critical, expected.freedom) - 0.05) < 0.0003, `critical ${critical} at ${expected.freedom}`);
    const chance = twoSidedChance(expected.t, expected.freedom);
    if (Math.abs(chance - 0.05) > 0.0003) assert.equal(row['TrendIsSound__c'], chance < 0.05);
  }
  assert.ok(tested > 500, String(tested));
  org.close();
});

/** Half of the ratings above the middle, half below, the odd one on it. */
function sampleOf(count: number, middle: number, spread: number): Sample {
  const half = Math.floor(count / 2);
  const odd = count % 2;
  const [high, low] = [Math.min(middle + spread, 10), Math.max(middle - spread, 0)];
  return {
    count,
    sum: half * (high + low) + odd * middle,
    squares: half * (high * high + low * low) + odd * middle * middle,
  };
}
