import { whoRuns } from '../whoRuns.ts';
import { whatNext } from './whatNext.ts';
import { momentOf } from './times.ts';
import { say, withStore, type CommandWorld, type CommonFlags } from './world.ts';
import { counted } from './words.ts';

export interface ReplayFlags extends CommonFlags {
  readonly since: string;
  readonly source?: string;
}

/** Marks every answer since a moment to be pushed again: after a restore of the org from a backup, or a correction there. */
export async function replayCommand(flags: ReplayFlags, world: CommandWorld): Promise<number> {
  const since = momentOf(flags.since, '--since');
  const { again, running } = await withStore(flags, world, {}, async (store, { config }) => ({
    again: await store.pushAgain(since, flags.source),
    running: await whoRuns(config, store),
  }));
  say(world, flags, { since, again, running }, () =>
    `${counted(again, 'answer')} since ${since} ${again === 1 ? 'is' : 'are'} pushed again. ${again === 0 ? '' : whatNext(running)}`.trimEnd(),
  );
  return 0;
}
