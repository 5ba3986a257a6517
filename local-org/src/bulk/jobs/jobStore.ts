import type { SQLOutputValue } from 'node:sqlite';
import type { OrgDatabase } from '../../storage/database.ts';
import { idFromSerial } from '../../storage/ids.ts';
import { isColumnDelimiter, isLineEnding } from '../csv/delimiters.ts';
import {
  ingestOperations,
  queryOperations,
  type DoneBatch,
  type IngestJob,
  type Job,
  type JobState,
  type QueryJob,
  type RowResult,
} from './jobTypes.ts';

const keyPrefix = '750';
const daysKept = 7;

/** What a new job is told beside what it gets. */
export type NewJob = Omit<IngestJob, Given> | Omit<QueryJob, Given>;
type Given =
  | 'serial'
  | 'id'
  | 'changedAt'
  | 'errorMessage'
  | 'processed'
  | 'failed'
  | 'totalMilliseconds'
  | 'activeMilliseconds'
  | 'hasContent'
  | 'position';

/** Which jobs a list is to name. */
export interface JobFilter {
  readonly type: Job['type'];
  /** Only jobs older than this one. */
  readonly before?: number;
  readonly limit: number;
}

type Row = Record<string, SQLOutputValue>;

/**
 * Bulk jobs in the org's database. What a batch did and that it is done are
 * written in one transaction, so that a job goes on exactly where it was.
 */
export class JobStore {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_bulk_job (
        serial INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, type TEXT NOT NULL, operation TEXT NOT NULL, object TEXT NOT NULL,
        createdById TEXT NOT NULL, createdAt INTEGER NOT NULL, changedAt INTEGER NOT NULL, state TEXT NOT NULL, apiVersion TEXT NOT NULL,
        columnDelimiter TEXT NOT NULL, lineEnding TEXT NOT NULL, externalIdFieldName TEXT, assignmentRuleId TEXT, soql TEXT,
        errorMessage TEXT, hasContent INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL DEFAULT 0,
        processed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
        totalMilliseconds INTEGER NOT NULL DEFAULT 0, activeMilliseconds INTEGER NOT NULL DEFAULT 0) STRICT;
      CREATE TABLE IF NOT EXISTS local_bulk_batch (
        job INTEGER NOT NULL, batch INTEGER NOT NULL, results TEXT NOT NULL, PRIMARY KEY (job, batch)) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS local_bulk_place (
        job INTEGER NOT NULL, record INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (job, record)) STRICT, WITHOUT ROWID;
    `);
  }

  create(job: NewJob): Job {
    return this.#database.transaction(() => {
      const isIngest = job.type === 'V2Ingest';
      const { lastInsertRowid } = this.#database
        .prepare(
          `INSERT INTO local_bulk_job (type, operation, object, createdById, createdAt, changedAt, state, apiVersion,
             columnDelimiter, lineEnding, externalIdFieldName, assignmentRuleId, soql) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          job.type,
          job.operation,
          job.object,
          job.createdById,
          job.createdAt,
          job.createdAt,
          job.state,
          job.apiVersion,
          job.columnDelimiter,
          job.lineEnding,
          (isIngest ? job.externalIdFieldName : undefined) ?? null,
          (isIngest ? job.assignmentRuleId : undefined) ?? null,
          isIngest ? null : job.soql,
        );
      const serial = Number(lastInsertRowid);
      const id = idFromSerial(keyPrefix, serial);
      this.#database.prepare('UPDATE local_bulk_job SET id = ? WHERE serial = ?').run(id, serial);
      return this.#existing(id);
    });
  }

  /** @param id 18 characters */
  find(id: string): Job | undefined {
    const row = this.#database.prepare('SELECT * FROM local_bulk_job WHERE id = ?').get(id);
    return row === undefined ? undefined : jobOf(row);
  }

  /** Newest first. */
  list({ type, before = Number.MAX_SAFE_INTEGER, limit }: JobFilter): Job[] {
    return this.#database
      .prepare('SELECT * FROM local_bulk_job WHERE type = ? AND serial < ? ORDER BY serial DESC LIMIT ?')
      .all(type, before, limit)
      .map(jobOf);
  }

  /** Jobs that are to be worked on, oldest first. */
  waiting(): Job[] {
    return this.#database
      .prepare(`SELECT * FROM local_bulk_job WHERE state IN ('UploadComplete', 'InProgress') ORDER BY serial`)
      .all()
      .map(jobOf);
  }

  setState(job: Job, state: JobState, now: number, errorMessage?: string): Job {
    this.#database
      .prepare('UPDATE local_bulk_job SET state = ?, changedAt = ?, errorMessage = coalesce(?, errorMessage) WHERE serial = ?')
      .run(state, now, errorMessage ?? null, job.serial);
    return this.#existing(job.id);
  }

  setHasContent(job: Job): void {
    this.#database.prepare('UPDATE local_bulk_job SET hasContent = 1 WHERE serial = ?').run(job.serial);
  }

  /** Where the rows of a job's data begin, behind the header. */
  setPosition(job: Job, position: number): void {
    this.#database.prepare('UPDATE local_bulk_job SET position = ? WHERE serial = ?').run(position, job.serial);
  }

  setTotalTime(job: Job, milliseconds: number): void {
    this.#database
      .prepare('UPDATE local_bulk_job SET totalMilliseconds = totalMilliseconds + ? WHERE serial = ?')
      .run(Math.round(milliseconds), job.serial);
  }

  /** Records a batch; called in the transaction that saves its records. */
  addBatch(job: Job, number: number, { results, position, milliseconds }: DoneBatch): void {
    const failed = results.filter((result) => 'error' in result).length;
    this.#database
      .prepare('INSERT INTO local_bulk_batch (job, batch, results) VALUES (?, ?, ?)')
      .run(job.serial, number, JSON.stringify(results));
    this.#database
      .prepare(
        `UPDATE local_bulk_job SET position = ?, processed = processed + ?, failed = failed + ?,
           activeMilliseconds = activeMilliseconds + ? WHERE serial = ?`,
      )
      .run(position, results.length, failed, Math.ceil(milliseconds), job.serial);
  }

  /** How many batches of the job are done. */
  batchCount(job: Job): number {
    return Number(this.#database.prepare('SELECT count(*) AS done FROM local_bulk_batch WHERE job = ?').get(job.serial)?.['done'] ?? 0);
  }

  /** What a batch's rows became, in the order of the data; undefined when it has not been done. */
  batchResults(job: Job, number: number): readonly RowResult[] | undefined {
    const row = this.#database.prepare('SELECT results FROM local_bulk_batch WHERE job = ? AND batch = ?').get(job.serial, number);
    // Written by `addBatch` above, so its shape is known.
    return row === undefined ? undefined : (JSON.parse(String(row['results'])) as readonly RowResult[]);
  }

  /** A query job begins to write its result, perhaps anew. */
  beginResult(job: Job): void {
    this.#database.prepare('DELETE FROM local_bulk_place WHERE job = ?').run(job.serial);
  }

  /** Notes that so many records of a query job are written, in so many bytes. */
  addPlace(job: Job, { record, position, milliseconds }: { record: number; position: number; milliseconds: number }): void {
    this.#database.transaction(() => {
      this.#database
        .prepare('INSERT OR REPLACE INTO local_bulk_place (job, record, position) VALUES (?, ?, ?)')
        .run(job.serial, record, position);
      this.#database
        .prepare('UPDATE local_bulk_job SET processed = ?, activeMilliseconds = ? WHERE serial = ?')
        .run(record, Math.ceil(milliseconds), job.serial);
    });
  }

  /** The last place that was noted up to a record of a result. */
  placeBefore(job: Job, record: number): { readonly record: number; readonly position: number } {
    const row = this.#database
      .prepare('SELECT record, position FROM local_bulk_place WHERE job = ? AND record <= ? ORDER BY record DESC LIMIT 1')
      .get(job.serial, record);
    return { record: Number(row?.['record'] ?? 0), position: Number(row?.['position'] ?? 0) };
  }

  remove(job: Job): void {
    this.#database.transaction(() => {
      this.#database.prepare('DELETE FROM local_bulk_batch WHERE job = ?').run(job.serial);
      this.#database.prepare('DELETE FROM local_bulk_place WHERE job = ?').run(job.serial);
      this.#database.prepare('DELETE FROM local_bulk_job WHERE serial = ?').run(job.serial);
    });
  }

  /** Jobs whose time is over: seven days after they ended, and as long for those that nobody closed. */
  expired(now: number): Job[] {
    return this.#database
      .prepare(`SELECT * FROM local_bulk_job WHERE state NOT IN ('UploadComplete', 'InProgress') AND changedAt < ?`)
      .all(now - daysKept * 86_400_000)
      .map(jobOf);
  }

  #existing(id: string): Job {
    const job = this.find(id);
    if (job === undefined) throw new Error(`the bulk job ${id} is gone`);
    return job;
  }
}

