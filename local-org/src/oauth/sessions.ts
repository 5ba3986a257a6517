import { createHash, randomBytes } from 'node:crypto';
import type { OrgDatabase } from '../storage/database.ts';

/** Idle time after which a session ends, as on the platform by default. */
const idleLifetime = 2 * 60 * 60 * 1000;

/**
 * Who is logged in. Only hashes of the tokens are stored, so a copy of the
 * database logs nobody in; they survive a restart. Sessions go by real time,
 * not by the org's clock: moving that in a test must not log the tester out.
 */
export class Sessions {
  readonly #database: OrgDatabase;
  readonly #organizationId: string;

  constructor(database: OrgDatabase, organizationId: string) {
    this.#database = database;
    this.#organizationId = organizationId;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_session (token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at INTEGER) STRICT
    `);
  }

  /** A new token for the user, `00D...!...`. A lasting one does not end by itself. */
  open(userId: string, options: { readonly lasting?: boolean } = {}): string {
    const secret = randomBytes(66).toString('base64url').replaceAll('-', '.');
    const token = `${this.#organizationId.slice(0, 15)}!AQ${secret}`;
    const expiresAt = options.lasting === true ? null : Date.now() + idleLifetime;
    this.#database.prepare('DELETE FROM local_session WHERE expires_at < ?').run(Date.now());
    this.#database
      .prepare('INSERT INTO local_session (token_hash, user_id, expires_at) VALUES (?, ?, ?)')
      .run(hashOf(token), userId, expiresAt);
    return token;
  }

  /** The user's id behind a token; undefined when it is unknown, revoked or expired. Using a session prolongs it. */
  userIdOf(token: string): string | undefined {
    const hash = hashOf(token);
    const row = this.#database.prepare('SELECT user_id, expires_at FROM local_session WHERE token_hash = ?').get(hash);
    if (row === undefined) return undefined;
    const expiresAt = row['expires_at'];
    if (typeof expiresAt === 'number') {
      const left = expiresAt - Date.now();
      if (left < 0) return undefined;
      if (left < idleLifetime / 2) {
        this.#database.prepare('UPDATE local_session SET expires_at = ? WHERE token_hash = ?').run(Date.now() + idleLifetime, hash);
      }
    }
    return String(row['user_id']);
  }

  /** Ends a session; false when there was none. */
  revoke(token: string): boolean {
    return this.#database.prepare('DELETE FROM local_session WHERE token_hash = ?').run(hashOf(token)).changes > 0;
  }
}

/** The table's key makes the look-up; hashing first keeps its timing from telling anything of the token. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
