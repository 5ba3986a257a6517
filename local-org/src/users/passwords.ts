import { randomBytes, randomInt, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { OrgDatabase } from '../storage/database.ts';

/** Wrong passwords in a row that lock a user out, and for how long: the platform's defaults. */
const mostFailures = 10;
const lockMinutes = 15;
const keyLength = 32;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Users' passwords, hashed with scrypt and a salt each. */
export class Passwords {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_password (
        user_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL,
        expired INTEGER NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER NOT NULL
      ) STRICT
    `);
  }

  has(userId: string): boolean {
    return this.#row(userId) !== undefined;
  }

  /** Gives a user this password, which also ends a lock. @param expired must be changed at the next log-in */
  set(userId: string, password: string, options: { readonly expired?: boolean } = {}): void {
    const salt = randomBytes(16);
    this.#database
      .prepare('INSERT OR REPLACE INTO local_password (user_id, salt, hash, expired, failures, locked_until) VALUES (?, ?, ?, ?, 0, 0)')
      .run(userId, salt.toString('hex'), scryptSync(password, salt, keyLength).toString('hex'), options.expired === true ? 1 : 0);
  }

  /** Gives a user a new random password, to be changed at the next log-in, and returns it. */
  reset(userId: string): string {
    const password = randomPassword();
    this.set(userId, password, { expired: true });
    return password;
  }

  isExpired(userId: string): boolean {
    return this.#row(userId)?.['expired'] === 1;
  }

  /** Whether the password is the one the user has now. */
  isSame(userId: string, password: string): boolean {
    const row = this.#row(userId);
    return row !== undefined && isHash(row['hash'], scryptSync(password, saltOf(row['salt']), keyLength));
  }

  /**
   * Whether a user may log in with this password. Takes as long for somebody
   * who is not there; ten wrong ones in a row lock the user for 15 minutes.
   */
  async verify(userId: string | undefined, password: string): Promise<boolean> {
    const row = userId === undefined ? undefined : this.#row(userId);
    const key = await derive(password, saltOf(row?.['salt']), keyLength);
    const isRight = isHash(row?.['hash'], key);
    if (userId === undefined || row === undefined || Number(row['locked_until']) > Date.now()) return false;
    const failures = isRight ? 0 : Number(row['failures']) + 1;
    const isLocked = failures >= mostFailures;
    if (failures > 0 || Number(row['failures']) > 0) {
      this.#database
        .prepare('UPDATE local_password SET failures = ?, locked_until = ? WHERE user_id = ?')
        .run(isLocked ? 0 : failures, isLocked ? Date.now() + lockMinutes * 60_000 : 0, userId);
    }
    return isRight;
  }

  #row(userId: string): Record<string, unknown> | undefined {
    return this.#database.prepare('SELECT * FROM local_password WHERE user_id = ?').get(userId);
  }
}

/** A password of the org's making: letters and digits, so that it stands in a file or a command as it is. */
export function randomPassword(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  const random = Array.from({ length: 18 }, () => letters.charAt(randomInt(letters.length))).join('');
  // By the default policy a password holds letters and digits.
  return `${random}a7`;
}

/** What is wrong with a password by the org's default policy (Help, "Set Password Policies"); undefined when nothing. */
export function passwordProblem(password: string, user: { readonly username: string }): string | undefined {
  if (password.length < 8) return 'Your password must be at least 8 characters long.';
  if (password.length > 16_000) return 'Your password is too long.';
  if (!/\d/u.test(password) || !/\p{L}/u.test(password)) return 'Your password must include letters and numbers';
  if (password.toLowerCase().includes(user.username.toLowerCase())) return 'Your password cannot equal or contain your user name.';
  return undefined;
}

function saltOf(stored: unknown): Buffer {
  return typeof stored === 'string' ? Buffer.from(stored, 'hex') : Buffer.alloc(16);
}

function isHash(stored: unknown, key: Buffer): boolean {
  const hash = typeof stored === 'string' ? Buffer.from(stored, 'hex') : Buffer.alloc(keyLength);
  return timingSafeEqual(hash, key) && typeof stored === 'string';
}
