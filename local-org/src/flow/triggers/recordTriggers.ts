import type { FlowTriggerKind } from '../../metadata/flowStartTypes.ts';
import type { SaveTriggers, TriggerBatch, TriggerRow } from '../../save/types.ts';
import type { EventPublisher } from '../async/eventPublisher.ts';
import type { AsyncQueue } from '../async/queue.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException, triggerError } from '../faults.ts';
import type { FlowRun } from '../flowRun.ts';
import type { FlowVersions } from '../flowVersions.ts';
import { mostTriggerDepth } from '../limits.ts';
import type { PathPlanner } from '../schedule/pathPlanner.ts';
import { startsOn, thoseThatEnter } from './startConditions.ts';
import { refuseRecord, triggeredBy, type Triggered } from './triggeredInterviews.ts';
import { triggerOrder } from './triggerOrder.ts';

interface Parts {
  readonly services: EngineServices;
  readonly versions: FlowVersions;
  readonly queue: AsyncQueue;
  readonly planner: PathPlanner;
  readonly events: EventPublisher;
  /** Called when work was put into the queue of what runs after the commit. */
  readonly queued: () => void;
}

type Moment = 'before' | 'after' | 'beforeDelete';
type FlowsByObject = ReadonlyMap<string, readonly CompiledFlow[]>;

/** Runs the flows that records start: before the save or deletion, after the save, and the queueing of what runs later. */
export class RecordTriggers implements SaveTriggers {
  readonly #parts: Parts;
  readonly #flows: Readonly<Record<Moment, FlowsByObject>>;
  /** `<flow>:<record id>` of the interviews under way: their own updates do not start them again. */
  readonly #running = new Set<string>();
  #depth = 0;

  constructor(flows: readonly CompiledFlow[], parts: Parts) {
    this.#parts = parts;
    const ordered = flows.toSorted(triggerOrder(parts.versions));
    const of = (kind: FlowTriggerKind): FlowsByObject =>
      Map.groupBy(
        ordered.filter(({ definition }) => definition.start.trigger === kind),
        ({ definition }) => definition.start.object?.toLowerCase() ?? '',
      );
    this.#flows = { before: of('RecordBeforeSave'), after: of('RecordAfterSave'), beforeDelete: of('RecordBeforeDelete') };
  }

  beforeSave(batch: TriggerBatch): void {
    if (batch.operation === 'delete') this.#each('beforeDelete', batch, (flow, rows) => this.#runBeforeDelete(flow, batch, rows));
    else this.#each('before', batch, (flow, rows) => this.#runBefore(flow, batch, rows));
  }

  afterSave(batch: TriggerBatch): void {
    if (batch.object.kind === 'platformEvent') {
      if (batch.operation === 'insert' && this.#parts.events.publish(batch)) this.#parts.queued();
      return;
    }
    for (const flow of this.#flowsOf('after', batch)) this.#parts.planner.reconsider(flow, batch);
    this.#each('after', batch, (flow, rows) => this.#runAfter(flow, batch, rows));
  }

  markLimits(): () => void {
    return this.#parts.services.markLimits();
  }

  #flowsOf(kind: Moment, batch: TriggerBatch): readonly CompiledFlow[] {
    return this.#flows[kind].get(batch.object.name.toLowerCase()) ?? [];
  }

  #each(kind: Moment, batch: TriggerBatch, run: (flow: CompiledFlow, rows: readonly TriggerRow[]) => void): void {
    for (const flow of this.#flowsOf(kind, batch)) {
      const rows = startsOn(flow, batch.operation) ? batch.rows.filter((row) => !row.failed) : [];
      if (rows.length > 0) this.#guarded(flow, rows, () => run(flow, rows));
    }
  }

