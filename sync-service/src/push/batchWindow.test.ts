import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BatchWindow } from './batchWindow.ts';

const times = fc.record({ window: fc.nat(600_000), now: fc.integer({ min: 1e12, max: 2e12 }), ago: fc.integer({ min: -1e9, max: 1e9 }) });

test('given an answer that was read at once, when its window ends is asked, then it is the window after it came in', () => {
  assert.equal(new BatchWindow(200).endOf(1_000, 1_020), 1_200);
  assert.equal(new BatchWindow(200).endOf(undefined, 1_020), 1_220);
});

test('given a backlog, when its window ends is asked, then only a moment of the window has passed: else each bit of it would be a call', () => {
  assert.equal(new BatchWindow(500).endOf(0, 60_000), 60_450);
});

test('given any window and any clock, then a window ends after three quarters of its time or more, and never later than its whole time', () => {
  fc.assert(
    fc.property(times, ({ window, now, ago }) => {
      const batch = new BatchWindow(window);
      const end = batch.endOf(now - ago, now);
      assert.ok(end - now >= window * 0.75 && end - now <= window, `${end - now} of ${window}`);
      assert.ok(batch.lookBefore(end) >= now + window / 2 && batch.lookBefore(end) <= end);
    }),
  );
});
