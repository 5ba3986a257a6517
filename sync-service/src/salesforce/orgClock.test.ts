import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgClock } from './orgClock.ts';

const ours = Date.parse('2026-03-02T09:00:00.400Z');

test('given an org whose clock agrees within what a header can say, when it is asked, then our time stands', () => {
  const clock = new OrgClock(() => ours);
  clock.note('Mon, 02 Mar 2026 09:00:02 GMT');
  assert.equal(clock.now().toISOString(), '2026-03-02T09:00:00.400Z');
  assert.equal(clock.aheadMs, 0);
});

test('given an org three days ahead, when it is asked, then its time stands, until a reply says otherwise', () => {
  const clock = new OrgClock(() => ours);
  clock.note('Thu, 05 Mar 2026 09:00:00 GMT');
  assert.equal(clock.now().toISOString(), '2026-03-05T09:00:00.500Z');
  clock.note(undefined);
  clock.note('nonsense');
  assert.equal(clock.now().toISOString(), '2026-03-05T09:00:00.500Z');
  clock.note('Mon, 02 Mar 2026 09:00:00 GMT');
  assert.equal(clock.now().toISOString(), '2026-03-02T09:00:00.400Z');
});
