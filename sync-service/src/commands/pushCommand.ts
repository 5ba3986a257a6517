import { orgSettingsOf } from '../config/salesforceSection.ts';
import { SetupError } from '../errors.ts';
import { silentProgress } from '../progress/progress.ts';
import { pushAll } from '../pushAll.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { openSources } from './sources.ts';
import { openStore } from '../store/openStore.ts';
import { serviceRuns } from '../whoRuns.ts';
import { exitCodeOfPush, pushedText } from './pushed.ts';
import { readDue } from './readDue.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

/** Reads and pushes whatever waits in the store, then ends: for cron, or where no service runs. */
export async function pushCommand(flags: CommonFlags, world: CommandWorld): Promise<number> {
  const { config } = configOf(flags, world);
  const org = orgSettingsOf(config.salesforce, world.environment);
  const progress = flags.json === true ? silentProgress : world.progress;
  const { signal } = world;
  if (config.store.databaseUrl !== undefined && (await serviceRuns(config)))
    throw new SetupError('Workers run on this store and push by themselves. See: customer-pulse status');
  const store = await openStore(config.store, { role: 'push' });
  try {
    await store.unpark();
    await readDue(store, openSources(config), config.inbox.readers, signal);
    const pushed = await pushAll({ store, client: new SalesforceClient(org), config, progress, signal });
    progress.stop();
    say(world, flags, pushed, () => ['Push of everything that waited', ...pushedText(pushed)].join('\n'));
    return exitCodeOfPush(pushed);
  } finally {
    progress.stop();
    await store.close();
  }
}
