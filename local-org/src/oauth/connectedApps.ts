import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { OrgDatabase } from '../storage/database.ts';

/** A client that may log in by its own credentials, and the user it runs as. */
export interface ConnectedApp {
  readonly clientId: string;
  readonly userId: string;
}

/** The org's connected apps; secrets are stored as hashes. */
export class ConnectedApps {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_connected_app (client_id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL, user_id TEXT NOT NULL) STRICT
    `);
  }

  /** Registers a client, or gives a known user's client a new secret. */
  register(userId: string): { readonly clientId: string; readonly clientSecret: string } {
    const clientSecret = randomBytes(32).toString('hex').toUpperCase();
    const known = this.#database.prepare('SELECT client_id FROM local_connected_app WHERE user_id = ?').get(userId);
    const clientId = typeof known?.['client_id'] === 'string' ? known['client_id'] : `3MVG9${randomBytes(60).toString('base64url')}`;
    this.#database
      .prepare(
        `INSERT INTO local_connected_app (client_id, secret_hash, user_id) VALUES (?, ?, ?)
         ON CONFLICT (client_id) DO UPDATE SET secret_hash = excluded.secret_hash`,
      )
      .run(clientId, hashOf(clientSecret).toString('hex'), userId);
    return { clientId, clientSecret };
  }

  knows(clientId: string): boolean {
    return this.#database.prepare('SELECT 1 FROM local_connected_app WHERE client_id = ?').get(clientId) !== undefined;
  }

  /** The client of these credentials; undefined when they are wrong. Secrets are compared in constant time. */
  authenticate(clientId: string, clientSecret: string): ConnectedApp | undefined {
    const row = this.#database.prepare('SELECT secret_hash, user_id FROM local_connected_app WHERE client_id = ?').get(clientId);
    const stored = row === undefined ? hashOf('') : Buffer.from(String(row['secret_hash']), 'hex');
    const isRight = timingSafeEqual(stored, hashOf(clientSecret));
    return row !== undefined && isRight ? { clientId, userId: String(row['user_id']) } : undefined;
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
