import type { CsvFormat } from '../csv/csvText.ts';

export const ingestOperations = ['insert', 'update', 'upsert', 'delete', 'hardDelete'] as const;
export type IngestOperation = (typeof ingestOperations)[number];

export const queryOperations = ['query', 'queryAll'] as const;
export type QueryOperation = (typeof queryOperations)[number];

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

interface JobBase extends CsvFormat {
  /** Grows from job to job. */
  readonly serial: number;
  /** 18 characters, `750...`. */
  readonly id: string;
  readonly object: string;
  readonly createdById: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Of the last change of state, epoch milliseconds. */
  readonly changedAt: number;
  readonly state: JobState;
  /** As in the URL that made the job, e.g. `66.0`. */
  readonly apiVersion: string;
  /** Why the job failed. */
  readonly errorMessage: string | undefined;
  /** Records done, failed ones included. */
  readonly processed: number;
  readonly failed: number;
  /** Milliseconds from the first to the last record, and those spent saving. */
  readonly totalMilliseconds: number;
  readonly activeMilliseconds: number;
}

export interface IngestJob extends JobBase {
  readonly type: 'V2Ingest';
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | undefined;
  readonly assignmentRuleId: string | undefined;
  /** Whether its data has been uploaded. */
  readonly hasContent: boolean;
  /** The byte of its data at which the next batch begins; 0 before the first. */
  readonly position: number;
}

export interface QueryJob extends JobBase {
  readonly type: 'V2Query';
  readonly operation: QueryOperation;
  readonly soql: string;
}

export type Job = IngestJob | QueryJob;

/** No job in one of these states is worked on again. */
export const finalStates: ReadonlySet<JobState> = new Set(['JobComplete', 'Failed', 'Aborted']);

/** What became of one row: its record, or why it was refused. */
export type RowResult = { readonly id: string; readonly created: boolean } | { readonly id: string; readonly error: string };

/** A batch of an ingest job that was done. */
export interface DoneBatch {
  readonly results: readonly RowResult[];
  /** The byte of the data behind it. */
  readonly position: number;
  readonly milliseconds: number;
}
