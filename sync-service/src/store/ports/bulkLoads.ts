import type { Scope, StoredAnswer } from './answers.ts';

/** A number of answers that go into the org by Bulk API 2.0 together. They are out of the stream's sight until the load ends. */
export interface BulkLoad {
  readonly id: string;
  /** How many it was begun with. */
  readonly answers: number;
  /** In the order in which they were first saved. */
  readonly jobs: readonly BulkJob[];
}

/** A place in the order of a load: by account pulse, then by arrival, so that rows of one parent stand together. */
export interface LoadCursor {
  readonly account: string;
  readonly sequence: number;
}

/** One ingest job of a load; it is stored before the org is asked to start it, and found again after a crash. */
export interface BulkJob {
  /** What it is for: the push layer's own name, one job at a time for each. */
  readonly step: string;
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  readonly state: 'planned' | 'created' | 'uploaded' | 'processed';
  /** The org's id of the job, once it is known. */
  readonly orgJobId?: string;
  /** Which answers of the load it is about: those after the one and up to the other. */
  readonly after?: LoadCursor;
  readonly through?: LoadCursor;
  /** Rows that were sent. */
  readonly rows?: number;
}

export interface BulkLoadStore {
  /** Sets waiting, assigned answers of the scope aside for one load. @returns undefined when there are none */
  beginLoad(worker: string, scope: Scope, limit: number, leaseMs: number): Promise<BulkLoad | undefined>;
  /** Loads of this worker, and those that nobody holds (their worker died): held by this worker from now on. Oldest first. */
  takeLoads(worker: string, leaseMs: number): Promise<readonly BulkLoad[]>;
  /** Keeps hold of a load; false when another worker has it by now. */
  renewLoad(id: string, worker: string, leaseMs: number): Promise<boolean>;
  /**
   * Answers of a load that are not finished, in its order. One whose content has changed since the load began is left out: it waits for
   * the end of the load.
   */
  loadAnswers(id: string, limit: number, after?: LoadCursor, through?: LoadCursor): Promise<readonly StoredAnswer[]>;
  /** Keeps what is known of a job, in place of what was known of the job of the same step. */
  saveJob(id: string, job: BulkJob): Promise<void>;
  /** Ends a load; answers of it that were not finished wait again, for the stream or the next load. */
  endLoad(id: string): Promise<void>;
}
