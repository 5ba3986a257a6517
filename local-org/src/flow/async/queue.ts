import type { FieldValues } from '../../schema/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';

/** One interview that waits for its record's commit. */
export interface AsyncWork {
  readonly flow: string;
  readonly path: string;
  readonly recordId: string;
  readonly operation: 'insert' | 'update';
  /** The record before the save, for flows that read it. */
  readonly prior: FieldValues | undefined;
  readonly userId: string;
}

/** A row of the queue. */
export interface QueuedWork extends AsyncWork {
  readonly key: number;
}

const table = 'local_org_flow_async';

/**
 * Interviews that run after the commit, kept in the org's database: a row is
 * written in the transaction of the save and removed in the transaction of its
 * interview's effects, so each runs exactly once, whatever is killed when.
 */
export class AsyncQueue {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      key INTEGER PRIMARY KEY AUTOINCREMENT, flow TEXT NOT NULL, path TEXT NOT NULL, userId TEXT NOT NULL,
      operation TEXT NOT NULL, recordId TEXT NOT NULL, prior TEXT);
      CREATE INDEX IF NOT EXISTS ${table}_group ON ${table} (flow, path, userId, operation, key)`);
  }

  add(work: AsyncWork): void {
    this.addAll(work, [work]);
  }

  /** Queues the same path for records of one save. */
  addAll(
    { flow, path, userId, operation }: Omit<AsyncWork, 'recordId' | 'prior'>,
    records: readonly Pick<AsyncWork, 'recordId' | 'prior'>[],
  ): void {
    const rows = records.map(({ recordId, prior }) => [recordId, prior === undefined ? null : JSON.stringify(prior)]);
    this.#database
      .prepare(
        `INSERT INTO ${table} (flow, path, userId, operation, recordId, prior)
          SELECT ?, ?, ?, ?, value ->> 0, value ->> 1 FROM json_each(?)`,
      )
      .run(flow, path, userId, operation, JSON.stringify(rows));
  }

  /** How many interviews wait. */
  pending(): number {
    return Number(this.#database.prepare(`SELECT COUNT(*) AS waiting FROM ${table}`).get()?.['waiting'] ?? 0);
  }

  /** The oldest work with what can run beside it: same flow, path, user and kind of save. */
  nextBatch(most: number): QueuedWork[] {
    const first = this.#database.prepare(`SELECT flow, path, userId, operation FROM ${table} ORDER BY key LIMIT 1`).get();
    if (first === undefined) return [];
    const rows = this.#database
      .prepare(`SELECT * FROM ${table} WHERE flow = ? AND path = ? AND userId = ? AND operation = ? ORDER BY key LIMIT ?`)
      .all(String(first['flow']), String(first['path']), String(first['userId']), String(first['operation']), most);
    return rows.map((row) => ({
      key: Number(row['key']),
      flow: String(row['flow']),
      path: String(row['path']),
      userId: String(row['userId']),
      operation: row['operation'] === 'insert' ? 'insert' : 'update',
      recordId: String(row['recordId']),
      prior: typeof row['prior'] === 'string' ? priorFrom(row['prior']) : undefined,
    }));
  }

  remove(work: readonly QueuedWork[]): void {
    const keys = JSON.stringify(work.map(({ key }) => key));
    this.#database.prepare(`DELETE FROM ${table} WHERE key IN (SELECT value FROM json_each(?))`).run(keys);
  }
}

/** Written by `add` above, so its shape is known. */
function priorFrom(json: string): FieldValues {
  return JSON.parse(json) as FieldValues;
}
