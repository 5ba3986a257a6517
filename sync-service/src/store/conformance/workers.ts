import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withStore, type OpenStore } from './opening.ts';

/** What every store does for a single worker; what several do to each other is tested where they can be several. */
export function workersConformance(name: string, open: OpenStore): void {
  test(
    `${name}: a worker alone holds every partition, is listed, and gives everything back`,
    withStore(open, async (store) => {
      assert.equal((await store.holdPartitions('one', 20_000)).size, 64);
      assert.equal((await store.holdPartitions('one', 20_000)).size, 64);
      const [worker, ...others] = await store.workers();
      assert.deepEqual([worker?.worker, worker?.partitions, others], ['one', 64, []]);
      await store.releasePartitions('one');
      assert.deepEqual(await store.workers(), []);
    }),
  );
}
