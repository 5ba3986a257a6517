import type { Config } from './config/configSchema.ts';
import { dataFolderHolder } from './store/dataFolderLock.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/store.ts';

/** A worker that gave no sign for so long is taken for dead. */
const silentMs = 60_000;

/** Who works on the store now, in words: the process that has the data folder, or the workers that share the database. Empty: nobody. */
export async function whoRuns(config: Config, store: Pick<Store, 'workers'>, now: Date = new Date()): Promise<readonly string[]> {
  if (config.store.databaseUrl === undefined) {
    const holder = dataFolderHolder(config.store.data);
    return holder === undefined ? [] : [holder];
  }
  const workers = await store.workers();
  return workers.filter(({ seenAt }) => now.getTime() - Date.parse(seenAt) < silentMs).map(({ worker }) => `worker ${worker}`);
}

/** Whether a service works on the store: it reads and pushes what others put there. Asked before anything is locked. */
export async function serviceRuns(config: Config): Promise<boolean> {
  if (config.store.databaseUrl === undefined) return dataFolderHolder(config.store.data)?.startsWith('serve') ?? false;
  const store = await openStore(config.store);
  try {
    return (await whoRuns(config, store)).length > 0;
  } finally {
    await store.close();
  }
}
