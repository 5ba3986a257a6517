import { randomUUID } from 'node:crypto';
import { inScope } from './answerStore.ts';
import { asStoredAnswer, storedAnswerColumns } from './answerRows.ts';
import type { BulkJob, BulkLoad, BulkLoadStore, LoadCursor } from './ports/bulkLoads.ts';
import type { Database, Row, Sql } from './sql.ts';

/** The part of the store that is about bulk loads. */
export function bulkLoadStore(database: Database): BulkLoadStore {
  const { dialect } = database;
  return {
    beginLoad(worker, scope, limit, leaseMs) {
      const id = randomUUID();
      const begunAt = new Date().toISOString();
      const { condition, values } = inScope(database, scope, 3);
      return database.write(async (sql) => {
        const answers = await sql.run(
          `UPDATE answer SET load_id = $1, load_hash = content_hash WHERE sequence IN (
             SELECT sequence FROM answer WHERE state = 'waiting' AND load_id IS NULL AND account_key IS NOT NULL ${condition}
             ORDER BY sequence LIMIT $2 ${dialect.forUpdate})`,
          id,
          limit,
          ...values,
        );
        if (answers === 0) return undefined;
        await sql.run(
          `INSERT INTO bulk_load (id, answers, worker, held_until, begun_at) VALUES ($1, $2, $3, ${dialect.now} + $4, $5)`,
          id,
          answers,
          worker,
          leaseMs,
          begunAt,
        );
        return { id, answers, jobs: [] };
      });
    },

    async takeLoads(worker, leaseMs) {
      // Asked every second and almost always in vain: nothing is written then.
      const [any] = await database.rows('SELECT 1 AS found FROM bulk_load LIMIT 1');
      if (any === undefined) return [];
      // Where one process has the store to itself, nobody else can hold a load.
      const free = dialect.shared ? `worker = $1 OR held_until < ${dialect.now}` : '$1 = $1';
      return database.write(async (sql) => {
        const rows = await sql.rows(`SELECT id, answers FROM bulk_load WHERE ${free} ORDER BY begun_at, id ${dialect.forUpdate}`, worker);
        const loads: BulkLoad[] = [];
        for (const row of rows) {
          const id = String(row['id']);
          await sql.run(`UPDATE bulk_load SET worker = $1, held_until = ${dialect.now} + $2 WHERE id = $3`, worker, leaseMs, id);
          loads.push({ id, answers: Number(row['answers']), jobs: await jobsOf(sql, id) });
        }
        return loads;
      });
    },

    async renewLoad(id, worker, leaseMs) {
      const renewed = await database.write((sql) =>
        sql.run(`UPDATE bulk_load SET held_until = ${dialect.now} + $3 WHERE id = $1 AND worker = $2`, id, worker, leaseMs),
      );
      return renewed > 0;
    },

    async loadAnswers(id, limit, after, through) {
      const beyond = after ?? { account: '', sequence: 0 };
      const end = through === undefined ? '' : 'AND (answer.account_key, answer.sequence) <= ($5, $6)';
      const rows = await database.rows(
        `SELECT ${storedAnswerColumns} FROM answer
         WHERE load_id = $1 AND load_hash = content_hash AND state = 'waiting' AND (answer.account_key, answer.sequence) > ($2, $3) ${end}
         ORDER BY answer.account_key, answer.sequence LIMIT $4`,
        id,
        beyond.account,
        beyond.sequence,
        limit,
        ...(through === undefined ? [] : [through.account, through.sequence]),
      );
      return rows.map(asStoredAnswer);
    },

    async saveJob(id, job) {
      await database.write((sql) =>
        sql.run(
          `INSERT INTO bulk_job (load_id, step, place, job) SELECT $1, $2, count(*), $3 FROM bulk_job WHERE load_id = $1
           ON CONFLICT (load_id, step) DO UPDATE SET job = excluded.job`,
          id,
          job.step,
          JSON.stringify(job),
        ),
      );
    },

    async endLoad(id) {
      await database.write(async (sql) => {
        await sql.run('UPDATE answer SET load_id = NULL, load_hash = NULL WHERE load_id = $1', id);
        await sql.run('DELETE FROM bulk_job WHERE load_id = $1', id);
        await sql.run('DELETE FROM bulk_load WHERE id = $1', id);
      });
    },
  };
}

async function jobsOf(sql: Sql, id: string): Promise<readonly BulkJob[]> {
  const rows = await sql.rows('SELECT job FROM bulk_job WHERE load_id = $1 ORDER BY place', id);
  return rows.map((row: Row) => JSON.parse(String(row['job'])) as BulkJob);
}

/** Where an answer stands in the order of its load. */
export function cursorOf(answer: {
  readonly sequence: number;
  readonly assignment?: { readonly accountPulse: { readonly key: string } };
}): LoadCursor {
  return { account: answer.assignment?.accountPulse.key ?? '', sequence: answer.sequence };
}