function jobOf(row: Row): Job {
  const { columnDelimiter, lineEnding } = row;
  if (!isColumnDelimiter(columnDelimiter) || !isLineEnding(lineEnding)) throw new Error('a bulk job has no format');
  const base = {
    serial: Number(row['serial']),
    id: String(row['id']),
    object: String(row['object']),
    createdById: String(row['createdById']),
    createdAt: Number(row['createdAt']),
    changedAt: Number(row['changedAt']),
    state: stateOf(row['state']),
    apiVersion: String(row['apiVersion']),
    columnDelimiter,
    lineEnding,
    errorMessage: textOf(row['errorMessage']),
    processed: Number(row['processed']),
    failed: Number(row['failed']),
    totalMilliseconds: Number(row['totalMilliseconds']),
    activeMilliseconds: Number(row['activeMilliseconds']),
  };
  if (row['type'] === 'V2Query')
    return { ...base, type: 'V2Query', operation: oneOf(queryOperations, row['operation']), soql: String(row['soql']) };
  return {
    ...base,
    type: 'V2Ingest',
    operation: oneOf(ingestOperations, row['operation']),
    externalIdFieldName: textOf(row['externalIdFieldName']),
    assignmentRuleId: textOf(row['assignmentRuleId']),
    hasContent: row['hasContent'] === 1,
    position: Number(row['position']),
  };
}

function textOf(value: SQLOutputValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const states: readonly JobState[] = ['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted'];

function stateOf(value: SQLOutputValue | undefined): JobState {
  return oneOf(states, value);
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: SQLOutputValue | undefined): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Error(`a bulk job has ${String(value)} where it cannot`);
  return found;
}
