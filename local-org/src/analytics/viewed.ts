import type { OrgDatabase } from '../storage/database.ts';

/** Reports and dashboards that users looked at, for the lists of recent ones. */
export class Viewed {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(
      'CREATE TABLE IF NOT EXISTS local_viewed_report (user TEXT, id TEXT, at INTEGER NOT NULL, PRIMARY KEY (user, id)) STRICT, WITHOUT ROWID',
    );
  }

  /** @param at epoch milliseconds */
  note(userId: string, id: string, at: number): void {
    const sql = 'INSERT INTO local_viewed_report (user, id, at) VALUES (?, ?, ?) ON CONFLICT (user, id) DO UPDATE SET at = excluded.at';
    this.#database.transaction(() => {
      this.#database.prepare(sql).run(userId, id, at);
    }, 'with the next');
  }

  /** Those that the user looked at come first, the last one before all. */
  lastFirst<Item extends { readonly id: string }>(userId: string, items: readonly Item[]): readonly Item[] {
    const rows = this.#database.prepare('SELECT id, at FROM local_viewed_report WHERE user = ?').all(userId);
    const at = new Map(rows.map((row) => [row['id'], Number(row['at'])]));
    return items.toSorted((one, other) => (at.get(other.id) ?? 0) - (at.get(one.id) ?? 0));
  }
}
