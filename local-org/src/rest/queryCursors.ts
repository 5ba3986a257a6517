import type { QueryRecord } from '../soql/types.ts';
import { SalesforceError } from '../errors.ts';

/** What is left of a query's result, until it is fetched. */
export interface QueryCursor {
  readonly id: string;
  readonly userId: string;
  readonly totalSize: number;
  readonly records: readonly QueryRecord[];
  readonly expiresAt: number;
}

/** Open cursors a user may have, and how long each lives without being used (15 minutes, the platform's idle time). */
const mostPerUser = 10;
const lifetime = 15 * 60 * 1000;

/** Results larger than one page, each readable by the user who asked only. */
export class QueryCursors {
  readonly #cursors = new Map<string, QueryCursor>();
  #count = 0;

  open(userId: string, records: readonly QueryRecord[], totalSize: number): QueryCursor {
    this.#drop((cursor) => cursor.expiresAt < Date.now());
    const own = [...this.#cursors.values()].filter((cursor) => cursor.userId === userId);
    const oldest = own.length >= mostPerUser ? own[0] : undefined;
    if (oldest !== undefined) this.#cursors.delete(oldest.id);
    this.#count += 1;
    const id = `01gLo0${String(this.#count).padStart(9, '0')}AAA`;
    const cursor = { id, userId, totalSize, records, expiresAt: Date.now() + lifetime };
    this.#cursors.set(id, cursor);
    return cursor;
  }

  /** @throws SalesforceError INVALID_QUERY_LOCATOR when the cursor expired, or is another user's */
  find(id: string, userId: string): QueryCursor {
    const cursor = this.#cursors.get(id);
    if (cursor === undefined || cursor.userId !== userId || cursor.expiresAt < Date.now()) {
      throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    const renewed = { ...cursor, expiresAt: Date.now() + lifetime };
    this.#cursors.set(id, renewed);
    return renewed;
  }

  #drop(expired: (cursor: QueryCursor) => boolean): void {
    for (const cursor of this.#cursors.values()) if (expired(cursor)) this.#cursors.delete(cursor.id);
  }
}
