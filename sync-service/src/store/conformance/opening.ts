import type { TestContext } from 'node:test';
import type { Answer } from '../../answer.ts';
import type { Store } from '../store.ts';

/** Opens the store of one test; opening again finds what was stored. */
export type Opener = () => Promise<Store>;

/** How a test gets a store of its own; undefined when the test was skipped. */
export type OpenStore = (context: TestContext) => Promise<Opener | undefined>;

/** An answer with what a test cares about. */
export function answerOf(responseId: string, changes: Partial<Answer> = {}): Answer {
  const respondedAt = '2024-01-01T00:00:00.000Z';
  return { source: 'test', responseId, respondedAt, updatedAt: respondedAt, rating: 5, text: { comment: 'fine' }, ...changes };
}

/** Runs a test on an open store, and closes it. */
export function withStore(open: OpenStore, work: (store: Store, again: Opener) => Promise<void>): (context: TestContext) => Promise<void> {
  return async (context) => {
    const opener = await open(context);
    if (opener === undefined) return;
    const store = await opener();
    try {
      await work(store, opener);
    } finally {
      await store.close();
    }
  };
}
