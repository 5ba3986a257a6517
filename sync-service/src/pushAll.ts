import { hostname } from 'node:os';
import type { Config } from './config/configSchema.ts';
import { OrgLookup } from './match/orgLookup.ts';
import { silentProgress, type Progress } from './progress/progress.ts';
import { noCounts } from './push/pushCounts.ts';
import { Pusher } from './push/pusher.ts';
import type { ClientOptions, SalesforceClient } from './salesforce/client.ts';
import { OrgUnavailable } from './salesforce/errors.ts';
import type { Store } from './store/store.ts';
import type { ImportSummary } from './summary/importSummary.ts';
import { silentTelemetry } from './telemetry/telemetry.ts';

export interface PushAll {
  readonly store: Store;
  readonly client: SalesforceClient;
  readonly config: Pick<Config, 'match' | 'push' | 'fields'>;
  readonly progress?: Progress;
  /** For tests: time and chance. */
  readonly timing?: ClientOptions | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a push came to, and how the store stands after it. */
export type Pushed = Pick<ImportSummary, 'created' | 'updated' | 'refusals' | 'waiting' | 'deadLetters' | 'parked' | 'apiCalls'> &
  Partial<Pick<ImportSummary, 'stopped'>> & {
    /** Left alone, since the org has a newer version. */
    readonly kept: number;
  };

/** Pushes everything that waits, for commands that end. An org that takes nothing more is told in `stopped`. */
export async function pushAll({ store, client, config, progress = silentProgress, timing = {}, signal }: PushAll): Promise<Pushed> {
  const counts = noCounts();
  const toPush = (await store.counts()).waiting;
  let done = 0;
  let stopped: string | undefined;
  try {
    if (toPush > 0) {
      progress.start('Pushing', toPush);
      const { wait, backoff } = timing;
      const pusher = new Pusher({
        ...{ store, client, lookup: new OrgLookup(client, config.match), telemetry: silentTelemetry },
        ...{ settings: config.push, fields: config.fields, worker: `${hostname()}:${process.pid}`, scope: () => 'all' },
        ...(wait === undefined ? {} : { wait }),
        ...(backoff === undefined ? {} : { backoff }),
      });
      const advance = (answers: number): void => progress.update((done += answers));
      await pusher.drain({ counts, advance, ...(signal === undefined ? {} : { signal }) });
    }
  } catch (thrown) {
    if (!(thrown instanceof OrgUnavailable)) throw thrown;
    stopped = thrown.message;
  }
  const refusals = await store.refusals(10);
  const { waiting, dead: deadLetters, parked } = await store.counts();
  return { ...counts, refusals, waiting, deadLetters, parked, apiCalls: client.calls, ...(stopped === undefined ? {} : { stopped }) };
}
