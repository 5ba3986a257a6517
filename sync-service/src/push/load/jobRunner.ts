import { setImmediate as breath } from 'node:timers/promises';
import {
  abandonJob,
  createJob,
  failedRows,
  hasEnded,
  jobState,
  savedRows,
  startJob,
  uploadRows,
  type IngestJob,
  type IngestRequest,
} from '../../salesforce/bulk/ingestJob.ts';
import { pauseBeforeLook } from '../../salesforce/bulk/pollPauses.ts';
import { OrgUnavailable, RequestRefused } from '../../salesforce/errors.ts';
import { cursorOf } from '../../store/bulkLoadStore.ts';
import type { BulkJob, BulkLoad, LoadCursor } from '../../store/ports/bulkLoads.ts';
import type { StoredAnswer } from '../../store/store.ts';
import type { PushClock } from '../clock.ts';
import type { PushParts } from '../parts.ts';
import type { SaveError } from '../pushWork.ts';
import type { Cells, Columns } from './columns.ts';

/** How long a load is held without a sign of life, and how often there is one. */
export const leaseMs = 20_000;
const signOfLifeMs = 5_000;
/** Nobody else can have taken a load whose lease was renewed so short a time ago: the store need not be asked again. */
const surelyHeldMs = 1_000;
/** Answers of a load read at a time: so few that they are gone again before V8 takes them for long-lived. */
const pageSize = 250;
/** Bytes of one job: the platform takes about 100 MB before its own encoding. */
const bytesPerJob = 95_000_000;
/** How often rows are sent anew after their job has vanished. */
const mostJobsForRows = 3;

/** The load is not this worker's any more, or the service stops: what was done is stored, the rest is done by who takes it up. */
export class LoadLeft extends Error {
  override readonly name = 'LoadLeft';
}

/** A kind of job: which rows of which object. */
export interface JobKind {
  readonly name: string;
  readonly request: IngestRequest;
  readonly keyField: 'Key__c' | 'ExternalId__c';
  readonly columns: Columns;
  /** Rows for a page of answers of the load. */
  rowsOf(page: readonly StoredAnswer[]): readonly Cells[];
}

/** Keys of rows that were not saved, and why. */
export type FailedRows = ReadonlyMap<string, SaveError>;

/** What has gone into an upload: how many rows, and the last of them where a further job takes the rest. */
interface Sent {
  rows: number;
  through: LoadCursor | undefined;
}

/** A job that has come to its end. */
interface EndedJob {
  readonly through: LoadCursor | undefined;
  readonly failed: FailedRows;
}

