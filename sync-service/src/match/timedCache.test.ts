import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimedCache } from './timedCache.ts';

test('given a value, when its time is over, then it is not believed any more', () => {
  let now = 0;
  const cache = new TimedCache<string>(10, () => now);
  cache.set('a', 'one', 100);
  now = 99;
  assert.deepEqual(cache.get('a')?.value, 'one');
  now = 100;
  assert.equal(cache.get('a'), undefined);
  assert.equal(cache.size, 0);
});

test('given more values than fit, when another comes, then the oldest goes', () => {
  const cache = new TimedCache<number>(3, () => 0);
  for (let value = 0; value < 10; value++) cache.set(String(value), value, 1_000);
  assert.equal(cache.size, 3);
  assert.deepEqual(
    ['6', '7', '8', '9'].map((key) => cache.get(key)?.value),
    [undefined, 7, 8, 9],
  );
});

test('given no time at all, when a value is set, then it is not kept, and what was there is gone', () => {
  const cache = new TimedCache<number>(3, () => 0);
  cache.set('a', 1, 10);
  cache.set('a', 2, 0);
  assert.equal(cache.get('a'), undefined);
});
