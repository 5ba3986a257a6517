import { orgIsConfigured, orgSettingsOf } from '../config/salesforceSection.ts';
import { serve } from '../serve/serve.ts';
import { configOf, type CommandWorld, type CommonFlags } from './world.ts';

export interface ServeFlags extends CommonFlags {
  readonly port?: number;
}

/** Runs the service until it is asked to stop. Without an org it takes answers in and keeps them until one is configured. */
export async function serveCommand(flags: ServeFlags, world: CommandWorld): Promise<number> {
  const { environment, print } = world;
  const { config } = configOf(flags, world);
  const { salesforce, serve: page, ...sections } = config;
  const org = orgIsConfigured(salesforce, environment) ? orgSettingsOf(salesforce, environment) : undefined;
  await serve({ ...sections, org, serve: flags.port === undefined ? page : { ...page, port: flags.port } }, { environment, print });
  return 0;
}
