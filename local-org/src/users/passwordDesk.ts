import { SalesforceError } from '../errors.ts';
import type { RequestUser } from '../requestUser.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { normaliseId } from '../storage/ids.ts';
import { managesUsers } from './managesUsers.ts';
import { passwordProblem, Passwords } from './passwords.ts';

/** What REST and SOAP do with users' passwords. Everybody may with their own, administrators with all. */
export class PasswordDesk {
  readonly #database: OrgDatabase;
  readonly #passwords: Passwords;
  readonly #user: RequestUser;

  /** @param user who asks */
  constructor(database: OrgDatabase, user: RequestUser) {
    this.#database = database;
    this.#passwords = new Passwords(database);
    this.#user = user;
  }

  isExpired(userId: string): boolean {
    return this.#passwords.isExpired(this.#allowed(userId).id);
  }

  /** @throws SalesforceError INVALID_NEW_PASSWORD when the org's policy does not take it */
  set(userId: string, password: string): void {
    const target = this.#allowed(userId);
    const problem = this.#passwords.isSame(target.id, password) ? 'invalid repeated password' : passwordProblem(password, target);
    if (problem !== undefined) throw new SalesforceError('INVALID_NEW_PASSWORD', problem);
    this.#passwords.set(target.id, password);
  }

  /** The new, random password, which is to be changed at the next log-in. */
  reset(userId: string): string {
    return this.#passwords.reset(this.#allowed(userId).id);
  }

  /** @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
  #allowed(userId: string): { readonly id: string; readonly username: string } {
    const id = normaliseId(userId) ?? '';
    const row = this.#database.prepare('SELECT "Username" AS username FROM "User" WHERE "Id" = ? AND "IsDeleted" = 0').get(id);
    if (row === undefined) throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
    if (id !== this.#user.id && !managesUsers(this.#user)) {
      throw new SalesforceError('INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id', { status: 403 });
    }
    return { id, username: String(row['username']) };
  }
}
