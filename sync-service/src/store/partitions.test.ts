import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEverything, partitionOf } from './partitions.ts';

test('keys that look alike are spread evenly over the partitions', () => {
  const counts = new Array<number>(64).fill(0);
  for (let id = 0; id < 64_000; id++) {
    const partition = partitionOf(`A:001000000000${String(id).padStart(6, '0')}`);
    counts[partition] = (counts[partition] ?? 0) + 1;
  }
  assert.ok(Math.min(...counts) > 800 && Math.max(...counts) < 1_200, `between ${Math.min(...counts)} and ${Math.max(...counts)}`);
});

test('a key stays in its partition for ever, since that is stored', () => {
  assert.deepEqual(['', 'A:001000000000001AAA', 'csv:answer 1', 'å😀'].map(partitionOf), [11, 24, 41, 59]);
});

test('a scope leaves nothing out when it has every partition', () => {
  assert.ok(isEverything('all'));
  assert.ok(isEverything(new Set(Array.from({ length: 64 }, (_none, partition) => partition))));
  assert.ok(!isEverything(new Set([1])));
});
