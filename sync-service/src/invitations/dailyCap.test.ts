import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aboveCap, roomToday, startOfDay, type HeldClaim } from './dailyCap.ts';

test('given a time zone, when the day of the cap is asked for, then it began at midnight there, also on a day of 25 hours', () => {
  const now = new Date('2026-03-02T09:00:00.000Z');
  assert.equal(startOfDay(now, 'UTC'), '2026-03-02T00:00:00.000Z');
  assert.equal(startOfDay(now, 'Europe/Copenhagen'), '2026-03-01T23:00:00.000Z');
  assert.equal(startOfDay(now, 'Pacific/Kiritimati'), '2026-03-01T10:00:00.000Z');
  assert.equal(startOfDay(new Date('2026-10-25T22:30:00.000Z'), 'Europe/Copenhagen'), '2026-10-24T22:00:00.000Z');
});

test('given a cap or none, when room is asked for, then it is what is left and never negative', () => {
  assert.equal(roomToday(undefined, 5), Number.POSITIVE_INFINITY);
  assert.equal(roomToday(10, 4), 6);
  assert.equal(roomToday(10, 12), 0);
  assert.equal(roomToday(0, 0), 0);
});

test('given deployments that claim and count in any order, when each gives back what is above the cap, then no more than the cap is kept', () => {
  const claimers = fc.array(fc.record({ claims: fc.integer({ min: 0, max: 8 }), countsAfter: fc.integer({ min: 0, max: 5 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(claimers, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), (deployments, cap, sent) => {
      // Deployment i claims at time i; it counts after as many further deployments have claimed, too.
      const claims = deployments.map(({ claims: count }, index) =>
        Array.from({ length: count }, (_, number): HeldClaim => ({ id: `${index}-${number}`, surveyId: 's', at: index })),
      );
      const kept = deployments.flatMap(({ countsAfter }, index) => {
        const seen = claims.slice(0, index + 1 + countsAfter).flat();
        const ours = new Set((claims[index] ?? []).map(({ id }) => id));
        const above = aboveCap(ours, seen, new Map([['s', cap]]), new Map([['s', sent]]));
        return [...ours].filter((id) => !above.has(id));
      });
      assert.ok(kept.length <= Math.max(0, cap - sent));
      assert.equal(kept.length, Math.min(claims.flat().length, Math.max(0, cap - sent)), 'and none is wasted');
    }),
  );
});
