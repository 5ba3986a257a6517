import { existsSync } from 'node:fs';
import path from 'node:path';
import { orgEnvironment, orgSettingsOf } from '../config/salesforceSection.ts';
import type { Config } from '../config/configSchema.ts';
import { silentProgress } from '../progress/progress.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { openStore } from '../store/openStore.ts';
import { reportText } from '../verify/reportText.ts';
import { compareStore, exitCodeOfStore, type StoreReport } from '../verify/storeAgainstOrg.ts';
import { storeReportText } from '../verify/storeReportText.ts';
import { exitCodeOfCheck, verify, type CheckReport } from '../verify/verify.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

export interface VerifyFlags extends CommonFlags {
  readonly account?: string;
  readonly write: boolean;
  readonly figuresOnly?: boolean;
  readonly storeOnly?: boolean;
}

/** Compares the figures of the org with its answers, and its answers with those of the store. @returns 1 when either differs */
export async function verifyCommand(flags: VerifyFlags, world: CommandWorld): Promise<number> {
  const { config } = configOf(flags, world);
  const figures = flags.storeOnly === true ? undefined : await checkFigures(flags, config, world);
  const store = flags.figuresOnly === true || flags.account !== undefined ? undefined : await checkStore(flags, config, world);
  const report = store === undefined ? figures : figures === undefined ? { store } : { ...figures, store };
  say(world, flags, report, () =>
    [
      ...(figures === undefined ? [] : [reportText(figures)]),
      ...(store === undefined ? [] : [storeReportText(store)]),
      ...(store === undefined && flags.storeOnly === true ? ['There is no store here yet: nothing to compare with.'] : []),
    ].join('\n\n'),
  );
  const differs = (figures !== undefined && exitCodeOfCheck(figures) !== 0) || (store !== undefined && exitCodeOfStore(store) !== 0);
  return differs ? 1 : 0;
}

async function checkFigures({ account, write }: VerifyFlags, config: Config, world: CommandWorld): Promise<CheckReport> {
  const environment = orgEnvironment(config.salesforce, world.environment);
  return verify({ write, environment, ...(account === undefined ? {} : { account }) });
}

/** @returns undefined where there is no store yet */
async function checkStore(flags: VerifyFlags, config: Config, world: CommandWorld): Promise<StoreReport | undefined> {
  if (config.store.databaseUrl === undefined && !existsSync(path.join(config.store.data, 'store.sqlite'))) return undefined;
  const progress = flags.json === true ? silentProgress : world.progress;
  const store = await openStore(config.store, { readOnly: true });
  try {
    const { pushed } = await store.counts();
    progress.start('Comparing the store with the org', pushed);
    const client = new SalesforceClient(orgSettingsOf(config.salesforce, world.environment));
    return await compareStore(store, client, (compared) => progress.update(compared));
  } finally {
    progress.stop();
    await store.close();
  }
}
