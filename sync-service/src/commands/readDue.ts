import { ReaderLoop, type ReaderParts } from '../inbox/readerLoop.ts';
import type { Source } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';

/**
 * Reads every stored delivery that is due, for commands that end. What a platform does not answer now stays stored and is tried again later.
 */
export async function readDue(store: Store, sources: ReadonlyMap<string, Source>, readers: number, signal?: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const looking: ReaderParts['store'] = {
    ...store,
    async toRead(scope, now, limit, except = []) {
      const page = await store.toRead(scope, now, limit, except);
      // Nothing is due and nothing is being read: this was the last look.
      if (page.length === 0 && except.length === 0) ended.abort();
      return page;
    },
  };
  const loop = new ReaderLoop({
    ...{ store: looking, sources, readers, telemetry: silentTelemetry },
    ...{ scope: () => 'all', pollMs: 20, accepted: () => undefined },
  });
  await loop.run(signal === undefined ? ended.signal : AbortSignal.any([ended.signal, signal]));
}
