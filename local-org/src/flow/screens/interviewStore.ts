import { randomUUID } from 'node:crypto';
import type { OrgDatabase } from '../../storage/database.ts';
import type { KeptInterview } from './interviewState.ts';

const table = 'local_org_screen_interview';

/** Milliseconds without an answer after which an interview that nobody paused is forgotten. */
const forgottenAfter = 24 * 60 * 60 * 1000;

/** An interview that waits at a screen for its user. */
export interface StoredInterview {
  readonly id: string;
  /** API name of the flow that was started. */
  readonly flow: string;
  readonly userId: string;
  readonly paused: boolean;
  readonly step: number;
  /** The versions of the flows in it: it cannot go on in others. */
  readonly versions: Readonly<Record<string, number>>;
  readonly state: KeptInterview;
}

/** Keeps interviews between two answers: a page holds no more of them than their id. */
export class InterviewStore {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      id TEXT PRIMARY KEY, flow TEXT NOT NULL, userId TEXT NOT NULL, touchedAt INTEGER NOT NULL, paused INTEGER NOT NULL,
      step INTEGER NOT NULL, versions TEXT NOT NULL, state TEXT NOT NULL) STRICT`);
  }

  /** An id that nobody can guess. */
  newId(): string {
    return randomUUID();
  }

  keep(interview: StoredInterview, now: number): void {
    const { id, flow, userId, paused, step, versions, state } = interview;
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO ${table} (id, flow, userId, touchedAt, paused, step, versions, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, flow, userId, now, paused ? 1 : 0, step, JSON.stringify(versions), JSON.stringify(state));
  }

  read(id: string): StoredInterview | undefined {
    const row = this.#database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    if (row === undefined) return undefined;
    return {
      id,
      flow: String(row['flow']),
      userId: String(row['userId']),
      paused: row['paused'] === 1,
      step: Number(row['step']),
      // Both are written by `keep` above, so their shape is known.
      versions: JSON.parse(String(row['versions'])) as Record<string, number>,
      state: JSON.parse(String(row['state'])) as KeptInterview,
    };
  }

  forget(id: string): void {
    this.#database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  }

  /** Forgets what was left lying. */
  forgetOld(now: number): void {
    this.#database.prepare(`DELETE FROM ${table} WHERE paused = 0 AND touchedAt < ?`).run(now - forgottenAfter);
  }
}
