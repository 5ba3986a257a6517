import { partitionCount } from './ports/answers.ts';
import type { WorkerStore } from './ports/workers.ts';
import { json, type Database, type Sql } from './sql.ts';

const everything: readonly number[] = Array.from({ length: partitionCount }, (_none, partition) => partition);

/** The part of the store that shares the work out. */
export function workerStore(database: Database): WorkerStore {
  return {
    async holdPartitions(worker, leaseMs) {
      return database.write(async (sql) => {
        const now = await databaseTime(sql);
        await sql.run(
          `INSERT INTO worker (worker, seen_at, until) VALUES ($1, $2, $3)
           ON CONFLICT (worker) DO UPDATE SET seen_at = excluded.seen_at, until = excluded.until`,
          worker,
          now,
          now + leaseMs,
        );
        if (sql.dialect.shared) return holdFairShare(sql, worker, now, leaseMs);
        // One process: it has everything, also what its killed predecessor held.
        await sql.run('DELETE FROM worker WHERE worker <> $1', worker);
        return new Set(everything);
      });
    },

    async releasePartitions(worker) {
      await database.write(async (sql) => {
        await sql.run('UPDATE partition_lease SET until = 0, leaving = 1 WHERE worker = $1', worker);
        await sql.run('DELETE FROM worker WHERE worker = $1', worker);
      });
    },

    async workers() {
      const rows = await database.rows(
        `SELECT worker.worker, worker.seen_at, count(partition_lease.partition) AS partitions FROM worker
         LEFT JOIN partition_lease ON partition_lease.worker = worker.worker AND partition_lease.leaving = 0
         WHERE worker.until > ${database.dialect.now}
         GROUP BY worker.worker, worker.seen_at ORDER BY worker.worker`,
      );
      return rows.map((row) => ({
        worker: String(row['worker']),
        partitions: database.dialect.shared ? Number(row['partitions']) : partitionCount,
        seenAt: new Date(Number(row['seen_at'])).toISOString(),
      }));
    },
  };
}

async function databaseTime(sql: Sql): Promise<number> {
  const [row] = await sql.rows(`SELECT ${sql.dialect.now} AS now`);
  return Number(row?.['now']);
}

/**
 * Leases by the database's clock. A row keeps the name of its last holder, so that `finish` can tell whether somebody else had the
 * partition since. What a worker gives back (another came) others get after a quarter of the lease: its calls in flight end by then.
 */
async function holdFairShare(sql: Sql, worker: string, now: number, leaseMs: number): Promise<ReadonlySet<number>> {
  // One worker shares out at a time.
  await sql.rows('SELECT pg_advisory_xact_lock(7207001)');
  // A worker seen later than now was seen before the clock was put back; one that lives says so again in a moment.
  await sql.run('DELETE FROM worker WHERE until <= $1 OR seen_at > $2', now, now + 1_000);
  const workers = new Set((await sql.rows('SELECT worker FROM worker')).map((row) => String(row['worker'])));
  const share = Math.ceil(partitionCount / Math.max(1, workers.size));
  const leases = new Map((await sql.rows('SELECT * FROM partition_lease')).map((lease) => [Number(lease['partition']), lease]));
  const mine: number[] = [];
  const free: number[] = [];
  for (const partition of everything) {
    const lease = leases.get(partition);
    const running = Number(lease?.['until'] ?? 0) > now && workers.has(String(lease?.['worker']));
    if (lease?.['worker'] === worker && Number(lease['leaving']) === 0) mine.push(partition);
    else if (!running) free.push(partition);
  }
  const back = mine.splice(share);
  mine.push(...free.slice(0, share - mine.length));
  await take(sql, worker, mine, now + leaseMs);
  await sql.run(
    `UPDATE partition_lease SET leaving = 1, until = $2 WHERE partition IN ${sql.dialect.integers(1)}`,
    json(back),
    now + Math.floor(leaseMs / 4),
  );
  return new Set(mine);
}

async function take(sql: Sql, worker: string, partitions: readonly number[], until: number): Promise<void> {
  if (partitions.length === 0) return;
  await sql.run(
    `INSERT INTO partition_lease (partition, worker, until, leaving)
     SELECT given.partition, $2, CAST($3 AS bigint), 0 FROM ${sql.dialect.given(1, { partition: 'integer' })} AS given WHERE true
     ON CONFLICT (partition) DO UPDATE SET worker = excluded.worker, until = excluded.until, leaving = 0`,
    json(partitions.map((partition) => ({ partition }))),
    worker,
    until,
  );
}
