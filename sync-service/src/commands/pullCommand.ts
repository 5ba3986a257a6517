import type { Config } from '../config/configSchema.ts';
import { orgSettingsOf } from '../config/salesforceSection.ts';
import { asError } from '../errors.ts';
import { silentProgress } from '../progress/progress.ts';
import { pushAll, type Pushed } from '../pushAll.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { PlatformUnavailable } from '../sources/platformHttp.ts';
import { pullSource, type Pulled } from '../sources/pullJob.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { exitCodeOfPush, pushedText } from './pushed.ts';
import { readDue } from './readDue.ts';
import { whoRuns } from '../whoRuns.ts';
import { whatNext } from './whatNext.ts';
import { openSources, sourceToPull, type PullSource } from './sources.ts';
import { momentOf } from './times.ts';
import { counted } from './words.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

export interface PullFlags extends CommonFlags {
  readonly since?: string;
}

export interface PullReport extends Pulled {
  readonly source: string;
  /** Why it ended early. */
  readonly stopped?: string;
  /** Who brings the answers into the org, where this command did not. */
  readonly leftTo?: readonly string[];
  readonly pushed?: Pushed;
}

/**
 * Brings in what a platform has, and pushes it. Beside a running service it only stores: the service reads and pushes.
 * @throws PulseError when the source is not known or cannot be asked
 */
export async function pullCommand(name: string, flags: PullFlags, world: CommandWorld): Promise<number> {
  const { config } = configOf(flags, world);
  const since = flags.since === undefined ? undefined : momentOf(flags.since, '--since');
  const report = await pull(sourceToPull(config, name), since, config, flags, world);
  say(world, flags, report, () => reportText(report));
  if (report.stopped !== undefined) return 1;
  return report.pushed === undefined ? 0 : exitCodeOfPush(report.pushed);
}

async function pull(
  source: PullSource,
  since: string | undefined,
  config: Config,
  flags: CommonFlags,
  world: CommandWorld,
): Promise<PullReport> {
  const progress = flags.json === true ? silentProgress : world.progress;
  const beside = await openStore(config.store);
  const running = await whoRuns(config, beside);
  const org = running.length > 0 ? undefined : orgSettingsOf(config.salesforce, world.environment);
  if (org === undefined) {
    try {
      return { ...(await pullInto(beside, source, since, world)), leftTo: running };
    } finally {
      await beside.close();
    }
  }
  await beside.close();
  const store = await openStore(config.store, { role: 'pull' });
  try {
    const pulled = await pullInto(store, source, since, world);
    await readDue(store, openSources(config), config.inbox.readers, world.signal);
    const pushed = await pushAll({ store, client: new SalesforceClient(org), config, progress, signal: world.signal });
    return { ...pulled, pushed };
  } finally {
    progress.stop();
    await store.close();
  }
}

/** Surveys that the configuration knows are remembered, for when they have to be made in the org. */
async function pullInto(store: Store, source: PullSource, since: string | undefined, world: CommandWorld): Promise<PullReport> {
  await store.defineSurveys(source.surveys);
  let pulled: Pulled = { pages: 0, items: 0, fresh: 0 };
  try {
    await pullSource({
      ...{ source, store, telemetry: silentTelemetry, now: () => new Date() },
      signal: world.signal ?? new AbortController().signal,
      onPage: (now) => (pulled = now),
      ...(since === undefined ? {} : { since }),
    });
    return { source: source.name, ...pulled };
  } catch (thrown) {
    if (!(thrown instanceof PlatformUnavailable)) throw thrown;
    return { source: source.name, ...pulled, stopped: asError(thrown).message };
  }
}

function reportText(report: PullReport): string {
  return [
    `Pull of ${report.source}`,
    `  stored        ${counted(report.fresh, 'delivery', 'deliveries')} in ${counted(report.pages, 'page')}${report.items > report.fresh ? `; ${report.items - report.fresh} more were known` : ''}`,
    ...(report.pushed === undefined ? [] : pushedText(report.pushed)),
    ...(report.leftTo === undefined ? [] : [whatNext(report.leftTo)]),
    ...(report.stopped === undefined
      ? []
      : [`Stopped: ${report.stopped} What came before is stored; run the same command again to go on.`]),
  ].join('\n');
}
