import type { OrgDatabase } from '../../storage/database.ts';

/** An e-mail that a real org would have sent. */
export interface OutboxEmail {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The action that sent it: `emailSimple`, `emailAlert`. */
  readonly action: string;
  /** The flow that sent it, or `REST`. */
  readonly caller: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Absent on plain e-mails. */
  readonly html: string | undefined;
  readonly relatedRecordId: string | undefined;
}

/** A notification that a real org would have shown to its recipients. */
export interface OutboxNotification {
  readonly id: number;
  readonly at: number;
  readonly caller: string;
  /** Developer name of its type. */
  readonly type: string;
  readonly title: string;
  readonly body: string;
  /** Ids of the users who get it. */
  readonly recipients: readonly string[];
  readonly senderId: string | undefined;
  readonly targetId: string | undefined;
  readonly targetPageRef: string | undefined;
}

const emails = 'local_org_outbox_emails';
const notifications = 'local_org_outbox_notifications';
const keptOfEach = 100_000;

/**
 * What flows send, kept in the org's database and never sent: written in the
 * transaction at hand, so that what is rolled back was never in it.
 */
export class Outbox {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS ${emails} (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, action TEXT NOT NULL, caller TEXT NOT NULL, sender TEXT NOT NULL,
        receivers TEXT NOT NULL, cc TEXT NOT NULL, bcc TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT, relatedId TEXT,
        counted INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS ${emails}_at ON ${emails} (at);
      CREATE TABLE IF NOT EXISTS ${notifications} (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, caller TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
        body TEXT NOT NULL, receivers TEXT NOT NULL, senderId TEXT, targetId TEXT, targetPageRef TEXT)`);
  }

  /** @param counted recipients that count against the daily limit: those outside the org */
  addEmail(email: Omit<OutboxEmail, 'id'>, counted: number): void {
    const { at, action, caller, from, to, cc, bcc, subject, text, html, relatedRecordId } = email;
    this.#database
      .prepare(
        `INSERT INTO ${emails} (at, action, caller, sender, receivers, cc, bcc, subject, text, html, relatedId, counted)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        at,
        action,
        caller,
        from,
        JSON.stringify(to),
        JSON.stringify(cc),
        JSON.stringify(bcc),
        subject,
        text,
        html ?? null,
        relatedRecordId ?? null,
        counted,
      );
    this.#forgetOldest(emails);
  }

  addNotification(notification: Omit<OutboxNotification, 'id'>): void {
    const { at, caller, type, title, body, recipients, senderId, targetId, targetPageRef } = notification;
    this.#database
      .prepare(
        `INSERT INTO ${notifications} (at, caller, type, title, body, receivers, senderId, targetId, targetPageRef)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(at, caller, type, title, body, JSON.stringify(recipients), senderId ?? null, targetId ?? null, targetPageRef ?? null);
    this.#forgetOldest(notifications);
  }

  /** The newest e-mails, newest first. */
  emails(most = 200): OutboxEmail[] {
    return this.#database
      .prepare(`SELECT * FROM ${emails} ORDER BY id DESC LIMIT ?`)
      .all(most)
      .map((row) => ({
        id: Number(row['id']),
        at: Number(row['at']),
        action: String(row['action']),
        caller: String(row['caller']),
        from: String(row['sender']),
        to: listFrom(row['receivers']),
        cc: listFrom(row['cc']),
        bcc: listFrom(row['bcc']),
        subject: String(row['subject']),
        text: String(row['text']),
        html: textFrom(row['html']),
        relatedRecordId: textFrom(row['relatedId']),
      }));
  }

  /** The newest notifications, newest first. */
  notifications(most = 200): OutboxNotification[] {
    return this.#database
      .prepare(`SELECT * FROM ${notifications} ORDER BY id DESC LIMIT ?`)
      .all(most)
      .map((row) => ({
        id: Number(row['id']),
        at: Number(row['at']),
        caller: String(row['caller']),
        type: String(row['type']),
        title: String(row['title']),
        body: String(row['body']),
        recipients: listFrom(row['receivers']),
        senderId: textFrom(row['senderId']),
        targetId: textFrom(row['targetId']),
        targetPageRef: textFrom(row['targetPageRef']),
      }));
  }

  /** Recipients outside the org since this moment: what the daily limit of single e-mails counts. */
  countedSince(moment: number): number {
    const row = this.#database.prepare(`SELECT SUM(counted) AS sum FROM ${emails} WHERE at >= ?`).get(moment);
    return Number(row?.['sum'] ?? 0);
  }

  #forgetOldest(table: string): void {
    this.#database.prepare(`DELETE FROM ${table} WHERE id <= (SELECT MAX(id) FROM ${table}) - ?`).run(keptOfEach);
  }
}

/** Written by `addEmail` and `addNotification` above, so its shape is known. */
function listFrom(json: unknown): readonly string[] {
  return JSON.parse(String(json)) as readonly string[];
}

function textFrom(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