  /** Counts the depth; a limit that is exceeded fails all rows of the save that began it all. */
  #guarded(flow: CompiledFlow, rows: readonly TriggerRow[], run: () => void): void {
    if (this.#depth >= mostTriggerDepth) {
      const message = `${flow.name}: maximum trigger depth exceeded`;
      for (const row of rows) row.fail({ statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] });
      return;
    }
    this.#depth += 1;
    try {
      run();
    } catch (error) {
      if (!(error instanceof LimitException) || this.#depth > 1) throw error;
      for (const row of rows) row.fail(triggerError(flow.label, `System.LimitException: ${error.message}`));
    } finally {
      this.#depth -= 1;
    }
  }

  #runBefore(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    // The flow writes into the very values that are about to be saved.
    const { entered, run } = this.#enter(flow, batch, rows, (row) => new FlowRecord(batch.object, row.values));
    this.#run(flow, 'before save', entered, run);
    entered.forEach(refuseRecord);
  }

  #runBeforeDelete(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    const { entered, run } = this.#enter(flow, batch, this.#fresh(flow, rows), (row) => copyOf(batch, row));
    this.#guardedByRecord(flow, entered, () => this.#run(flow, 'before delete', entered, run));
    entered.forEach(refuseRecord);
  }

  #runAfter(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    // After the save the record is a copy: what the flow sets counts only when it updates the record.
    const { entered, run } = this.#enter(flow, batch, this.#fresh(flow, rows), (row) => copyOf(batch, row));
    // Before the flow runs, so that what it saves itself can still change the plan.
    this.#parts.planner.plan(flow, batch, entered);
    if (flow.start.target !== undefined) {
      this.#guardedByRecord(flow, entered, () => this.#run(flow, 'after save', entered, run));
      entered.forEach(refuseRecord);
    }
    this.#enqueue(flow, batch, entered);
  }

  /** The interviews of the rows that meet the entry conditions. */
  #enter(
    flow: CompiledFlow,
    batch: TriggerBatch,
    rows: readonly TriggerRow[],
    recordOf: (row: TriggerRow) => FlowRecord,
  ): { readonly entered: readonly Triggered[]; readonly run: FlowRun } {
    const run = this.#parts.services.newRun(batch.user);
    const context = this.#parts.services.context(batch.user, batch.operation === 'insert');
    const triggered = rows.map((row) => triggeredBy(row, recordOf(row), flow, batch, context));
    const entering = new Set(
      thoseThatEnter(
        flow,
        triggered.map(({ interview }) => interview),
        run,
      ),
    );
    return { entered: triggered.filter(({ interview }) => entering.has(interview)), run };
  }

  #run(flow: CompiledFlow, trigger: string, entered: readonly Triggered[], run: FlowRun): void {
    if (entered.length === 0) return;
    const { logger } = this.#parts.services;
    const interviews = entered.map(({ interview }) => interview);
    for (const interview of interviews) interview.next = flow.start.target;
    try {
      run.run(interviews);
    } catch (error) {
      if (error instanceof LimitException) logger.stopped(flow, trigger, interviews, run, error);
      throw error;
    }
    logger.ended(flow, trigger, interviews, run);
  }

  /** Rows for which the flow is not running already. */
  #fresh(flow: CompiledFlow, rows: readonly TriggerRow[]): readonly TriggerRow[] {
    return rows.filter((row) => !this.#running.has(`${flow.name}:${row.id}`));
  }

  #guardedByRecord(flow: CompiledFlow, entered: readonly Triggered[], run: () => void): void {
    const keys = entered.map(({ row }) => `${flow.name}:${row.id}`);
    for (const key of keys) this.#running.add(key);
    try {
      run();
    } finally {
      for (const key of keys) this.#running.delete(key);
    }
  }

  #enqueue(flow: CompiledFlow, batch: TriggerBatch, entered: readonly Triggered[]): void {
    const { operation, user } = batch;
    const rows = entered.map(({ row }) => row).filter((row) => !row.failed);
    if (operation === 'delete' || rows.length === 0 || flow.asyncPaths.length === 0) return;
    const { queue, queued } = this.#parts;
    for (const path of flow.asyncPaths) {
      const records = rows.map(({ id, prior }) => ({ recordId: id, prior: flow.usesPrior ? prior : undefined }));
      queue.addAll({ flow: flow.name, path: path.name, operation, userId: user.id }, records);
    }
    queued();
  }
}

function copyOf(batch: TriggerBatch, row: TriggerRow): FlowRecord {
  return new FlowRecord(batch.object, { ...row.values, Id: row.id });
}
