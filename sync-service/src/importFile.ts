import { readOrgSettings, type OrgSettings } from './salesforce/orgSettings.ts';
import { PulseError } from './errors.ts';
import type { FileFormat } from './files/answerFile.ts';
import { readAnswers } from './files/readAnswers.ts';
import { RejectedFile } from './inbox/rejectedFile.ts';
import { readMapping, type Mapping } from './mapping/mappingSchema.ts';
import { silentProgress, type Progress } from './progress/progress.ts';
import { pushWaiting, type PushCounts } from './push/pushWaiting.ts';
import { SalesforceClient, type ClientOptions } from './salesforce/client.ts';
import { OrgUnavailable } from './salesforce/errors.ts';
import { dataFolder } from './store/dataFolder.ts';
import { lockDataFolder } from './store/dataFolderLock.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';
import type { Store } from './store/store.ts';
import { bindToOrg } from './store/orgBinding.ts';
import type { ImportSummary } from './summary/importSummary.ts';

/** What to import and with what. */
export interface ImportOptions {
  readonly file: string;
  /** Path of a mapping; without one the file has the canonical columns. */
  readonly mapping?: string;
  /** What the file is written in; without it its name tells. */
  readonly format?: FileFormat;
  /** Reads and maps only: nothing is stored, sent or written. */
  readonly dryRun?: boolean;
  /** Folder of the store; see `dataFolder`. */
  readonly data?: string;
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
  const environment = options.environment ?? process.env;
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  if (options.dryRun === true) return dryRun(options, mapping, started);

  const settings = readOrgSettings(environment);
  const folder = dataFolder(options.data, environment);
  const lock = lockDataFolder(folder);
  try {
    const store = openSqliteStore(folder);
    try {
      const { file, format, progress } = options;
      const reading = await readAnswers({ file, format, mapping, store, progress, rejects: new RejectedFile(file, folder) });
      const { kept, ...pushing } = await push(store, settings, options);
      const unchanged = reading.unchanged + kept;
      const ending = stopped(reading.stopped, pushing.stopped);
      return { ...reading, ...pushing, unchanged, ...ending, dryRun: false, seconds: secondsSince(started) };
    } finally {
      options.progress?.stop();
      await store.close();
    }
  } finally {
    lock.release();
  }
}

async function dryRun(options: ImportOptions, mapping: Mapping | undefined, started: number): Promise<ImportSummary> {
  const { file, format, progress } = options;
  const reading = await readAnswers({ file, format, mapping, progress });
  const nothing = { created: 0, updated: 0, deadLetters: 0, parked: 0, refusals: [], waiting: 0, apiCalls: 0 };
  return { ...reading, ...nothing, dryRun: true, seconds: secondsSince(started) };
}

type Pushing = Pick<ImportSummary, 'created' | 'updated' | 'refusals' | 'waiting' | 'deadLetters' | 'parked' | 'apiCalls'> &
  Partial<Pick<ImportSummary, 'stopped'>> & { readonly kept: number };

async function push(store: Store, settings: OrgSettings, options: ImportOptions): Promise<Pushing> {
  const counts: PushCounts = { created: 0, updated: 0, kept: 0 };
  const client = new SalesforceClient(settings, options.client);
  const progress = options.progress ?? silentProgress;
  const toPush = (await store.counts()).waiting;
  let done = 0;
  let stoppedBecause: string | undefined;
  try {
    if (toPush > 0) {
      await bindToOrg(store, client);
      progress.start('Pushing', toPush);
      const advance = (answers: number): void => progress.update((done += answers));
      const { wait, backoff } = options.client ?? {};
      await pushWaiting({
        store,
        client,
        counts,
        advance,
        ...(wait === undefined ? {} : { wait }),
        ...(backoff === undefined ? {} : { backoff }),
      });
    }
  } catch (thrown) {
    if (!(thrown instanceof OrgUnavailable)) throw thrown;
    stoppedBecause = `${thrown.message} ${again}`;
  }
  const refusals = await store.refusals(10);
  const { waiting, dead: deadLetters, parked } = await store.counts();
  return {
    ...counts,
    refusals,
    waiting,
    deadLetters,
    parked,
    apiCalls: client.calls,
    ...(stoppedBecause === undefined ? {} : { stopped: stoppedBecause }),
  };
}

function stopped(...reasons: readonly (string | undefined)[]): { stopped?: string } {
  const given = reasons.filter((reason) => reason !== undefined);
  return given.length === 0 ? {} : { stopped: given.join(' ') };
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}

export { PulseError };
export type { ImportSummary } from './summary/importSummary.ts';