/** Runs the jobs of one load, each found again after a crash. */
export class JobRunner {
  readonly #parts: PushParts;
  readonly #clock: PushClock;
  readonly #load: BulkLoad;
  readonly #signal: AbortSignal;
  readonly #jobs: Map<string, BulkJob>;
  /** By the process's own steady clock. */
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: PushParts, clock: PushClock, load: BulkLoad, signal: AbortSignal) {
    this.#parts = parts;
    this.#clock = clock;
    this.#load = load;
    this.#signal = signal;
    this.#jobs = new Map(load.jobs.map((job) => [job.step, job]));
  }

  /** The pages of the load, in its order. */
  async *pages(after?: LoadCursor, through?: LoadCursor): AsyncGenerator<readonly StoredAnswer[]> {
    for (let from = after; ;) {
      await this.hold();
      const page = await this.#parts.store.loadAnswers(this.#load.id, pageSize, from, through);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      from = cursorOf(last);
      await breath();
    }
  }

  /** Says from time to time that the load is still worked on, until what is returned is called. */
  keepHold(): () => void {
    const { store, worker } = this.#parts;
    const renew = (): void => void store.renewLoad(this.#load.id, worker, leaseMs).catch(() => undefined);
    const timer = setInterval(renew, signOfLifeMs);
    return () => clearInterval(timer);
  }

  /** Says that the load is still worked on. @throws LoadLeft when it is another's by now, or the service stops */
  async hold(): Promise<void> {
    if (this.#signal.aborted) throw new LoadLeft('the service stops');
    const asked = performance.now();
    if (asked - this.#renewedAt < surelyHeldMs) return;
    const { store, worker } = this.#parts;
    if (!(await store.renewLoad(this.#load.id, worker, leaseMs))) throw new LoadLeft('the load is held by another worker');
    this.#renewedAt = asked;
  }

  /** Runs the jobs of a kind, as few as the size of its rows allows, one after the other. @returns the rows that were not saved */
  async run(kind: JobKind): Promise<FailedRows> {
    const failed = new Map<string, SaveError>();
    let after: LoadCursor | undefined;
    for (let number = 1; ; number++) {
      const ended = await this.#part(`${kind.name} ${number}`, kind, after);
      for (const [key, error] of ended?.failed ?? []) failed.set(key, error);
      if (ended?.through === undefined) return failed;
      after = ended.through;
    }
  }

  async #part(step: string, kind: JobKind, after: LoadCursor | undefined): Promise<EndedJob | undefined> {
    for (let attempt = 1; ; attempt++) {
      const known = this.#jobs.get(step);
      const job = known?.state === 'uploaded' || known?.state === 'processed' ? known : await this.#newJob(step, kind, after, known);
      if (job === undefined) return undefined;
      const info = await this.#toItsEnd(job);
      if (info !== undefined) {
        await this.#save({ ...job, state: 'processed' });
        return { through: job.through, failed: await this.#results(kind, job, info) };
      }
      this.#parts.telemetry.log.warn('a bulk job has vanished from the org', {
        job: job.orgJobId,
        object: kind.request.object,
        rows: job.rows,
      });
      this.#jobs.delete(step);
      if (attempt >= mostJobsForRows) return { through: job.through, failed: await this.#allBut(new Set(), kind, job) };
    }
  }

  /** Creates a job, fills it, and notes where its rows end. @returns undefined when there are no rows */
  async #newJob(step: string, kind: JobKind, after: LoadCursor | undefined, known: BulkJob | undefined): Promise<BulkJob | undefined> {
    if (known?.orgJobId !== undefined) await abandonJob(this.#parts.client, known.orgJobId);
    if (!(await this.#hasRows(kind, after))) return undefined;
    const { object, operation } = kind.request;
    const planned: BulkJob = { step, object, operation, state: 'planned', ...(after === undefined ? {} : { after }) };
    const { created, sent } = await this.#filledJob(planned, kind);
    const uploaded: BulkJob = {
      ...created,
      state: 'uploaded',
      rows: sent.rows,
      ...(sent.through === undefined ? {} : { through: sent.through }),
    };
    await this.#save(uploaded);
    return uploaded;
  }

  /** A job that has its rows. An upload whose reply was lost cannot be repeated into the same job: it is given up for a new one. */
  async #filledJob(planned: BulkJob, kind: JobKind): Promise<{ readonly created: BulkJob; readonly sent: Sent }> {
    const { client } = this.#parts;
    for (let attempt = 1; ; attempt++) {
      await this.#save(planned);
      const { id } = await createJob(client, kind.request);
      const created: BulkJob = { ...planned, state: 'created', orgJobId: id };
      await this.#save(created);
      let sent: Sent = { rows: 0, through: undefined };
      try {
        // Counted anew for each try: one that was given up may still be read for a moment.
        await uploadRows(client, id, () => this.#chunks(kind, planned.after, (sent = { rows: 0, through: undefined })));
        return { created, sent };
      } catch (thrown) {
        if (!(thrown instanceof RequestRefused) || attempt >= mostJobsForRows) throw thrown;
        await abandonJob(client, id);
      }
    }
  }

  async #hasRows(kind: JobKind, after: LoadCursor | undefined): Promise<boolean> {
    for await (const page of this.pages(after)) if (kind.rowsOf(page).length > 0) return true;
    return false;
  }

  /** The rows as CSV, up to what a job takes; `sent` is filled in. */
  async *#chunks(kind: JobKind, after: LoadCursor | undefined, sent: Sent): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    let longest = 0;
    yield Buffer.from(`${kind.columns.header}\n`);
    for await (const page of this.pages(after)) {
      const rows = kind.rowsOf(page);
      const chunk = Buffer.from(rows.map((cells) => `${kind.columns.line(cells)}\n`).join(''));
      sent.rows += rows.length;
      bytes += chunk.length;
      longest = Math.max(longest, chunk.length);
      yield chunk;
      const last = page.at(-1);
      if (bytes + longest * 1.5 > bytesPerJob && last !== undefined) {
        sent.through = cursorOf(last);
        return;
      }
    }
  }

  /** Starts the job if it is not started yet, and waits for its end. @returns undefined when the org does not know it any more */
  async #toItsEnd(job: BulkJob): Promise<IngestJob | undefined> {
    const { client, telemetry } = this.#parts;
    const id = job.orgJobId ?? '';
    const rows = job.rows ?? 0;
    return telemetry.trace('bulk job', [], { object: job.object, rows, job: id }, async () => {
      const startedAt = this.#clock.now();
      try {
        if (job.state !== 'processed') {
          await startJob(client, id);
          await this.#pause(pauseBeforeLook({ elapsedMs: 0, done: 0, rows }));
        }
      } catch (thrown) {
        // Started before a crash already, or gone.
        if (!(thrown instanceof RequestRefused)) throw thrown;
      }
      for (;;) {
        const info = await jobState(client, id, this.#signal);
        if (info === undefined) return undefined;
        if (hasEnded(info)) {
          const { state, numberRecordsFailed: failed } = info;
          telemetry.log.info('bulk job ended', { job: id, object: job.object, operation: job.operation, rows, state, failed });
          return info;
        }
        await this.#pause(pauseBeforeLook({ elapsedMs: this.#clock.now() - startedAt, done: info.numberRecordsProcessed, rows }));
      }
    });
  }

  async #pause(milliseconds: number): Promise<void> {
    await this.hold();
    await this.#clock.sleep(milliseconds, this.#signal);
    if (this.#signal.aborted) throw new LoadLeft('the service stops');
  }

  /** What became of the rows. The results are asked for only where the job's figures do not say it all. */
  async #results(kind: JobKind, job: BulkJob, info: IngestJob): Promise<FailedRows> {
    const isWhole = info.state === 'JobComplete' && info.numberRecordsProcessed === job.rows;
    if (isWhole && info.numberRecordsFailed === 0) return new Map();
    const id = job.orgJobId ?? '';
    const failed = await this.#readWhole(async () => {
      const found = new Map<string, SaveError>();
      for await (const { row, code, message } of failedRows(this.#parts.client, id))
        found.set(row[kind.keyField] ?? '', { object: kind.request.object, code, message });
      return found;
    });
    if (isWhole && failed.size === info.numberRecordsFailed) return failed;
    const reason = info.errorMessage?.slice(0, 300);
    this.#parts.telemetry.log.warn('a bulk job did not get through', { job: id, object: job.object, state: info.state, reason });
    const saved = await this.#readWhole(async () => {
      const found = new Set<string>();
      for await (const row of savedRows(this.#parts.client, id)) found.add(row[kind.keyField] ?? '');
      return found;
    });
    return new Map([...(await this.#allBut(saved, kind, job)), ...failed]);
  }

  /** The rows of a job without these, as not worked on: they are tried again. */
  async #allBut(saved: ReadonlySet<string>, kind: JobKind, { after, through }: BulkJob): Promise<Map<string, SaveError>> {
    const left = new Map<string, SaveError>();
    const error = { object: kind.request.object, code: 'PROCESSING_HALTED', message: 'the bulk job ended before this row' };
    for await (const page of this.pages(after, through)) {
      for (const cells of kind.rowsOf(page)) {
        const key = String(cells[kind.keyField]);
        if (!saved.has(key)) left.set(key, error);
      }
    }
    return left;
  }

  /** Results come as one stream; when it is cut it is read from the start. */
  async #readWhole<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await read();
      } catch (thrown) {
        if (thrown instanceof OrgUnavailable || thrown instanceof RequestRefused) throw thrown;
        if (attempt >= 5)
          throw new OrgUnavailable('The results of a bulk job cannot be read: the connection is cut again and again.', { cause: thrown });
        await this.#pause(1_000 * attempt);
      }
    }
  }

  async #save(job: BulkJob): Promise<void> {
    this.#jobs.set(job.step, job);
    await this.#parts.store.saveJob(this.#load.id, job);
  }
}
