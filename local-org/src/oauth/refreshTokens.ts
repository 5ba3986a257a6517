import type { OrgDatabase } from '../storage/database.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { Sessions } from './sessions.ts';

/** What a refresh token stands for. */
export interface RefreshGrant {
  /** Its key in the store, which its sessions carry. */
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly scope: string;
}

/** Refresh tokens: valid until revoked, as by the platform's default policy. Only hashes are stored. */
export class RefreshTokens {
  readonly #database: OrgDatabase;
  readonly #sessions: Sessions;

  constructor(database: OrgDatabase, sessions: Sessions) {
    this.#database = database;
    this.#sessions = sessions;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_refresh_token (
        token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, client_id TEXT NOT NULL, scope TEXT NOT NULL
      ) STRICT
    `);
  }

  issue(userId: string, clientId: string, scope: string): { readonly token: string; readonly id: string } {
    const token = `5Aep${newSecret(62)}`;
    const id = hashOfSecret(token);
    this.#database
      .prepare('INSERT INTO local_refresh_token (token_hash, user_id, client_id, scope) VALUES (?, ?, ?, ?)')
      .run(id, userId, clientId, scope);
    return { token, id };
  }

  find(token: string): RefreshGrant | undefined {
    const id = hashOfSecret(token);
    const row = this.#database.prepare('SELECT user_id, client_id, scope FROM local_refresh_token WHERE token_hash = ?').get(id);
    if (row === undefined) return undefined;
    return { id, userId: String(row['user_id']), clientId: String(row['client_id']), scope: String(row['scope']) };
  }

  /** Ends a refresh token and every session that it brought; false when there was none. */
  revoke(token: string): boolean {
    const id = hashOfSecret(token);
    this.#sessions.revokeOfRefresh(id);
    return this.#database.prepare('DELETE FROM local_refresh_token WHERE token_hash = ?').run(id).changes > 0;
  }
}
