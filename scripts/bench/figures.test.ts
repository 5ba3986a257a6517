import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile } from './figures';

test('given a hundred values, the 95th percentile is the 95th smallest', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(percentile(values, 0.95), 95);
  assert.equal(percentile(values, 0.5), 50);
});

test('given one value, it is every percentile', () => {
  assert.equal(percentile([7], 0.95), 7);
  assert.equal(percentile([7], 0), 7);
});
