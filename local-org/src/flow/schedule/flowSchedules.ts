import type { RequestUser } from '../../requestUser.ts';
import type { SelectStatement } from '../../soql/ast.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import type { CompiledFlow, ScheduledRecords } from '../compiledFlow.ts';
import type { EngineServices } from '../engineServices.ts';
import { Interview } from '../interview.ts';
import { mostScheduledInterviews } from '../limits.ts';
import type { RunningUsers } from '../runningUsers.ts';
import { nextRun } from './nextRun.ts';
import type { ScheduledQueue } from './scheduledQueue.ts';

export const scheduleTrigger = 'schedule';

const table = 'local_org_flow_schedule';
const startsTable = 'local_org_flow_schedule_start';
const day = 86_400_000;

/**
 * When schedule-triggered flows run next, kept in the org's database. A run that
 * is due becomes one interview in the queue for each of its records, in the
 * transaction that also sets the next run: none is lost and none comes twice.
 */
export class FlowSchedules {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #services: EngineServices;
  readonly #queue: ScheduledQueue;
  readonly #users: RunningUsers;
  readonly #database: OrgDatabase;

  constructor(flows: readonly CompiledFlow[], services: EngineServices, queue: ScheduledQueue, users: RunningUsers) {
    this.#flows = new Map(flows.filter((flow) => flow.definition.start.schedule !== undefined).map((flow) => [flow.name, flow]));
    this.#services = services;
    this.#queue = queue;
    this.#users = users;
    this.#database = services.database;
    this.#database.execute(`CREATE TABLE IF NOT EXISTS ${table} (flow TEXT PRIMARY KEY, said TEXT NOT NULL, nextAt INTEGER);
      CREATE TABLE IF NOT EXISTS ${startsTable} (at INTEGER NOT NULL, interviews INTEGER NOT NULL)`);
  }

  /** Schedules flows that are new or say something else than before, and forgets those that are not active any more. */
  keep(): void {
    this.#database.transaction(() => {
      const known = new Map(
        this.#database
          .prepare(`SELECT flow, said FROM ${table}`)
          .all()
          .map((row) => [String(row['flow']), String(row['said'])]),
      );
      for (const flow of known.keys()) {
        if (!this.#flows.has(flow)) this.#database.prepare(`DELETE FROM ${table} WHERE flow = ?`).run(flow);
      }
      for (const flow of this.#flows.values()) if (known.get(flow.name) !== this.#said(flow)) this.#schedule(flow);
    });
  }

  /** Schedules all flows from now on: the clock was set to an earlier time. */
  scheduleAnew(): void {
    this.#database.transaction(() => {
      for (const flow of this.#flows.values()) this.#schedule(flow);
    });
  }

  nextDue(): number | undefined {
    const due = this.#database.prepare(`SELECT MIN(nextAt) AS due FROM ${table}`).get()?.['due'];
    return typeof due === 'number' ? due : undefined;
  }

  /** Starts the flow that is due first; false when none is. */
  startNext(now: number): boolean {
    const row = this.#database.prepare(`SELECT flow, nextAt FROM ${table} WHERE nextAt <= ? ORDER BY nextAt, flow LIMIT 1`).get(now);
    if (row === undefined) return false;
    const name = String(row['flow']);
    const flow = this.#flows.get(name);
    this.#database.transaction(() => {
      if (flow === undefined) {
        this.#database.prepare(`DELETE FROM ${table} WHERE flow = ?`).run(name);
        return;
      }
      this.#schedule(flow);
      this.#start(flow, Number(row['nextAt']));
    });
    return true;
  }

  #schedule(flow: CompiledFlow): void {
    const { schedule } = flow.definition.start;
    const { timeZone, clock } = this.#services;
    const nextAt = schedule === undefined ? undefined : nextRun(schedule, clock.now(), timeZone);
    this.#database
      .prepare(`INSERT OR REPLACE INTO ${table} (flow, said, nextAt) VALUES (?, ?, ?)`)
      .run(flow.name, this.#said(flow), nextAt ?? null);
  }

  #said(flow: CompiledFlow): string {
    return JSON.stringify([flow.definition.start.schedule, this.#services.timeZone]);
  }

  #start(flow: CompiledFlow, dueAt: number): void {
    const user = this.#users.defaultWorkflowUser();
    if (user === undefined) {
      const error = 'The org has no active administrator who could be its Default Workflow User';
      this.#services.logger.without(flow.name, scheduleTrigger, [null], { id: '' }, { outcome: 'dropped', error });
      return;
    }
    const room = mostScheduledInterviews - this.#startedIn24Hours();
    const put = (recordId: string | null): void => {
      this.#queue.put({ flow: flow.name, path: '', recordId, userId: user.id, operation: 'update', prior: undefined, dueAt });
    };
    let started = 0;
    const records = flow.scheduledRecords;
    for (const recordId of records === undefined ? [null] : this.#recordIds(flow, records, user)) {
      if (started >= room) {
        const error = `The flow has reached the limit of ${mostScheduledInterviews} schedule-triggered flow interviews in 24 hours`;
        this.#services.logger.without(flow.name, scheduleTrigger, [null], user, { outcome: 'failed', error });
        break;
      }
      put(recordId);
      started += 1;
    }
    this.#count(started);
  }

  *#recordIds(flow: CompiledFlow, { object, filters }: ScheduledRecords, user: RequestUser): Iterable<string> {
    const asking = new Interview(flow, this.#services.context(user, false), null);
    asking.begin(undefined);
    this.#services.newRun(user, 'asynchronous').loadParents(filters.needs, [asking]);
    const where = filters.condition([filters.ask(asking)]);
    const statement: SelectStatement = {
      kind: 'select',
      select: [{ kind: 'field', path: ['Id'] }],
      from: object.name,
      ...(where === undefined ? {} : { where }),
      orderBy: [{ by: ['Id'], direction: 'ASC', nulls: 'FIRST' }],
    };
    for (const { id } of this.#services.flowServices.queries.iterate(statement, user)) if (id !== undefined) yield id;
  }

  #startedIn24Hours(): number {
    const since = this.#services.clock.now() - day;
    const row = this.#database.prepare(`SELECT SUM(interviews) AS started FROM ${startsTable} WHERE at > ? AND at <= ?`);
    return Number(row.get(since, this.#services.clock.now())?.['started'] ?? 0);
  }

  #count(interviews: number): void {
    const now = this.#services.clock.now();
    this.#database.prepare(`DELETE FROM ${startsTable} WHERE at <= ? OR at > ?`).run(now - day, now);
    this.#database.prepare(`INSERT INTO ${startsTable} (at, interviews) VALUES (?, ?)`).run(now, interviews);
  }
}
