import type { Config } from '../config/configSchema.ts';
import { orgSettingsOf } from '../config/salesforceSection.ts';
import { SetupError } from '../errors.ts';
import { silentProgress, type Progress } from '../progress/progress.ts';
import { pushAll, type Pushed } from '../pushAll.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { asStored } from '../sources/concealed.ts';
import { PlatformUnavailable } from '../sources/platformHttp.ts';
import { pulledId } from '../sources/pullJob.ts';
import { openStore } from '../store/openStore.ts';
import type { NewDelivery } from '../store/ports/deliveries.ts';
import type { Store } from '../store/store.ts';
import { serviceRuns } from '../whoRuns.ts';
import { exitCodeOfPush, pushedText } from './pushed.ts';
import { readDue } from './readDue.ts';
import { canBeAsked, openSources, sourceToPull, type PullSource } from './sources.ts';
import { momentOf } from './times.ts';
import { counted } from './words.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

export interface BackfillFlags extends CommonFlags {
  readonly since: string;
  readonly restart?: boolean;
}

interface Loaded {
  readonly source: string;
  readonly items: number;
  readonly pages: number;
  /** Of these items, those that were not known with the same content. */
  readonly fresh: number;
  /** It went on where an earlier run had stopped. */
  readonly resumed: boolean;
  readonly stopped?: string;
}

/** Loads the history of platforms, resumably, then pushes it. The position of the regular pulls stays as it is. */
export async function backfillCommand(names: readonly string[], flags: BackfillFlags, world: CommandWorld): Promise<number> {
  const since = momentOf(flags.since, '--since');
  const { config } = configOf(flags, world);
  const beside = await serviceRuns(config);
  const org = beside ? undefined : orgSettingsOf(config.salesforce, world.environment);
  const sources = sourcesFor(names, config);
  const progress = flags.json === true ? silentProgress : world.progress;
  const store = await openStore(config.store, beside ? {} : { role: 'backfill' });
  try {
    const loaded: Loaded[] = [];
    for (const source of sources) {
      if (flags.restart === true) await store.setSetting(placeOf(source.name, since), '');
      loaded.push(await load(store, source, since, world, progress));
    }
    if (org === undefined) {
      progress.stop();
      say(world, flags, { since, loaded, pushed: null }, () => text(since, loaded, undefined));
      return stopped(loaded) ? 1 : 0;
    }
    await readDue(store, openSources(config), config.inbox.readers, world.signal);
    const pushed = await pushAll({ store, client: new SalesforceClient(org), config, progress, signal: world.signal });
    progress.stop();
    say(world, flags, { since, loaded, pushed }, () => text(since, loaded, pushed));
    return stopped(loaded) ? 1 : exitCodeOfPush(pushed);
  } finally {
    progress.stop();
    await store.close();
  }
}

function sourcesFor(names: readonly string[], config: Config): readonly PullSource[] {
  if (names.length > 0) return names.map((name) => sourceToPull(config, name));
  const all = [...openSources(config).values()].filter(canBeAsked);
  if (all.length === 0)
    throw new SetupError('No configured source can be asked for its answers. Files are loaded with: customer-pulse import FILE');
  return all;
}

/** Under what the store remembers how far a backfill came; another --since is another backfill. */
function placeOf(source: string, since: string): string {
  return `backfill of ${source} since ${since.slice(0, 10)}`;
}

const ended = 'ended';

async function load(store: Store, source: PullSource, since: string, { signal }: CommandWorld, progress: Progress): Promise<Loaded> {
  const place = placeOf(source.name, since);
  const kept = await store.setting(place);
  const cursor = kept === undefined || kept === '' || kept === ended ? undefined : kept;
  const regular = await store.cursor(source.name);
  await store.defineSurveys(source.surveys);
  const known = { source: source.name, resumed: cursor !== undefined };
  let items = 0;
  let pages = 0;
  let fresh = 0;
  try {
    progress.start(`Asking ${source.name}`, 0);
    for await (const page of source.pull(cursor === undefined ? { since } : { cursor }, signal ?? new AbortController().signal)) {
      const receivedAt = new Date().toISOString();
      const deliveries = page.items.map((body): NewDelivery => ({
        source: source.name,
        via: 'pull',
        body,
        receivedAt,
        deliveryId: pulledId(body),
      }));
      const kept = await Promise.all(deliveries.map((delivery) => asStored(source, delivery)));
      const received = await store.receivePulled(source.name, kept, regular ?? page.cursor);
      await store.setSetting(place, page.cursor);
      items += page.items.length;
      fresh += received.filter((one) => one === 'new').length;
      pages += 1;
      if (signal?.aborted === true) return { ...known, items, pages, fresh, stopped: 'It was interrupted.' };
    }
    await store.setSetting(place, ended);
    return { ...known, items, pages, fresh };
  } catch (thrown) {
    if (!(thrown instanceof PlatformUnavailable)) throw thrown;
    return { ...known, items, pages, fresh, stopped: thrown.message };
  }
}

function stopped(loaded: readonly Loaded[]): boolean {
  return loaded.some((one) => one.stopped !== undefined);
}

function text(since: string, loaded: readonly Loaded[], pushed: Pushed | undefined): string {
  return [
    `Backfill since ${since.slice(0, 10)}`,
    ...loaded.map(
      ({ source, items, pages, fresh, resumed, stopped }) =>
        `  ${source}: ${counted(fresh, 'new delivery', 'new deliveries')} in ${counted(pages, 'page')}${items > fresh ? `; ${items - fresh} more were known` : ''}${resumed ? ', from where the last run stopped' : ''}${stopped === undefined ? '' : `; stopped: ${stopped} Run the same command again to go on.`}`,
    ),
    ...(pushed === undefined ? ['The running service reads and pushes them.'] : pushedText(pushed)),
  ].join('\n');
}
