import type { OrgDatabase } from '../storage/database.ts';
import { hashOfSecret, newSecret } from './secrets.ts';

/** Idle time after which a session ends, as on the platform by default. */
export const defaultIdleMinutes = 120;

/** What a session was opened for. */
export interface SessionOptions {
  /** Does not end by itself. */
  readonly lasting?: boolean;
  /** The client it was given to; absent for log-ins without one. */
  readonly clientId?: string;
  /** Space-separated, as asked for. */
  readonly scope?: string;
  /** Key of the refresh token that it came from: revoking that ends it. */
  readonly refreshId?: string;
}

/** What is known of a live session. */
export interface Session {
  readonly userId: string;
  readonly clientId: string | undefined;
  readonly scope: string;
  /** Epoch milliseconds; `expiresAt` is undefined for a lasting one. */
  readonly issuedAt: number;
  readonly expiresAt: number | undefined;
}

const columns = { client_id: 'TEXT', scope: 'TEXT', issued_at: 'INTEGER', refresh_id: 'TEXT' };

/**
 * Who is logged in. Only hashes of the tokens are stored, so a copy of the
 * database logs nobody in; they survive a restart. Sessions go by real time,
 * not by the org's clock: moving that in a test must not log the tester out.
 */
export class Sessions {
  readonly #database: OrgDatabase;
  readonly #organizationId: string;
  readonly #idleLifetime: number;

  /** @param idleMinutes after which an unused session ends */
  constructor(database: OrgDatabase, organizationId: string, idleMinutes = defaultIdleMinutes) {
    this.#database = database;
    this.#organizationId = organizationId;
    this.#idleLifetime = idleMinutes * 60_000;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_session (token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at INTEGER) STRICT
    `);
    const known = new Set(
      database
        .prepare('PRAGMA table_info(local_session)')
        .all()
        .map((row) => row['name']),
    );
    for (const [name, type] of Object.entries(columns)) {
      if (!known.has(name)) database.execute(`ALTER TABLE local_session ADD COLUMN ${name} ${type}`);
    }
  }

  /** A new token for the user, `00D...!...`. */
  open(userId: string, options: SessionOptions = {}): string {
    const token = `${this.#organizationId.slice(0, 15)}!AQ${newSecret(66)}`;
    const now = Date.now();
    const expiresAt = options.lasting === true ? null : now + this.#idleLifetime;
    this.#database.prepare('DELETE FROM local_session WHERE expires_at < ?').run(now);
    this.#database
      .prepare(
        `INSERT INTO local_session (token_hash, user_id, expires_at, client_id, scope, issued_at, refresh_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(hashOfSecret(token), userId, expiresAt, options.clientId ?? null, options.scope ?? null, now, options.refreshId ?? null);
    return token;
  }

  /** The user's id behind a token; undefined when it is unknown, revoked or expired. Using a session prolongs it. */
  userIdOf(token: string): string | undefined {
    const hash = hashOfSecret(token);
    const row = this.#database.prepare('SELECT user_id, expires_at FROM local_session WHERE token_hash = ?').get(hash);
    if (row === undefined) return undefined;
    const expiresAt = row['expires_at'];
    if (typeof expiresAt === 'number') {
      const left = expiresAt - Date.now();
      if (left < 0) return undefined;
      // Not at each use: a write for every request would cost more than the request.
      if (left < this.#idleLifetime / 2) {
        this.#database.prepare('UPDATE local_session SET expires_at = ? WHERE token_hash = ?').run(Date.now() + this.#idleLifetime, hash);
      }
    }
    return String(row['user_id']);
  }

  /** A live session's facts, without prolonging it. */
  look(token: string): Session | undefined {
    const row = this.#database
      .prepare('SELECT user_id, client_id, scope, issued_at, expires_at FROM local_session WHERE token_hash = ?')
      .get(hashOfSecret(token));
    if (row === undefined) return undefined;
    const expiresAt = typeof row['expires_at'] === 'number' ? row['expires_at'] : undefined;
    if (expiresAt !== undefined && expiresAt < Date.now()) return undefined;
    return {
      userId: String(row['user_id']),
      clientId: typeof row['client_id'] === 'string' ? row['client_id'] : undefined,
      scope: typeof row['scope'] === 'string' ? row['scope'] : '',
      issuedAt: Number(row['issued_at'] ?? 0),
      expiresAt,
    };
  }

  /** Ends a session; false when there was none. */
  revoke(token: string): boolean {
    return this.#database.prepare('DELETE FROM local_session WHERE token_hash = ?').run(hashOfSecret(token)).changes > 0;
  }

  /** Ends every session of a user. */
  revokeAllOf(userId: string): void {
    this.#database.prepare('DELETE FROM local_session WHERE user_id = ?').run(userId);
  }

  /** Ends what a refresh token brought. */
  revokeOfRefresh(refreshId: string): void {
    this.#database.prepare('DELETE FROM local_session WHERE refresh_id = ?').run(refreshId);
  }

  /** How long an unused session lives, in seconds. */
  get idleSeconds(): number {
    return Math.round(this.#idleLifetime / 1000);
  }
}
