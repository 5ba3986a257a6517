import type { Config } from '../config/configSchema.ts';
import { dataFolderHolder } from '../store/dataFolderLock.ts';
import type { Store } from '../store/store.ts';

/** A worker that gave no sign for so long is taken for dead. */
const silentMs = 120_000;

/** Who works on the store now, in words: the process that has the data folder, or the workers that share the database. Empty: nobody. */
export async function whoRuns(config: Config, store: Pick<Store, 'workers'>, now: Date = new Date()): Promise<readonly string[]> {
  if (config.store.databaseUrl === undefined) {
    const holder = dataFolderHolder(config.store.data);
    return holder === undefined ? [] : [holder];
  }
  const workers = await store.workers();
  return workers.filter(({ seenAt }) => now.getTime() - Date.parse(seenAt) < silentMs).map(({ worker }) => `worker ${worker}`);
}

/** What happens next with what was put into the store. */
export function whatNext(running: readonly string[]): string {
  return running.length === 0
    ? 'Nothing is running: bring them into Salesforce with customer-pulse push, or start customer-pulse serve.'
    : `The running service (${running.join('; ')}) goes on with them.`;
}
