import { createPublicKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import type { OrgDatabase } from '../storage/database.ts';
import { hashOfSecret, isSecretOf } from './secrets.ts';

/** A client that may log in by its own credentials, and the user it runs as. */
export interface ConnectedApp {
  readonly clientId: string;
  readonly userId: string;
}

/** The Salesforce CLI's own client: every org has it, and it has no secret. */
export const cliClientId = 'PlatformCLI';

/** The org's connected apps: secrets are stored as hashes, certificates as public keys. */
export class ConnectedApps {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_connected_app (client_id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL, user_id TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS local_app_key (client_id TEXT PRIMARY KEY, public_key TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS local_app_approval (client_id TEXT NOT NULL, principal_id TEXT NOT NULL, PRIMARY KEY (client_id, principal_id)) STRICT;
    `);
    database.prepare("INSERT OR IGNORE INTO local_connected_app (client_id, secret_hash, user_id) VALUES (?, '', '')").run(cliClientId);
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
      .run(clientId, hashOfSecret(clientSecret), userId);
    return { clientId, clientSecret };
  }

  knows(clientId: string): boolean {
    return this.#database.prepare('SELECT 1 FROM local_connected_app WHERE client_id = ?').get(clientId) !== undefined;
  }

  /** Whether the client must show a secret; one without is public and proves itself by PKCE. */
  hasSecret(clientId: string): boolean {
    return this.#secretHash(clientId) !== '';
  }

  /** The client of these credentials; undefined when they are wrong. Secrets are compared in constant time. */
  authenticate(clientId: string, clientSecret: string): ConnectedApp | undefined {
    const row = this.#database.prepare('SELECT secret_hash, user_id FROM local_connected_app WHERE client_id = ?').get(clientId);
    const isRight = isSecretOf(row === undefined ? undefined : String(row['secret_hash']), clientSecret);
    return row !== undefined && isRight ? { clientId, userId: String(row['user_id']) } : undefined;
  }

  /**
   * Lets a client sign JWTs with the key of this certificate, which replaces an earlier one.
   * @param certificate X.509 certificate or public key, PEM
   */
  setCertificate(clientId: string, certificate: string): void {
    const key = certificate.includes('BEGIN CERTIFICATE') ? new X509Certificate(certificate).publicKey : createPublicKey(certificate);
    this.#database
      .prepare(
        `INSERT INTO local_app_key (client_id, public_key) VALUES (?, ?)
         ON CONFLICT (client_id) DO UPDATE SET public_key = excluded.public_key`,
      )
      .run(clientId, String(key.export({ type: 'spki', format: 'pem' })));
  }

  /** The key that a client's JWTs are checked with; undefined when it has no certificate. */
  keyOf(clientId: string): KeyObject | undefined {
    const pem = this.#database.prepare('SELECT public_key FROM local_app_key WHERE client_id = ?').get(clientId)?.['public_key'];
    return typeof pem === 'string' ? createPublicKey(pem) : undefined;
  }

  /** Lets a client log a user in; `principalId` may also be a profile, whose users are then all approved. */
  approve(clientId: string, principalId: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO local_app_approval (client_id, principal_id) VALUES (?, ?)').run(clientId, principalId);
  }

  /** Whether the user, or an administrator for the user's profile, has approved the client. */
  isApproved(clientId: string, user: { readonly id: string; readonly profileId?: string }): boolean {
    return (
      this.#database
        .prepare('SELECT 1 FROM local_app_approval WHERE client_id = ? AND principal_id IN (?, ?)')
        .get(clientId, user.id, user.profileId ?? '') !== undefined
    );
  }

  #secretHash(clientId: string): string {
    return String(
      this.#database.prepare('SELECT secret_hash FROM local_connected_app WHERE client_id = ?').get(clientId)?.['secret_hash'] ?? '',
    );
  }
}
