import type { OrgDatabase } from '../storage/database.ts';

/** What became of one interview, for people who debug flows. Holds no field values. */
export interface FlowRunEntry {
  /** Epoch milliseconds by the org's clock. */
  readonly at: number;
  readonly flow: string;
  readonly version: number;
  /** `before save`, `after save`, `after commit`. */
  readonly trigger: string;
  readonly recordId: string | null;
  /** Names of the elements in the order in which they ran. */
  readonly elements: readonly string[];
  readonly outcome: 'completed' | 'failed' | 'refused record' | 'record gone';
  readonly error: string | null;
}

const table = 'local_org_flow_run';

/**
 * The last runs of flows. Entries are kept in memory and written when nothing
 * else is going on: a run that is undone must still be told of.
 */
export class FlowRunLog {
  readonly #database: OrgDatabase;
  readonly #most: number;
  #unwritten: FlowRunEntry[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param most entries that are kept */
  constructor(database: OrgDatabase, most = 2000) {
    this.#database = database;
    this.#most = most;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, flow TEXT NOT NULL, version INTEGER NOT NULL,
      trigger TEXT NOT NULL, recordId TEXT, elements TEXT NOT NULL, outcome TEXT NOT NULL, error TEXT)`);
  }

  add(entry: FlowRunEntry): void {
    this.#unwritten.push(entry);
    // Twice the bound, so that the list is cut seldom.
    if (this.#unwritten.length >= this.#most * 2) this.#unwritten = this.#unwritten.slice(-this.#most);
  }

  /** Newest first. */
  latest(count = this.#most): FlowRunEntry[] {
    this.flush();
    const rows = this.#database.prepare(`SELECT * FROM ${table} ORDER BY id DESC LIMIT ?`).all(count);
    return rows.map((row) => ({
      at: Number(row['at']),
      flow: String(row['flow']),
      version: Number(row['version']),
      trigger: String(row['trigger']),
      recordId: row['recordId'] === null ? null : String(row['recordId']),
      elements: String(row['elements']).split(' > '),
      outcome: outcomeOf(row['outcome']),
      error: row['error'] === null ? null : String(row['error']),
    }));
  }

  /** Writes within a second: one write for many runs. */
  flushSoon(): void {
    this.#timer ??= setTimeout(() => this.flush(), 1000).unref();
  }

  /** Writes what is waiting; call it outside any transaction that may be undone. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#unwritten.slice(-this.#most);
    this.#unwritten = [];
    if (entries.length === 0) return;
    this.#database.transaction(() => {
      const insert = this.#database.prepare(
        `INSERT INTO ${table} (at, flow, version, trigger, recordId, elements, outcome, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      for (const entry of entries) {
        const { at, flow, version, trigger, recordId, elements, outcome, error } = entry;
        insert.run(at, flow, version, trigger, recordId, elements.join(' > '), outcome, error);
      }
      this.#database.prepare(`DELETE FROM ${table} WHERE id <= (SELECT MAX(id) FROM ${table}) - ?`).run(this.#most);
    });
  }
}

function outcomeOf(text: unknown): FlowRunEntry['outcome'] {
  const outcomes = ['completed', 'failed', 'refused record', 'record gone'] as const;
  return outcomes.find((outcome) => outcome === text) ?? 'completed';
}
