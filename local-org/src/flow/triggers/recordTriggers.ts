import type { SaveTriggers, TriggerBatch, TriggerRow } from '../../save/types.ts';
import type { AsyncQueue } from '../async/queue.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException, triggerError } from '../faults.ts';
import { Interview, priorSlot, recordSlot } from '../interview.ts';
import { mostTriggerDepth } from '../limits.ts';
import { inTriggerOrder, startsOn, thoseThatEnter } from './startConditions.ts';

/** Runs the flows that records start: before the save, after it, and the queueing of what runs after the commit. */
export class RecordTriggers implements SaveTriggers {
  readonly #services: EngineServices;
  readonly #queue: AsyncQueue;
  readonly #queued: () => void;
  readonly #before: ReadonlyMap<string, readonly CompiledFlow[]>;
  readonly #after: ReadonlyMap<string, readonly CompiledFlow[]>;
  /** `<flow>:<record id>` of the interviews under way: their own updates do not start them again. */
  readonly #running = new Set<string>();
  #depth = 0;

  /** @param queued called when work was put into the queue */
  constructor(flows: readonly CompiledFlow[], services: EngineServices, queue: AsyncQueue, queued: () => void) {
    this.#services = services;
    this.#queue = queue;
    this.#queued = queued;
    this.#before = byObject(flows.filter((flow) => flow.definition.start.trigger === 'RecordBeforeSave'));
    this.#after = byObject(flows.filter((flow) => flow.definition.start.trigger === 'RecordAfterSave'));
  }

  beforeSave(batch: TriggerBatch): void {
    this.#each(this.#before, batch, (flow, rows) => this.#runBefore(flow, batch, rows));
  }

  afterSave(batch: TriggerBatch): void {
    this.#each(this.#after, batch, (flow, rows) => this.#runAfter(flow, batch, rows));
  }

  #each(
    flows: ReadonlyMap<string, readonly CompiledFlow[]>,
    batch: TriggerBatch,
    run: (flow: CompiledFlow, rows: readonly TriggerRow[]) => void,
  ): void {
    for (const flow of flows.get(batch.object.name) ?? []) {
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
      this.#services.logFailure(
        flow.name,
        'save',
        rows.map((row) => row.id),
        error,
      );
      for (const row of rows) row.fail(triggerError(flow.label, `System.LimitException: ${error.message}`));
    } finally {
      this.#depth -= 1;
    }
  }

  #runBefore(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    const run = this.#services.newRun(batch.user);
    const context = this.#services.context(batch.user, batch.operation === 'insert');
    // The flow writes into the very values that are about to be saved.
    const started = rows.map((row) => startInterview(flow, context, batch, row, new FlowRecord(batch.object, row.values)));
    const entered = new Set(thoseThatEnter(flow, started, run));
    if (entered.size === 0) return;
    const interviews = [...entered];
    for (const interview of interviews) interview.begin(flow.start.target);
    run.run(interviews);
    started.forEach((interview, index) => {
      if (entered.has(interview)) failRow(flow, interview, rows[index]);
    });
    this.#services.logRuns(flow, 'before save', interviews);
  }

  #runAfter(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    const run = this.#services.newRun(batch.user);
    const context = this.#services.context(batch.user, batch.operation === 'insert');
    const fresh = rows.filter((row) => !this.#running.has(`${flow.name}:${row.id}`));
    // After the save the record is a copy: what the flow sets counts only when it updates the record.
    const started = fresh.map((row) =>
      startInterview(flow, context, batch, row, new FlowRecord(batch.object, { ...row.values, Id: row.id })),
    );
    const entered = new Set(thoseThatEnter(flow, started, run));
    if (flow.start.target !== undefined) {
      const interviews = [...entered];
      this.#runImmediate(flow, interviews, () => run.run(interviews));
      started.forEach((interview, index) => {
        if (entered.has(interview)) failRow(flow, interview, fresh[index]);
      });
    }
    if (flow.asyncPaths.length === 0) return;
    const enteredIds = new Set([...entered].map((interview) => interview.recordId));
    this.#enqueue(
      flow,
      batch,
      fresh.filter((row) => enteredIds.has(row.id) && !row.failed),
    );
  }

  #runImmediate(flow: CompiledFlow, interviews: readonly Interview[], run: () => void): void {
    const keys = interviews.map((interview) => `${flow.name}:${interview.recordId ?? ''}`);
    for (const key of keys) this.#running.add(key);
    for (const interview of interviews) interview.begin(flow.start.target);
    try {
      run();
    } finally {
      for (const key of keys) this.#running.delete(key);
    }
    this.#services.logRuns(flow, 'after save', interviews);
  }

  #enqueue(flow: CompiledFlow, batch: TriggerBatch, rows: readonly TriggerRow[]): void {
    if (batch.operation === 'delete' || rows.length === 0) return;
    const { operation } = batch;
    for (const path of flow.asyncPaths) {
      for (const row of rows) {
        const prior = flow.usesPrior ? row.prior : undefined;
        this.#queue.add({ flow: flow.name, path: path.name, recordId: row.id, operation, prior, userId: batch.user.id });
      }
    }
    this.#queued();
  }
}

function byObject(flows: readonly CompiledFlow[]): ReadonlyMap<string, readonly CompiledFlow[]> {
  return Map.groupBy(flows.toSorted(inTriggerOrder), (flow) => flow.definition.start.object ?? '');
}

function startInterview(
  flow: CompiledFlow,
  context: Interview['context'],
  batch: TriggerBatch,
  row: TriggerRow,
  record: FlowRecord,
): Interview {
  const interview = new Interview(flow, context, row.id);
  interview.data[recordSlot] = record;
  interview.data[priorSlot] = row.prior === undefined ? null : new FlowRecord(batch.object, row.prior);
  return interview;
}

function failRow(flow: CompiledFlow, interview: Interview, row: TriggerRow | undefined): void {
  if (interview.failure !== undefined) row?.fail(triggerError(flow.label, interview.failure.message));
  for (const { message, field } of interview.customErrors) {
    row?.fail({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === undefined ? [] : [field] });
  }
}
