import { orgSettingsOf } from '../config/salesforceSection.ts';
import { rematchNow, rematchText } from '../match/rematch/rematch.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { configOf, say, withStore, type CommandWorld, type CommonFlags } from './world.ts';

/** Looks up every unlinked answer again, now: after contacts were added, without waiting for the service's own turn. */
export async function rematchCommand(flags: CommonFlags, world: CommandWorld): Promise<number> {
  const { config } = configOf(flags, world);
  const client = new SalesforceClient(orgSettingsOf(config.salesforce, world.environment));
  const now = (): Date => new Date();
  const result = await withStore(flags, world, {}, (store) =>
    rematchNow({ client, store, settings: config.match, now }, world.signal ?? new AbortController().signal),
  );
  say(world, flags, result, () => rematchText(result));
  return 0;
}
