import { closeSync, fchmodSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { RowCache } from './rowCache.ts';
import { WatchedChanges } from './watchedChanges.ts';

/** The org's file is there, but SQLite cannot read it. */
export class NotADatabaseError extends Error {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${file} cannot be read as the database of a local org (${reason}): choose another folder with --data, or move the file away`, {
      cause,
    });
    this.name = 'NotADatabaseError';
  }
}

/**
 * When a transaction is safe from a power failure: before `transaction` comes
 * back, or with the next one that is. Safe from a killed process are both, and
 * what was committed later never survives what was committed before.
 */
export type Durability = 'at once' | 'with the next';

/** The statements around a transaction or a part of one. */
interface Level {
  readonly begin: string;
  readonly end: string;
  readonly undo: string;
}

const outermost: Level = { begin: 'BEGIN IMMEDIATE', end: 'COMMIT', undo: 'ROLLBACK' };

/**
 * A part that begins where nothing was written yet: undoing it is undoing all.
 * A savepoint would have SQLite copy every page before it is written, which
 * takes longer than the writing.
 */
const untouched: Level = { begin: '', end: '', undo: 'ROLLBACK; BEGIN IMMEDIATE' };

function savepoint(depth: number): Level {
  const name = `level${depth}`;
  return { begin: `SAVEPOINT ${name}`, end: `RELEASE ${name}`, undo: `ROLLBACK TO ${name}; RELEASE ${name}` };
}

/** A prepared statement whose rows are arrays. */
export interface ArrayStatement {
  all(...parameters: (string | number | null)[]): readonly (readonly unknown[])[];
}

/**
 * The org's one SQLite file. Everything is synchronous: a request is served in
 * one go, so a transaction never interleaves with another.
 */
export class OrgDatabase {
  readonly connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #arrayStatements = new Map<string, ArrayStatement>();
  /** For the record store, and for whoever writes to a record's table past it. */
  readonly rowCache = new RowCache();
  /** What has changed of the tables that decide who may see what. */
  readonly changes = new WatchedChanges();
  #depth = 0;
  #changesAtBegin: unknown;
  /** Whether the open transaction has run statements whose changes SQLite does not count. */
  #definesTables = false;
  #transactions = 0;

  /**
   * @param file path of the database, or `:memory:`
   * @throws NotADatabaseError
   */
  constructor(file: string) {
    if (file !== ':memory:') makePrivate(file);
    this.connection = new DatabaseSync(file);
    try {
      // WAL with FULL: what was answered survives a crash. The large checkpoint interval
      // measured a third more rows a second than SQLite's default.
      this.connection.exec(`
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 32768;
        PRAGMA cache_size = -65536;
        PRAGMA foreign_keys = OFF;
        PRAGMA case_sensitive_like = ON;
      `);
    } catch (error) {
      this.connection.close();
      throw new NotADatabaseError(file, error);
    }
  }

  /** The prepared statement for this text; prepared once. */
  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      keepNewest(this.#statements, sql, statement);
    }
    return statement;
  }

  /** As `prepare`, for statements whose rows are read by the places of their columns: half the time of rows with names. */
  prepareArrays(sql: string): ArrayStatement {
    let statement = this.#arrayStatements.get(sql);
    if (statement === undefined) {
      const prepared = this.connection.prepare(sql);
      prepared.setReturnArrays(true);
      // Its type knows rows with names only.
      statement = prepared as unknown as ArrayStatement;
      keepNewest(this.#arrayStatements, sql, statement);
    }
    return statement;
  }

  /** Number of the outermost transaction that runs or ran last: what happens under one number commits together. */
  get transactionNumber(): number {
    return this.#transactions;
  }

  /** Statements without parameters or results (DDL). Forgets prepared statements, whose tables may have changed. */
  execute(sql: string): void {
    this.#definesTables = true;
    this.connection.exec(sql);
    this.#forget();
  }

  /**
   * Runs `work` wholly or not at all. Nests: an inner call is a savepoint, so
   * that one failed batch does not undo those before it.
   */
  transaction<Result>(work: () => Result, durability: Durability = 'at once'): Result {
    if (this.#depth > 0 || durability === 'at once') return this.#transaction(work);
    this.connection.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.#transaction(work);
    } finally {
      this.connection.exec('PRAGMA synchronous = FULL');
    }
  }

  #transaction<Result>(work: () => Result): Result {
    const level = this.#depth === 0 ? this.#outermost() : this.#isUntouched() ? untouched : savepoint(this.#depth);
    this.connection.exec(level.begin);
    if (this.#depth === 0) this.#changesAtBegin = this.#changes();
    this.#depth += 1;
    try {
      const result = work();
      this.connection.exec(level.end);
      return result;
    } catch (error) {
      this.connection.exec(level.undo);
      this.rowCache.clear();
      this.changes.undo();
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.changes.settle();
    }
  }

  #outermost(): Level {
    this.#transactions += 1;
    this.#definesTables = false;
    return outermost;
  }

  /** Whether the open transaction has written nothing yet. */
  #isUntouched(): boolean {
    return !this.#definesTables && this.#changes() === this.#changesAtBegin;
  }

  /** Rows that this connection has written so far. */
  #changes(): unknown {
    return this.prepareArrays('SELECT total_changes()').all()[0]?.[0];
  }

  close(): void {
    this.#forget();
    this.connection.close();
  }

  #forget(): void {
    this.#statements.clear();
    this.#arrayStatements.clear();
    this.rowCache.clear();
  }
}

/** Statements of each kind that are kept: queries come in any number of texts. */
const mostStatements = 2000;

function keepNewest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostStatements && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}

/** Customers' words and people's sessions are its owner's alone. SQLite gives its side files the mode of the database. */
function makePrivate(file: string): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    fchmodSync(descriptor, 0o600);
  } finally {
    closeSync(descriptor);
  }
}
