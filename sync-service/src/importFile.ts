import { loadConfig } from './config/loadConfig.ts';
import { orgSettingsOf } from './config/salesforceSection.ts';
import { PulseError } from './errors.ts';
import type { FileFormat } from './files/answerFile.ts';
import { readAnswers } from './files/readAnswers.ts';
import { RejectedFile } from './inbox/rejectedFile.ts';
import { readMapping, type Mapping } from './mapping/mappingSchema.ts';
import type { Progress } from './progress/progress.ts';
import { pushAll } from './pushAll.ts';
import { SalesforceClient, type ClientOptions } from './salesforce/client.ts';
import { openStore } from './store/openStore.ts';
import type { ImportSummary } from './summary/importSummary.ts';
import { serviceRuns } from './whoRuns.ts';

/** What to import and with what. */
export interface ImportOptions {
  readonly file: string;
  /** Path of a mapping; without one the file has the canonical columns. */
  readonly mapping?: string | undefined;
  /** What the file is written in; without it its name tells. */
  readonly format?: FileFormat | undefined;
  /** Reads and maps only: nothing is stored, sent or written. */
  readonly dryRun?: boolean | undefined;
  /** Stores only: a running service, or a later push, brings the answers into the org. So it is beside a running service in any case. */
  readonly storeOnly?: boolean | undefined;
  /** Path of the configuration; see `loadConfig`. */
  readonly config?: string | undefined;
  /** Folder of the store; goes before the configuration. */
  readonly data?: string | undefined;
  readonly environment?: NodeJS.ProcessEnv;
  readonly progress?: Progress;
  readonly client?: ClientOptions;
}

const again = 'Everything read so far is stored; run the same command again to go on.';

/**
 * Brings the answers of a file into the org: read, stored, matched, pushed. Running it again after it was cut short, by whatever,
 * ends in the same state as one undisturbed run.
 * @throws PulseError when nothing could be done; an import that was cut short says so in `stopped`
 */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const started = performance.now();
  const { file, format, progress, environment = process.env } = options;
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  if (options.dryRun === true) return dryRun(options, mapping, started);

  const { config } = loadConfig({ file: options.config, data: options.data, environment, withoutSecrets: options.storeOnly === true });
  const storeOnly = options.storeOnly === true || (await serviceRuns(config));
  const org = storeOnly ? undefined : orgSettingsOf(config.salesforce, environment);
  const store = await openStore(config.store, storeOnly ? {} : { role: 'import' });
  try {
    const reading = await readAnswers({ file, format, mapping, store, progress, rejects: new RejectedFile(file, config.store.data) });
    if (org === undefined)
      return { ...reading, ...nothingPushed, waiting: (await store.counts()).waiting, storeOnly: true, ...ending(started) };
    const client = new SalesforceClient(org, options.client);
    const pushed = await pushAll({ store, client, config, timing: options.client, ...(progress === undefined ? {} : { progress }) });
    const { kept, stopped: pushStopped, ...pushing } = pushed;
    const unchanged = reading.unchanged + kept;
    const stopped = [reading.stopped, pushStopped === undefined ? undefined : `${pushStopped} ${again}`].filter((why) => why !== undefined);
    return { ...reading, ...pushing, unchanged, ...(stopped.length === 0 ? {} : { stopped: stopped.join(' ') }), ...ending(started) };
  } finally {
    progress?.stop();
    await store.close();
  }
}

const nothingPushed = { created: 0, updated: 0, deadLetters: 0, parked: 0, refusals: [], waiting: 0, apiCalls: 0 };

async function dryRun({ file, format, progress }: ImportOptions, mapping: Mapping | undefined, started: number): Promise<ImportSummary> {
  const reading = await readAnswers({ file, format, mapping, progress });
  progress?.stop();
  return { ...reading, ...nothingPushed, ...ending(started), dryRun: true };
}

function ending(started: number): { readonly dryRun: boolean; readonly seconds: number } {
  return { dryRun: false, seconds: Math.round(performance.now() - started) / 1000 };
}

export { PulseError };
export type { ImportSummary } from './summary/importSummary.ts';
