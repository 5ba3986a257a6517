import type { FieldValues } from '../../schema/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import type { WaitingInterview } from '../async/batchRunner.ts';

/** An interview that waits for its time. */
export interface ScheduledInterview extends WaitingInterview {
  readonly flow: string;
  /** Of a record-triggered flow; empty for a flow with a schedule. */
  readonly path: string;
  readonly userId: string;
  readonly operation: 'insert' | 'update';
  /** Epoch milliseconds; null while the record's field holds no time. */
  readonly dueAt: number | null;
}

/** A row of the queue. */
export interface QueuedInterview extends ScheduledInterview {
  readonly key: number;
  /** How often it has failed. */
  readonly attempts: number;
}

const table = 'local_org_flow_scheduled';

/**
 * Interviews that run at a time, kept in the org's database: written in the
 * transaction of the save, removed in the transaction of their effects, so each
 * runs exactly once. A path waits once for each record.
 */
export class ScheduledQueue {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      key INTEGER PRIMARY KEY AUTOINCREMENT, flow TEXT NOT NULL, path TEXT NOT NULL, recordId TEXT NOT NULL, userId TEXT NOT NULL,
      operation TEXT NOT NULL, prior TEXT, dueAt INTEGER, attempts INTEGER NOT NULL DEFAULT 0);
      CREATE UNIQUE INDEX IF NOT EXISTS ${table}_record ON ${table} (flow, recordId, path);
      CREATE INDEX IF NOT EXISTS ${table}_due ON ${table} (dueAt) WHERE dueAt IS NOT NULL`);
  }

  /** Puts it in the place of what waited for the same record and path. */
  put(work: ScheduledInterview): void {
    const { flow, path, recordId, userId, operation, prior, dueAt } = work;
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO ${table} (flow, path, recordId, userId, operation, prior, dueAt, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
      )
      .run(flow, path, recordId ?? '', userId, operation, prior === undefined ? null : JSON.stringify(prior), dueAt);
  }

  /** What waits for these records. */
  ofRecords(flow: string, recordIds: readonly string[]): QueuedInterview[] {
    return this.#database
      .prepare(`SELECT * FROM ${table} WHERE flow = ? AND recordId IN (SELECT value FROM json_each(?)) ORDER BY key`)
      .all(flow, JSON.stringify(recordIds))
      .map(queuedInterview);
  }

  /** @param dueAt null: its time is not known now */
  reschedule(work: readonly QueuedInterview[], dueAt: number | null, attempts = 0): void {
    const update = this.#database.prepare(`UPDATE ${table} SET dueAt = ?, attempts = ? WHERE key = ?`);
    for (const { key } of work) update.run(dueAt, attempts, key);
  }

  remove(work: readonly QueuedInterview[]): void {
    const remove = this.#database.prepare(`DELETE FROM ${table} WHERE key = ?`);
    for (const { key } of work) remove.run(key);
  }

  /** When the next one is due. */
  nextDue(): number | undefined {
    const due = this.#database.prepare(`SELECT MIN(dueAt) AS due FROM ${table} WHERE dueAt IS NOT NULL`).get()?.['due'];
    return typeof due === 'number' ? due : undefined;
  }

  /** How many are due by then. */
  countDue(now: number): number {
    return Number(this.#database.prepare(`SELECT COUNT(*) AS due FROM ${table} WHERE dueAt <= ?`).get(now)?.['due'] ?? 0);
  }

  /**
   * The one that is due first, with what is due too and can run beside it: same flow, path, user and kind of save.
   * @param sizeOf how many of a path run together
   */
  nextBatch(now: number, sizeOf: (first: QueuedInterview) => number): QueuedInterview[] {
    const row = this.#database.prepare(`SELECT * FROM ${table} WHERE dueAt <= ? ORDER BY dueAt, key LIMIT 1`).get(now);
    if (row === undefined) return [];
    const first = queuedInterview(row);
    return this.#database
      .prepare(
        `SELECT * FROM ${table} WHERE dueAt <= ? AND flow = ? AND path = ? AND userId = ? AND operation = ? ORDER BY dueAt, key LIMIT ?`,
      )
      .all(now, first.flow, first.path, first.userId, first.operation, sizeOf(first))
      .map(queuedInterview);
  }
}

function queuedInterview(row: Readonly<Record<string, unknown>>): QueuedInterview {
  const { dueAt, prior, recordId } = row;
  return {
    key: Number(row['key']),
    flow: String(row['flow']),
    path: String(row['path']),
    recordId: recordId === '' ? null : String(recordId),
    userId: String(row['userId']),
    operation: row['operation'] === 'insert' ? 'insert' : 'update',
    // Written by `put` above, so its shape is known.
    prior: typeof prior === 'string' ? (JSON.parse(prior) as FieldValues) : undefined,
    dueAt: typeof dueAt === 'number' ? dueAt : null,
    attempts: Number(row['attempts']),
  };
}
