import type { OrgDatabase } from '../storage/database.ts';
import type { LimitUsage } from './limits.ts';

export const flowRunOutcomes = ['completed', 'failed', 'refused record', 'record gone', 'dropped'] as const;
export type FlowRunOutcome = (typeof flowRunOutcomes)[number];

/** One visit of an element. */
export interface FlowStep {
  readonly element: string;
  /** As in the flow's file: `decisions`, `recordCreates`; absent for elements of a subflow. */
  readonly type?: string;
  /** Names and ids only: the outcome taken, what was set, which records were saved, why it failed. */
  readonly did?: string;
}

/** What became of one interview, for people who debug flows. Holds no value that people wrote. */
export interface LoggedRun {
  /** Epoch milliseconds by the org's clock. */
  readonly at: number;
  /** API name. */
  readonly flow: string;
  readonly version: number;
  /** `before save`, `after save`, `before delete`, `after commit`, `scheduled path <name>`, `schedule`, ... */
  readonly trigger: string;
  readonly recordId: string | null;
  readonly userId: string;
  readonly outcome: FlowRunOutcome;
  /** Why it failed, without what people wrote. */
  readonly error: string | null;
  /** The element that failed. */
  readonly element: string | null;
  /** What the flows of the transaction had used when this one ended. */
  readonly limits: LimitUsage | null;
}

/** A run that is in the log. */
export interface FlowRunEntry extends LoggedRun {
  /** Newer runs have larger ones. */
  readonly id: number;
  readonly steps: readonly FlowStep[];
}

/** A run on its way into the log: its steps are put into words only when it is kept. */
export interface FinishedRun extends LoggedRun {
  readonly steps: () => readonly FlowStep[];
}

/** Which runs are asked for; what is absent does not matter. */
export interface FlowRunFilter {
  readonly flow?: string;
  /** 15 or 18 characters. */
  readonly recordId?: string;
  readonly outcome?: FlowRunOutcome;
  /** Only runs with a smaller id. */
  readonly before?: number;
  readonly limit?: number;
}

const table = 'local_org_flow_interview';

/** Milliseconds without new work after which the log is written, and after which it is written in any case. */
const quietTime = 1000;
const longestWait = 15_000;

/**
 * The last runs of flows. Entries are kept in memory and written when nothing
 * else is going on: a run that is undone must still be told of.
 */
export class FlowRunLog {
  readonly #database: OrgDatabase;
  readonly #most: number;
  #unwritten: FinishedRun[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** When the timer was set; milliseconds of `performance.now`. */
  #waitingSince: number | undefined;

  /** @param most entries that are kept */
  constructor(database: OrgDatabase, most = 2000) {
    this.#database = database;
    this.#most = most;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, flow TEXT NOT NULL, version INTEGER NOT NULL,
      trigger TEXT NOT NULL, recordId TEXT, userId TEXT NOT NULL, outcome TEXT NOT NULL, error TEXT, element TEXT, limits TEXT, steps TEXT NOT NULL)`);
  }

  add(run: FinishedRun): void {
    this.#unwritten.push(run);
    // Twice the bound, so that the list is cut seldom.
    if (this.#unwritten.length >= this.#most * 2) this.#unwritten = this.#unwritten.slice(-this.#most);
  }

  /** Newest first. */
  latest(count = this.#most): FlowRunEntry[] {
    return this.find({ limit: count });
  }

  /** Those that fit the filter, newest first. */
  find(filter: FlowRunFilter): FlowRunEntry[] {
    this.flush();
    const { flow, recordId, outcome, before, limit = this.#most } = filter;
    const conditions: readonly (readonly [string, string | number | undefined])[] = [
      ['flow = ? COLLATE NOCASE', flow],
      [recordId?.length === 15 ? 'substr(recordId, 1, 15) = ?' : 'recordId = ?', recordId],
      ['outcome = ?', outcome],
      ['id < ?', before],
    ];
    const used = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
    const where = used.length === 0 ? '' : `WHERE ${used.map(({ sql }) => sql).join(' AND ')}`;
    const rows = this.#database
      .prepare(`SELECT * FROM ${table} ${where} ORDER BY id DESC LIMIT ?`)
      .all(...used.map(({ value }) => value), Math.min(limit, this.#most));
    return rows.map(entryOf);
  }

  /** Names of the flows that have run. */
  flowNames(): string[] {
    this.flush();
    return this.#database
      .prepare(`SELECT DISTINCT flow FROM ${table} ORDER BY flow`)
      .all()
      .map((row) => String(row['flow']));
  }

  read(id: number): FlowRunEntry | undefined {
    this.flush();
    const row = this.#database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    return row === undefined ? undefined : entryOf(row);
  }

  /** Writes when nothing has run for a second, or after a while: one write for many runs. */
  flushSoon(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    if (this.#timer !== undefined && now - this.#waitingSince < longestWait) this.#timer.refresh();
    else this.#timer ??= setTimeout(() => this.flush(), quietTime).unref();
  }

  /** Writes what is waiting; call it outside any transaction that may be undone. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitingSince = undefined;
    const runs = this.#unwritten.slice(-this.#most);
    this.#unwritten = [];
    if (runs.length === 0) return;
    this.#database.transaction(() => {
      const insert = this.#database.prepare(
        `INSERT INTO ${table} (at, flow, version, trigger, recordId, userId, outcome, error, element, limits, steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      for (const { at, flow, version, trigger, recordId, userId, outcome, error, element, limits, steps } of runs) {
        const used = limits === null ? null : JSON.stringify(limits);
        insert.run(at, flow, version, trigger, recordId, userId, outcome, error, element, used, JSON.stringify(steps()));
      }
      this.#database.prepare(`DELETE FROM ${table} WHERE id <= (SELECT MAX(id) FROM ${table}) - ?`).run(this.#most);
    }, 'with the next');
  }
}

type Row = Readonly<Record<string, unknown>>;

function entryOf(row: Row): FlowRunEntry {
  const textOf = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
  return {
    id: Number(row['id']),
    at: Number(row['at']),
    flow: String(row['flow']),
    version: Number(row['version']),
    trigger: String(row['trigger']),
    recordId: textOf('recordId'),
    userId: String(row['userId']),
    outcome: flowRunOutcomes.find((outcome) => outcome === row['outcome']) ?? 'completed',
    error: textOf('error'),
    element: textOf('element'),
    // Both are written by `flush` above, so their shape is known.
    limits: JSON.parse(textOf('limits') ?? 'null') as LimitUsage | null,
    steps: JSON.parse(textOf('steps') ?? '[]') as FlowStep[],
  };
}
