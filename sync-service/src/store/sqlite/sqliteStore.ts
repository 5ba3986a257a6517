import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Answer } from '../../answer.ts';
import { asError, SetupError } from '../../errors.ts';
import type { SurveyDefinition } from '../../mapping/mappingSchema.ts';
import type { Acceptance, Assignment, ParentObject, PushOutcome, Refusal, StateCounts, Store, StoredAnswer } from '../store.ts';
import { AcceptanceDesk } from './acceptance.ts';
import { explained } from './diskErrors.ts';
import { migrate } from './migrations.ts';
import { asStoredAnswer } from './rows.ts';

/** Name of the store's file in the data folder. */
export const storeFileName = 'store.sqlite';

/**
 * Opens (and if needed creates or upgrades) the store in a data folder. WAL with synchronous=FULL: what a method resolved for
 * survives a power cut.
 * @throws SetupError when the folder cannot be written or the store is of a newer release
 */
export function openSqliteStore(folder: string): Store {
  const file = path.join(folder, storeFileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Comments and addresses are in it: its owner's alone, whatever the folder allows. SQLite's side files take the same rights.
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 16384;');
    migrate(database, file);
    return new SqliteStore(database, file);
  } catch (thrown) {
    if (thrown instanceof SetupError) throw thrown;
    throw new SetupError(`The data folder ${folder} is not usable: ${asError(thrown).message}`, { cause: thrown });
  }
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #desk: AcceptanceDesk;

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
    this.#desk = new AcceptanceDesk(database);
  }

  async accept(answers: readonly Answer[]): Promise<readonly Acceptance[]> {
    const now = new Date().toISOString();
    return this.#transaction(() => answers.map((answer) => this.#desk.accept(answer, now)));
  }

  async defineSurveys(surveys: Readonly<Record<string, SurveyDefinition>>): Promise<void> {
    const save = this.#database.prepare(
      'INSERT INTO survey VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET definition = excluded.definition',
    );
    this.#transaction(() => Object.entries(surveys).forEach(([key, definition]) => save.run(key, JSON.stringify(definition))));
  }

  async surveyDefinitions(keys: readonly string[]): Promise<ReadonlyMap<string, SurveyDefinition>> {
    const rows = this.#all('SELECT key, definition FROM survey WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(keys));
    return new Map(rows.map((row) => [String(row['key']), JSON.parse(String(row['definition'])) as SurveyDefinition]));
  }

  async waiting(afterSequence: number, limit: number): Promise<readonly StoredAnswer[]> {
    return this.#all(
      `SELECT sequence, external_id, content, content_hash, pushed_hash, assignment FROM answer
       WHERE state = 'waiting' AND sequence > ? ORDER BY sequence LIMIT ?`,
      afterSequence,
      limit,
    ).map(asStoredAnswer);
  }

  async assign(assignments: ReadonlyMap<number, Assignment>): Promise<void> {
    const save = this.#database.prepare('UPDATE answer SET assignment = ? WHERE sequence = ?');
    this.#transaction(() => assignments.forEach((assignment, sequence) => save.run(JSON.stringify(assignment), sequence)));
  }

  async takeShards(prefixes: readonly string[], size: number): Promise<readonly number[]> {
    const take = this.#database.prepare(
      'INSERT INTO shard VALUES (?, 1) ON CONFLICT (prefix) DO UPDATE SET answers = answers + 1 RETURNING answers',
    );
    return this.#transaction(() => prefixes.map((prefix) => Math.floor((Number(take.get(prefix)?.['answers']) - 1) / size)));
  }

  async finish(outcomes: readonly PushOutcome[]): Promise<void> {
    const pushed = this.#database.prepare(
      `UPDATE answer SET pushed_hash = ?2, error_code = NULL, error_reason = NULL,
         state = CASE WHEN content_hash = ?2 THEN 'pushed' ELSE state END WHERE sequence = ?1`,
    );
    const refused = this.#database.prepare(
      'UPDATE answer SET state = ?3, error_code = ?4, error_reason = ?5 WHERE sequence = ?1 AND content_hash = ?2',
    );
    this.#transaction(() => {
      for (const { sequence, contentHash, state, error } of outcomes) {
        if (state === 'pushed') pushed.run(sequence, contentHash);
        else refused.run(sequence, contentHash, state, error?.code ?? 'UNKNOWN', error?.reason ?? '');
      }
    });
  }

  async knownParents(object: ParentObject, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = this.#all(
      'SELECT key FROM parent WHERE object = ? AND key IN (SELECT value FROM json_each(?))',
      object,
      JSON.stringify(keys),
    );
    return new Set(rows.map((row) => String(row['key'])));
  }

  async rememberParents(object: ParentObject, keys: readonly string[]): Promise<void> {
    const save = this.#database.prepare('INSERT OR IGNORE INTO parent VALUES (?, ?)');
    this.#transaction(() => keys.forEach((key) => save.run(object, key)));
  }

  async forgetParents(object: ParentObject, keys: readonly string[]): Promise<void> {
    const forget = this.#database.prepare('DELETE FROM parent WHERE object = ? AND key = ?');
    this.#transaction(() => keys.forEach((key) => forget.run(object, key)));
  }

  async counts(): Promise<StateCounts> {
    const counts = { waiting: 0, pushed: 0, parked: 0, dead: 0 };
    const rows = this.#all('SELECT state, count(*) AS answers FROM answer GROUP BY state');
    const found = Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['answers'])]));
    return { ...counts, ...found };
  }

  async refusals(limit: number): Promise<readonly Refusal[]> {
    return this.#all(
      `SELECT external_id, state, error_code, error_reason FROM answer WHERE state IN ('parked', 'dead') ORDER BY sequence LIMIT ?`,
      limit,
    ).map((row) => ({
      externalId: String(row['external_id']),
      state: row['state'] === 'parked' ? 'parked' : 'dead',
      code: String(row['error_code']),
      reason: String(row['error_reason']),
    }));
  }

  async setting(name: string): Promise<string | undefined> {
    const value = this.#database.prepare('SELECT value FROM setting WHERE name = ?').get(name)?.['value'];
    return value === undefined ? undefined : String(value);
  }

  async setSetting(name: string, value: string): Promise<void> {
    this.#database.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #all(sql: string, ...values: readonly SQLInputValue[]): Record<string, unknown>[] {
    return this.#database.prepare(sql).all(...values);
  }

  #transaction<T>(work: () => T): T {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (thrown) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw explained(thrown, this.#file);
    }
  }
}
