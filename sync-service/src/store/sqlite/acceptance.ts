import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { canonicalJson, contentHash, externalIdOf, type Answer } from '../../answer.ts';
import type { Acceptance } from '../store.ts';

/** The rules by which a delivered answer meets what is stored. */
export class AcceptanceDesk {
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #wake: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT sequence, content_hash, updated_at, state, pushed_hash FROM answer WHERE external_id = ?');
    this.#insert = database.prepare(
      `INSERT INTO answer (external_id, source, content, content_hash, updated_at, received_at, state) VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
    );
    this.#replace = database.prepare(
      `UPDATE answer SET content = ?, content_hash = ?, updated_at = ?, received_at = ?, state = ?, error_code = NULL, error_reason = NULL,
         assignment = CASE WHEN pushed_hash IS NULL THEN NULL ELSE assignment END
       WHERE sequence = ?`,
    );
    this.#wake = database.prepare(`UPDATE answer SET state = 'waiting' WHERE sequence = ?`);
  }

  /** Stores one answer inside the caller's transaction. */
  accept(answer: Answer, receivedAt: string): Acceptance {
    const content = canonicalJson(answer);
    const hash = contentHash(content);
    const updatedAt = answer.updatedAt ?? null;
    const stored = this.#find.get(externalIdOf(answer));
    if (stored === undefined) {
      this.#insert.run(externalIdOf(answer), answer.source, content, hash, updatedAt, receivedAt);
      return 'new';
    }
    const sequence = Number(stored['sequence']);
    if (stored['content_hash'] === hash) return this.#same(sequence, String(stored['state']));
    // Times of change decide where both versions have one; else the later delivery is the newer.
    const storedUpdate = stored['updated_at'];
    if (updatedAt !== null && typeof storedUpdate === 'string' && updatedAt < storedUpdate) return 'outdated';
    // Back to what the org already has (two versions of one answer in a file that is read again): nothing to push.
    const state = stored['pushed_hash'] === hash ? 'pushed' : 'waiting';
    this.#replace.run(content, hash, updatedAt, receivedAt, state, sequence);
    return 'changed';
  }

  /** An answer that was refused gets another try when somebody delivers it again: perhaps the org was corrected. */
  #same(sequence: number, state: string): Acceptance {
    if (state === 'pushed') return 'unchanged';
    if (state !== 'waiting') this.#wake.run(sequence);
    return 'pending';
  }
}
