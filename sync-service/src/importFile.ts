import { readOrgSettings, type OrgSettings } from './salesforce/orgSettings.ts';
import { PulseError, SourceError } from './errors.ts';
import { Inbox } from './inbox/inbox.ts';
import { RejectedFile } from './inbox/rejectedFile.ts';
import { canonicalMapping } from './mapping/canonicalMapping.ts';
import { noteOnUnused } from './mapping/columns.ts';
import { readMapping, type Mapping } from './mapping/mappingSchema.ts';
import { rowMapper } from './mapping/rowMapper.ts';
import { silentProgress, type Progress } from './progress/progress.ts';
import { pushWaiting, type PushCounts } from './push/pushWaiting.ts';
import { SalesforceClient, type ClientOptions } from './salesforce/client.ts';
import { OrgUnavailable } from './salesforce/errors.ts';
import { openCsvFile } from './sources/csv/csvFile.ts';
import type { RowSource } from './sources/csv/rowSource.ts';
import { dataFolder } from './store/dataFolder.ts';
import { lockDataFolder } from './store/dataFolderLock.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';
import type { Store } from './store/store.ts';
import { bindToOrg } from './store/orgBinding.ts';
import type { ImportSummary, RejectedRow } from './summary/importSummary.ts';

/** What to import and with what. */
export interface ImportOptions {
  readonly file: string;
  /** Path of a mapping; without one the file has the canonical columns. */
  readonly mapping?: string;
  /** Reads and maps only: nothing is stored, sent or written. */
  readonly dryRun?: boolean;
  /** Folder of the store; see `dataFolder`. */
  readonly data?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly progress?: Progress;
  readonly client?: ClientOptions;
}

/** Rejected rows that a summary carries: what a person would go through. All of them are in the file beside the input. */
const rejectedRowsShown = 100;
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
      const reading = await readInto(store, options, mapping, new RejectedFile(options.file, folder));
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
  const reading = await readInto(undefined, options, mapping, undefined);
  const nothing = { created: 0, updated: 0, deadLetters: 0, parked: 0, refusals: [], waiting: 0, apiCalls: 0 };
  return { ...reading, ...nothing, dryRun: true, seconds: secondsSince(started) };
}

type Reading = Pick<
  ImportSummary,
  'file' | 'encoding' | 'read' | 'accepted' | 'noRating' | 'rejected' | 'rejectedRows' | 'repeated' | 'unchanged' | 'notes'
> &
  Partial<Pick<ImportSummary, 'rejectedFile' | 'stopped'>>;

async function readInto(
  store: Store | undefined,
  options: ImportOptions,
  mapping: Mapping | undefined,
  rejects: RejectedFile | undefined,
): Promise<Reading> {
  const source = await openCsvFile(options.file, mapping?.delimiter);
  const used = mapping ?? canonicalMapping(source.header);
  const mapRow = rowMapper(used, source.header);
  if (used.surveys !== undefined) await store?.defineSurveys(used.surveys);
  const inbox = new Inbox(store);
  const rejectedRows: RejectedRow[] = [];
  let read = 0;
  let rejected = 0;
  const stoppedBecause = await throughRows(source, options.progress ?? silentProgress, async ({ row, line, cells }) => {
    read++;
    const mapped = cells.length === source.header.length ? mapRow(cells) : wrongLength(cells.length, source.header.length);
    if ('answer' in mapped) return inbox.take(mapped.answer);
    const rejection = { row, line, responseId: mapped.responseId, reason: mapped.problems.join('; ') };
    if (rejected++ < rejectedRowsShown) rejectedRows.push(rejection);
    rejects?.write(rejection);
  });
  await inbox.flush();
  const rejectedFile = await rejects?.close();
  const { accepted, noRating, repeated, unchanged } = inbox;
  return {
    file: options.file,
    encoding: source.encoding,
    notes: mapping === undefined ? [...source.notes, ...noteOnUnused(source.header, Object.keys(used.fields))] : source.notes,
    ...{ read, rejected, rejectedRows, accepted, noRating, repeated, unchanged },
    ...(rejectedFile === undefined ? {} : { rejectedFile }),
    ...(stoppedBecause === undefined ? {} : { stopped: stoppedBecause }),
  };
}

/** @returns why the file could not be read to its end */
async function throughRows(
  source: RowSource,
  progress: Progress,
  each: (row: { row: number; line: number; cells: readonly string[] }) => Promise<void> | void,
): Promise<string | undefined> {
  progress.start('Reading', source.size);
  try {
    for await (const batch of source.batches()) {
      for (const row of batch) await each(row);
      progress.update(source.bytesRead());
    }
    return undefined;
  } catch (thrown) {
    if (thrown instanceof SourceError) return thrown.message;
    throw thrown;
  }
}

function wrongLength(cells: number, columns: number): { problems: readonly string[]; responseId: string } {
  return { problems: [`has ${cells} values where the header has ${columns}`], responseId: '' };
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
