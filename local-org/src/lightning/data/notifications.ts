import { z } from 'zod';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { OrgDatabase } from '../../storage/database.ts';

/** A custom notification as the bell shows it. */
export interface BellNotification {
  readonly id: number;
  /** ISO 8601 */
  readonly at: string;
  readonly title: string;
  readonly body: string;
  readonly read: boolean;
  /** Where a click leads; absent when the notification leads nowhere. */
  readonly url?: string;
}

/** What the bell shows of a user's notifications. */
export interface Bell {
  readonly unread: number;
  /** The newest, newest first. */
  readonly notifications: readonly BellNotification[];
}

const sent = 'local_org_outbox_notifications';
const seen = 'local_notification_read';
/** Notifications that the bell shows. */
const mostShown = 50;

const prepared = new WeakSet<OrgDatabase>();

function prepare(database: OrgDatabase): void {
  if (prepared.has(database)) return;
  prepared.add(database);
  database.execute(
    `CREATE TABLE IF NOT EXISTS ${seen} (userId TEXT NOT NULL, notificationId INTEGER NOT NULL, PRIMARY KEY (userId, notificationId)) STRICT, WITHOUT ROWID`,
  );
}

/** Notifications of a user that they have not opened. */
export function unreadCount({ database }: Org, { id }: RequestUser): number {
  prepare(database);
  const rows = database
    .prepareArrays(
      `SELECT COUNT(*) FROM ${sent} AS one WHERE instr(receivers, ?1) > 0
       AND NOT EXISTS (SELECT 1 FROM ${seen} WHERE userId = ?1 AND notificationId = one.id)`,
    )
    .all(id);
  return Number(rows[0]?.[0] ?? 0);
}

/** The user's newest notifications. */
export function bellOf(org: Org, user: RequestUser): Bell {
  prepare(org.database);
  const rows = org.database
    .prepareArrays(
      `SELECT one.id, at, title, body, targetId, targetPageRef, mark.notificationId IS NOT NULL FROM ${sent} AS one
       LEFT JOIN ${seen} AS mark ON mark.userId = ?1 AND mark.notificationId = one.id
       WHERE instr(receivers, ?1) > 0 ORDER BY one.id DESC LIMIT ?2`,
    )
    .all(user.id, mostShown);
  const notifications = rows.map(([id, at, title, body, targetId, pageReference, read]): BellNotification => {
    const url = targetUrl(targetId, pageReference);
    return {
      id: Number(id),
      at: new Date(Number(at)).toISOString(),
      title: String(title),
      body: String(body),
      read: Number(read) === 1,
      ...(url === undefined ? {} : { url }),
    };
  });
  return { unread: unreadCount(org, user), notifications };
}

/** Marks a notification, or all of the user's, as opened. */
export function markRead(org: Org, user: RequestUser, which: number | 'all'): void {
  prepare(org.database);
  const statement = org.database.prepare(
    `INSERT OR IGNORE INTO ${seen} (userId, notificationId) SELECT ?1, id FROM ${sent} WHERE instr(receivers, ?1) > 0 AND (?2 = 0 OR id = ?2)`,
  );
  statement.run(user.id, which === 'all' ? 0 : which);
}

const referenceSchema = z.object({
  attributes: z.object({ recordId: z.string().optional(), apiName: z.string().optional(), objectApiName: z.string().optional() }),
});

function targetUrl(targetId: unknown, pageReference: unknown): string | undefined {
  if (typeof targetId === 'string' && /^[A-Za-z0-9]{18}$/u.test(targetId)) return `/lightning/r/${targetId}/view`;
  return typeof pageReference === 'string' ? urlOfReference(pageReference) : undefined;
}

/** Page references that flows send are JSON in the platform's form. */
function urlOfReference(json: string): string | undefined {
  try {
    const { attributes } = referenceSchema.parse(JSON.parse(json));
    const { recordId, apiName, objectApiName: object } = attributes;
    if (recordId !== undefined) return `/lightning/r/${encodeURIComponent(recordId)}/view`;
    if (apiName !== undefined) return `/lightning/n/${encodeURIComponent(apiName)}`;
    return object === undefined ? undefined : `/lightning/o/${encodeURIComponent(object)}/list`;
  } catch {
    return undefined;
  }
}
