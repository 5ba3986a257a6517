import type { Scope, StoredAnswer } from './answers.ts';

/** A number of answers that go into the org by Bulk API 2.0 together. They are out of the stream's sight until the load ends. */
export interface BulkLoad {
  readonly id: string;
  readonly answers: number;
  readonly jobs: readonly BulkJob[];
}

/** One ingest job of a load; it is stored before the org is asked to start it, and found again after a crash. */
export interface BulkJob {
  /** Which step of the load: the push layer's own name. */
  readonly step: string;
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  readonly state: 'planned' | 'created' | 'uploaded' | 'processed';
  /** The org's id of the job, once it is known. */
  readonly orgJobId?: string;
}

export interface BulkLoadStore {
  /** Sets waiting, assigned answers of the scope aside for one load. @returns undefined when there are none */
  beginLoad(worker: string, scope: Scope, limit: number, leaseMs: number): Promise<BulkLoad | undefined>;
  /** Loads that nobody holds (their worker died): taken over by this worker. */
  takeLoads(worker: string, leaseMs: number): Promise<readonly BulkLoad[]>;
  /** Keeps hold of a load; false when another worker has it by now. */
  renewLoad(id: string, worker: string, leaseMs: number): Promise<boolean>;
  loadAnswers(id: string, afterSequence: number, limit: number): Promise<readonly StoredAnswer[]>;
  saveJob(id: string, job: BulkJob): Promise<void>;
  /** Ends a load; answers of it that were not finished wait again, for the stream or the next load. */
  endLoad(id: string): Promise<void>;
}
