import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Conflict, type Columns, type Database, type GivenRow, type Row, type Sql, type SqlValue, type StatementFor } from '../sql.ts';
import { explained } from './diskErrors.ts';
import type { LogFlush } from './logFlush.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';
import { sqliteDialect } from './sqliteDialect.ts';

/** How often a transaction that asks for it is run again. */
const attempts = 5;

/**
 * One connection; transactions queue for it. The next one begins when the one before is on disk: a power cut finds at most one that is
 * not, and nobody acts upon what could still be lost.
 */
export class SqliteDatabase implements Database {
  readonly dialect = sqliteDialect;
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #log: Pick<LogFlush, 'flush' | 'close'> | undefined;
  readonly #statements = new Map<string, StatementSync>();
  readonly #sql: Sql;
  /** Settles when the last queued piece of work has ended. */
  #queue: Promise<unknown> = Promise.resolve();
  /** A flush failed: nobody knows which pages of the log are on disk. */
  #isUncertain = false;

  /** @param log flushes commits; without it SQLite does (or nothing is written) */
  constructor(database: DatabaseSync, file: string, log?: Pick<LogFlush, 'flush' | 'close'>) {
    this.#database = database;
    this.#file = file;
    this.#log = log;
    // SQLite writes each commit to the log, and flushes only where it copies from there to the store.
    if (log !== undefined) database.exec('PRAGMA synchronous = NORMAL');
    this.#sql = {
      dialect: this.dialect,
      rows: async (text, ...values) => this.#prepared(text).all(...values),
      run: async (text, ...values) => Number(this.#prepared(text).run(...values).changes),
      rowsFor: async (columns, rows, statement, ...values) => {
        const prepared = this.#prepared(oneByOne(columns, statement));
        const bind = binder(columns);
        return rows.flatMap((row) => prepared.all(...bind(row), ...values));
      },
      runFor: async (columns, rows, statement, ...values) => {
        const prepared = this.#prepared(oneByOne(columns, statement));
        const bind = binder(columns);
        let changed = 0;
        for (const row of rows) changed += Number(prepared.run(...bind(row), ...values).changes);
        return changed;
      },
    };
  }

  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#next(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await this.#transaction(work);
          await this.#flush();
          return result;
        } catch (thrown) {
          if (!(thrown instanceof Conflict) || attempt === attempts) throw explained(thrown, this.#file);
        }
      }
    });
  }

  rows(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#next(async () => {
      try {
        return await this.#sql.rows(text, ...values);
      } catch (thrown) {
        throw explained(thrown, this.#file);
      }
    });
  }

  /** Freed space is overwritten as it is freed (secure_delete); the log still has the pages as they were. */
  async wipe(): Promise<void> {
    await this.rows('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Waits for what is queued, then closes. */
  close(): Promise<void> {
    return this.#next(async () => {
      this.#statements.clear();
      this.#log?.close();
      if (this.#database.isOpen) this.#database.close();
    });
  }

  /** After everything that was queued before: nothing else comes between the statements of a transaction. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #flush(): Promise<void> {
    try {
      await this.#log?.flush();
    } catch (thrown) {
      this.#isUncertain = true;
      throw thrown;
    }
  }

  /**
   * After a failed flush another one may succeed although pages are lost: the system has forgotten that they were to be written. So
   * the log's content, which can still be read, is written anew, into the store itself.
   */
  #makeSure(): void {
    const [done] = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    if (done?.['busy'] !== 0) throw new StoreUnavailable(`The store ${this.#file} could not be brought to disk. Check the disk.`);
    this.#isUncertain = false;
  }

  async #transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    if (this.#isUncertain) this.#makeSure();
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = await work(this.#sql);
      this.#database.exec('COMMIT');
      return result;
    } catch (thrown) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw thrown;
    }
  }

  #prepared(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
    this.#statements.set(text, statement);
    return statement;
  }
}

/** In this process a prepared statement run for each row is twice as fast as one that takes its rows out of JSON. */
function oneByOne(columns: Columns, statement: StatementFor): string {
  const names = Object.keys(columns);
  const given = `(SELECT ${names.map((name, index) => `$${index + 1} AS ${name}`).join(', ')})`;
  return statement(given, (index) => `$${names.length + index}`);
}

function binder(columns: Columns): (row: GivenRow) => SqlValue[] {
  const names = Object.keys(columns);
  return (row) => names.map((name) => row[name] ?? null);
}
