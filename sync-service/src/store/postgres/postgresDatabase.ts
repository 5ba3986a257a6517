import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { Conflict, json, type Database, type Row, type Sql, type SqlValue } from '../sql.ts';
import { postgresDialect } from './postgresDialect.ts';
import { explainedByPostgres, lostARace } from './postgresErrors.ts';

/** How often a transaction that lost a race is run again. */
const attempts = 8;

/** A pool of connections; each transaction has one for itself. */
export class PostgresDatabase implements Database {
  readonly dialect = postgresDialect;
  readonly #pool: Pool;
  /** Host and database, for messages. */
  readonly #where: string;

  constructor(pool: Pool, where: string) {
    this.#pool = pool;
    this.#where = where;
  }

  async write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transaction(work);
      } catch (thrown) {
        const again = thrown instanceof Conflict || lostARace(thrown);
        if (!again || attempt === attempts) throw explainedByPostgres(thrown, this.#where);
        await wait(Math.random() * 20 * attempt);
      }
    }
  }

  async rows(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    try {
      const result = await this.#pool.query<Row>(text, [...values]);
      return result.rows;
    } catch (thrown) {
      throw explainedByPostgres(thrown, this.#where);
    }
  }

  /** Rows that were deleted are cleared away now rather than by autovacuum; the server's log and copies are the administrator's. */
  async wipe(): Promise<void> {
    await this.rows('VACUUM answer, delivery, parent');
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(sqlOf(client));
      await client.query('COMMIT');
      return result;
    } catch (thrown) {
      // A connection that cannot even go back is thrown away: with it goes its transaction.
      await client.query('ROLLBACK').catch((failed: unknown) => (broken = failed instanceof Error ? failed : new Error(String(failed))));
      throw thrown;
    } finally {
      client.release(broken);
    }
  }
}

function sqlOf(client: PoolClient): Sql {
  return {
    dialect: postgresDialect,
    rows: async (text, ...values) => (await client.query<Row>(text, [...values])).rows,
    run: async (text, ...values) => (await client.query(text, [...values])).rowCount ?? 0,
    rowsFor: async (columns, rows, statement, ...values) => {
      const text = statement(postgresDialect.given(1, columns), (index) => `$${index + 1}`);
      return (await client.query<Row>(text, [json(rows), ...values])).rows;
    },
    runFor: async (columns, rows, statement, ...values) => {
      const text = statement(postgresDialect.given(1, columns), (index) => `$${index + 1}`);
      return (await client.query(text, [json(rows), ...values])).rowCount ?? 0;
    },
  };
}
