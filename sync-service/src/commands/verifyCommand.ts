import { orgEnvironment } from '../config/salesforceSection.ts';
import { reportText } from '../verify/reportText.ts';
import { exitCodeOfCheck, verify } from '../verify/verify.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

export interface VerifyFlags extends CommonFlags {
  readonly account?: string;
  readonly write: boolean;
}

export async function verifyCommand(flags: VerifyFlags, world: CommandWorld): Promise<number> {
  const { config } = configOf(flags, world);
  const { account, write } = flags;
  const environment = orgEnvironment(config.salesforce, world.environment);
  const report = await verify({ write, environment, ...(account === undefined ? {} : { account }) });
  say(world, flags, report, () => reportText(report));
  return exitCodeOfCheck(report);
}
