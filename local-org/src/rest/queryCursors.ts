import { SalesforceError } from '../errors.ts';
import type { Schema } from '../schema/types.ts';
import type { QueryCursor } from '../soql/types.ts';

interface OpenCursor {
  readonly userId: string;
  readonly cursor: QueryCursor;
  /** The org that it reads: after a deployment it reads nothing any more. */
  readonly schema: Schema;
  readonly isChild: boolean;
  expiresAt: number;
}

/** Open cursors a user may have; those of child rows count apart, because one page can have many. */
const mostPerUser = 10;
const mostChildren = 2000;
/** Fifteen minutes without being used, the platform's idle time. */
const lifetime = 15 * 60 * 1000;

/** Results larger than one page, each readable by the user who asked only. */
export class QueryCursors {
  readonly #cursors = new Map<string, OpenCursor>();
  #count = 0;

  /** @returns the 18 characters that name the result in `nextRecordsUrl` */
  open(userId: string, schema: Schema, cursor: QueryCursor, { isChild = false } = {}): string {
    this.#dropExpired();
    this.#dropOldest(userId, isChild, isChild ? mostChildren : mostPerUser);
    this.#count += 1;
    const id = `01gLo0${String(this.#count).padStart(9, '0')}AAA`;
    this.#cursors.set(id, { userId, cursor, schema, isChild, expiresAt: Date.now() + lifetime });
    return id;
  }

  /** @throws SalesforceError INVALID_QUERY_LOCATOR when it expired, is another user's, or is of an org that has changed since */
  find(id: string, userId: string, schema: Schema): QueryCursor {
    const found = this.#cursors.get(id);
    if (found === undefined || found.userId !== userId || found.schema !== schema || found.expiresAt < Date.now()) {
      throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    found.expiresAt = Date.now() + lifetime;
    return found.cursor;
  }

  #dropExpired(): void {
    for (const [id, { expiresAt }] of this.#cursors) if (expiresAt < Date.now()) this.#cursors.delete(id);
  }

  /** Makes room for one more. A map keeps the order in which cursors were opened. */
  #dropOldest(userId: string, isChild: boolean, most: number): void {
    const own = [...this.#cursors].filter(([, one]) => one.userId === userId && one.isChild === isChild);
    for (const [id] of own.slice(0, Math.max(0, own.length + 1 - most))) this.#cursors.delete(id);
  }
}
