import { SourceError } from '../../errors.ts';
import { shownColumns } from '../../mapping/columns.ts';
import { silentProgress, type Progress } from '../../progress/progress.ts';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { OrgUnavailable } from '../../salesforce/errors.ts';
import { openCsvFile } from '../../sources/csv/csvFile.ts';
import type { RowSource, SourceRow } from '../../sources/csv/rowSource.ts';
import type { SettingStore } from '../../store/ports/settings.ts';
import { inputsPerCall, type SurveyRequest, type SurveyVerdict } from '../org/requestSurvey.ts';
import { askOrg } from './askOrg.ts';
import { findColumns, type RequestColumns, type RequestField } from './columns.ts';
import { requestRow } from './requestRow.ts';
import { fingerprintOf, requestedBy, runOf, saveRun, type RequestRun } from './requestRun.ts';
import type { RequestSummary } from './requestSummary.ts';
import { ResultsFile, type RowResult } from './results.ts';

export interface RequestFileOptions {
  readonly file: string;
  readonly client: SalesforceClient;
  /** Remembers how far the file is, so that a run that was cut short goes on. */
  readonly store: SettingStore;
  /** Key (or id) of the survey for rows that name none. */
  readonly survey?: string;
  /** Columns of the file for fields, where their names do not tell. */
  readonly columns?: Partial<Record<RequestField, string>>;
  /** Only asks what would happen: nothing is made in the org. */
  readonly checkOnly?: boolean;
  /** Where the list of results goes; beside the file without it. */
  readonly results?: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

const problemsShown = 20;
const again = 'Run the same command again to go on where it ended.';

/** A row on its way through a batch. */
interface OpenRow extends Pick<SourceRow, 'row' | 'line'> {
  readonly request?: SurveyRequest;
  readonly problems?: readonly string[];
}

/**
 * Turns each row of a CSV file, such as the export of a report, into a call of RequestSurvey: the org's rules decide who is asked, as
 * everywhere else. What the org answered is listed row by row. Cut short by whatever, the next run goes on and asks nobody twice.
 * @throws SetupError, SourceError when the file is not usable
 */
export async function requestFile(options: RequestFileOptions): Promise<RequestSummary> {
  const started = performance.now();
  const { file, client, store, survey, checkOnly = false, progress = silentProgress } = options;
  const source = await openCsvFile(file);
  const { columns, unused } = findColumns(source.header, options.columns);
  const fingerprint = await fingerprintOf(file, JSON.stringify([survey ?? '', options.columns ?? {}]));
  const { run, goesOn } = await runOf(store, fingerprint, client.orgTime());
  const resume = goesOn && !checkOnly;
  const resultsFile = new ResultsFile(options.results ?? `${file}.${checkOnly ? 'check' : 'results'}.csv`, resume ? run.bytes : 0);
  const counting = new Counting();
  const callsBefore = client.calls;
  let stopped: string | undefined;
  let broken = false;
  progress.start(checkOnly ? 'Checking' : 'Requesting', source.size);
  try {
    let now = resume ? run : { ...run, rows: 0, bytes: 0 };
    let mayBeThere = resume;
    // Before the first call: a run that is killed in the middle of it must be found again.
    if (!checkOnly) await saveRun(store, fingerprint, now);
    for await (const batch of batches(source, columns, survey, now.rows)) {
      if (options.signal?.aborted === true) {
        stopped = `It was interrupted. ${again}`;
        break;
      }
      const results = await settle(batch, options, now, mayBeThere);
      mayBeThere = false;
      resultsFile.add(results);
      counting.add(results);
      now = { ...now, rows: batch.at(-1)?.row ?? now.rows, bytes: resultsFile.bytes };
      if (!checkOnly) await saveRun(store, fingerprint, now);
      progress.update(source.bytesRead());
    }
    if (stopped === undefined && !checkOnly) await saveRun(store, fingerprint, { ...now, finished: true });
  } catch (thrown) {
    if (!(thrown instanceof OrgUnavailable) && !(thrown instanceof SourceError)) throw thrown;
    broken = thrown instanceof SourceError;
    stopped = broken ? thrown.message : `${thrown.message} ${again}`;
  } finally {
    progress.stop();
    resultsFile.close();
  }
  return {
    file,
    checkOnly,
    doneBefore: resume ? run.rows : 0,
    ...counting.counts(),
    resultsFile: resultsFile.file,
    apiCalls: client.calls - callsBefore,
    seconds: Math.round(performance.now() - started) / 1000,
    notes: [...source.notes, ...counting.notes(), ...(unused.length === 0 ? [] : [`Columns that are not used: ${shownColumns(unused)}.`])],
    ...(stopped === undefined ? {} : { stopped, broken }),
  };
}

async function settle(
  batch: readonly OpenRow[],
  { file, client, checkOnly = false }: RequestFileOptions,
  run: RequestRun,
  mayBeThere: boolean,
): Promise<readonly RowResult[]> {
  const open = batch.flatMap(({ row, request }) =>
    request === undefined ? [] : [{ ...request, requestedBy: requestedBy(file, run, row), ...(checkOnly ? { checkOnly } : {}) }],
  );
  const verdicts = await askOrg(client, open, mayBeThere, run.startedAt, checkOnly);
  const byRow = new Map(open.map(({ requestedBy: tag }, index) => [tag, verdicts[index]]));
  return batch.map(({ row, line, problems }) => {
    if (problems !== undefined) return { row, line, outcome: 'Rejected', detail: problems.join('; ') };
    return { row, line, ...(byRow.get(requestedBy(file, run, row)) ?? ({ outcome: 'Failed' } satisfies SurveyVerdict)) };
  });
}

/** The rows in batches of at most as many requests as one call takes; those up to `done` are left out. */
async function* batches(
  source: RowSource,
  columns: RequestColumns,
  survey: string | undefined,
  done: number,
): AsyncGenerator<readonly OpenRow[]> {
  let batch: OpenRow[] = [];
  for await (const rows of source.batches()) {
    for (const { row, line, cells } of rows) {
      if (row <= done) continue;
      batch.push({ row, line, ...understood(cells, source.header.length, columns, survey) });
      if (batch.length < inputsPerCall) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function understood(
  cells: readonly string[],
  expected: number,
  columns: RequestColumns,
  survey: string | undefined,
): Pick<OpenRow, 'request' | 'problems'> {
  if (cells.length !== expected) return { problems: [`has ${cells.length} values where the header has ${expected}`] };
  return requestRow(cells, columns, survey);
}

/** Counts results as they come. */
class Counting {
  readonly #suppressed = new Map<string, number>();
  readonly #problems: { line: number; problem: string }[] = [];
  #rows = 0;
  #requested = 0;
  #rejected = 0;
  #failed = 0;

  add(results: readonly RowResult[]): void {
    for (const { line, outcome, reason = 'unknown', detail = '' } of results) {
      this.#rows++;
      if (outcome === 'Requested') this.#requested++;
      else if (outcome === 'Suppressed') this.#suppressed.set(reason, (this.#suppressed.get(reason) ?? 0) + 1);
      else if (outcome === 'Failed') this.#failed++;
      else {
        this.#rejected++;
        if (this.#problems.length < problemsShown) this.#problems.push({ line, problem: detail });
      }
    }
  }

  counts(): Pick<RequestSummary, 'rows' | 'requested' | 'suppressed' | 'rejected' | 'failed' | 'problems'> {
    return {
      rows: this.#rows,
      requested: this.#requested,
      suppressed: Object.fromEntries(this.#suppressed),
      rejected: this.#rejected,
      failed: this.#failed,
      problems: this.#problems,
    };
  }

  notes(): readonly string[] {
    return this.#rejected > this.#problems.length
      ? [`${this.#rejected - this.#problems.length} more rejected rows are in the list of results.`]
      : [];
  }
}
