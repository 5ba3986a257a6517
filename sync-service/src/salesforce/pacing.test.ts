import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { usageOf } from './attempt.ts';
import { OrgUnavailable } from './errors.ts';
import { Pacer, paceFor } from './pacing.ts';

test('half of what the service may use is used as fast as it can; the rest is spread; what is kept for others is left', () => {
  assert.deepEqual(paceFor({ used: 0, limit: 15_000 }, 0.2), { kind: 'go', spacingMs: 0 });
  assert.deepEqual(paceFor({ used: 5_999, limit: 15_000 }, 0.2), { kind: 'go', spacingMs: 0 });
  assert.deepEqual(paceFor({ used: 11_000, limit: 15_000 }, 0.2), { kind: 'go', spacingMs: 3_600 });
  assert.deepEqual(paceFor({ used: 12_000, limit: 15_000 }, 0.2), { kind: 'stop' });
});

test('the more is used, the slower it goes, and never past the reserve', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 0.9, noNaN: true }), fc.nat(), (limit, reserve, nat) => {
      const used = nat % (limit + 1);
      const [now, later] = [paceFor({ used, limit }, reserve), paceFor({ used: used + 1, limit }, reserve)];
      assert.equal(now.kind === 'stop', used >= Math.floor(limit * (1 - reserve)));
      if (now.kind === 'go' && later.kind === 'go') assert.ok(later.spacingMs >= now.spacingMs);
    }),
  );
});

test('calls that wait together get turns one after the other; an old reading lets one call through', () => {
  let now = 1_000_000;
  const pacer = new Pacer(0.2, () => now);
  assert.deepEqual([pacer.takeTurn(), pacer.takeTurn()], [0, 0], 'nothing is known yet');
  pacer.note({ used: 11_000, limit: 15_000 });
  assert.deepEqual([pacer.takeTurn(), pacer.takeTurn(), pacer.takeTurn()], [0, 3_600, 7_200]);
  pacer.note({ used: 13_000, limit: 15_000 });
  assert.throws(
    () => pacer.takeTurn(),
    (thrown) => thrown instanceof OrgUnavailable && /2000 of its 15000 API calls a day left, and 20 %/.test(thrown.message),
  );
  now += 600_001;
  assert.equal(pacer.takeTurn(), 0);
  assert.throws(() => pacer.takeTurn(), OrgUnavailable);
  pacer.note({ used: 10, limit: 15_000 });
  assert.equal(pacer.takeTurn(), Math.max(0, 1_010_800 - now));
});

test('the count is read from its header, which may name other counts too', () => {
  assert.deepEqual(usageOf('api-usage=18/15000'), { used: 18, limit: 15_000 });
  assert.deepEqual(usageOf('api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)'), { used: 25, limit: 5_000 });
  assert.equal(usageOf('nonsense'), undefined);
});
